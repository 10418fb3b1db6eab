import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileFilter, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { extensions } from '#contract/bridge.ts';
import type { OpenRequest, SaveRequest } from '#contract/bridge.ts';
import type { MenuText } from './menu-text.ts';

/** Electron's dialogs over a window of type `W`. */
export interface NativeDialogs<W> {
  showOpenDialog(
    window: W,
    options: OpenDialogOptions,
  ): Promise<{ canceled: boolean; filePaths: string[] }>;
  showSaveDialog(
    window: W,
    options: SaveDialogOptions,
  ): Promise<{ canceled: boolean; filePath: string }>;
  showMessageBox(window: W, options: MessageBoxOptions): Promise<{ response: number }>;
}

/** Where a dialog stands and how it speaks. */
export interface DialogSetting<W> {
  readonly dialogs: NativeDialogs<W>;
  readonly window: W;
  readonly words: MenuText;
  /** Where a new file is proposed. */
  readonly folder: string;
}

const filterNames = {
  case: 'caseFiles',
  documents: 'documents',
  photos: 'pictures',
  package: 'packages',
  dossier: 'pdfDocuments',
  docx: 'wordDocuments',
  html: 'webPages',
  md: 'markdownTexts',
  codebook: 'codebooks',
  card: 'cards',
  takeIn: 'takenIn',
  ftm: 'otherForms',
  webannotation: 'otherForms',
  qdpx: 'otherForms',
  graphml: 'otherForms',
  gexf: 'otherForms',
  geojson: 'otherForms',
  csv: 'archives',
  markdown: 'archives',
  stix: 'otherForms',
  original: 'allFiles',
  results: 'otherForms',
} as const satisfies Record<keyof typeof extensions, keyof MenuText>;

/** Lets a person choose files to read. Null when they chose none. */
export async function chooseFiles<W>(
  { dialogs, window, words }: DialogSetting<W>,
  { purpose, multiple }: OpenRequest,
): Promise<string[] | null> {
  const { canceled, filePaths } = await dialogs.showOpenDialog(window, {
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: [
      ...(extensions[purpose].length === 0
        ? []
        : [{ name: words[filterNames[purpose]], extensions: [...extensions[purpose]] }]),
      { name: words.allFiles, extensions: ['*'] },
    ],
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

/** Lets a person choose a folder, or make one. Null when they chose none. */
export async function chooseFolder<W>({
  dialogs,
  window,
}: DialogSetting<W>): Promise<string | null> {
  const { canceled, filePaths } = await dialogs.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Lets a person choose where a file is to be written; replacing one is confirmed. Null when they chose not to. */
export function chooseSavePath<W>(
  setting: DialogSetting<W>,
  { purpose, suggestedName }: SaveRequest,
): Promise<string | null> {
  const [extension] = extensions[purpose];
  if (extension === undefined) return askSavePath(setting, suggestedName, null);
  const filter = { name: setting.words[filterNames[purpose]], extensions: [extension] };
  return askSavePath(setting, suggestedName, filter);
}

/** As `chooseSavePath`, for a file of any type. */
export function chooseAnySavePath<W>(
  setting: DialogSetting<W>,
  suggestedName: string,
): Promise<string | null> {
  return askSavePath(setting, suggestedName, null);
}

async function askSavePath<W>(
  setting: DialogSetting<W>,
  suggestedName: string,
  filter: FileFilter | null,
): Promise<string | null> {
  const { dialogs, window, words, folder } = setting;
  const { canceled, filePath } = await dialogs.showSaveDialog(window, {
    // Only a name: a page does not decide where a person's files go.
    defaultPath: join(folder, basename(suggestedName.replaceAll('\\', '/'))),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    filters: [...(filter === null ? [] : [filter]), { name: words.allFiles, extensions: ['*'] }],
  });
  if (canceled || filePath === '') return null;
  const ending = filter === null ? '' : `.${filter.extensions[0] ?? ''}`;
  if (filePath.toLowerCase().endsWith(ending)) return filePath;
  // Some dialogs leave the ending to us, and then have not asked about the file that has it.
  const ended = filePath + ending;
  return !(await exists(ended)) || (await mayReplace(setting, ended)) ? ended : null;
}

async function mayReplace<W>(
  { dialogs, window, words }: DialogSetting<W>,
  path: string,
): Promise<boolean> {
  const { response } = await dialogs.showMessageBox(window, {
    type: 'warning',
    message: words.replaceQuestion.replace('{{name}}', () => basename(path)),
    buttons: [words.cancel, words.replace],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
