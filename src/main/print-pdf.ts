import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserWindowConstructorOptions } from 'electron';
import { CaseError } from '#contract/error.ts';

/** The session of print windows. It keeps nothing on disk and shares nothing with the workbench. */
export const printPartition = 'legajo-print';

/** A window that shows a PDF in Chromium's own viewer. */
export interface PrintWindow {
  readonly webContents: {
    print(
      options: { silent: boolean; printBackground: boolean },
      done: (success: boolean, reason: string) => void,
    ): void;
  };
  loadURL(url: string): Promise<void>;
  once(event: 'closed', listener: () => void): unknown;
  show(): void;
  close(): void;
  isDestroyed(): boolean;
}

interface PrintPieces {
  readonly create: (options: BrowserWindowConstructorOptions) => PrintWindow;
  readonly temporaryFolder: string;
  readonly title: string;
}

const folderPrefix = 'legajo-print-';
/** Chromium's PDF viewer, a part of the program that has the address of an extension. */
const viewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

/** Which addresses a print window may ask for: the PDF it was made for, and the viewer that shows it. */
export function printMayAsk(temporaryFolder: string): (address: string) => boolean {
  const folders = pathToFileURL(join(temporaryFolder, folderPrefix)).href;
  return (address) =>
    (address.startsWith(folders) && !address.includes('..')) ||
    address.startsWith(viewer) ||
    address.startsWith('chrome://resources/') ||
    address.startsWith('data:') ||
    address.startsWith(`blob:${viewer}`);
}

/**
 * Prints a PDF by the system's dialog: shows it in a window of its own and opens the dialog over it. The window goes
 * when the dialog has been answered; if printing failed it stays, for its viewer has a print button too. The file
 * goes with the window.
 *
 * @returns when the print dialog has been answered or the window was closed
 * @throws {CaseError} `input.invalid` when the bytes are no PDF; `file.notWritable` when there is no room for the
 *   temporary file; `dossier.failed` when the window cannot show it
 */
export async function printPdf(pieces: PrintPieces, pdf: Uint8Array): Promise<void> {
  if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-')
    throw new CaseError('input.invalid', { reason: 'not a PDF' });
  const folder = await temporaryCopy(pieces.temporaryFolder, pdf);
  const window = pieces.create(printWindowOptions(pieces.title));
  const closed = Promise.withResolvers<void>();
  window.once('closed', () => {
    rm(folder, { recursive: true, force: true }).then(closed.resolve, closed.resolve);
  });
  try {
    await window.loadURL(pathToFileURL(join(folder, copyName)).href);
  } catch (error) {
    if (!window.isDestroyed()) window.close();
    await closed.promise;
    throw new CaseError('dossier.failed', { reason: String(error) }, error);
  }
  window.show();
  const answered = Promise.withResolvers<void>();
  window.webContents.print({ silent: false, printBackground: true }, (success, reason) => {
    const finished = success || /cancel/i.test(reason);
    if (finished && !window.isDestroyed()) window.close();
    answered.resolve();
  });
  await Promise.race([answered.promise, closed.promise]);
}

/** Removes what an earlier run that was cut off has left of its printing. */
export async function removeLeftPrints(temporaryFolder: string): Promise<void> {
  const names = await readdir(temporaryFolder).catch(() => []);
  const left = names.filter((name) => name.startsWith(folderPrefix));
  for (const name of left)
    await rm(join(temporaryFolder, name), { recursive: true, force: true }).catch(() => undefined);
}

const copyName = 'dossier.pdf';

async function temporaryCopy(temporaryFolder: string, pdf: Uint8Array): Promise<string> {
  try {
    const folder = await mkdtemp(join(temporaryFolder, folderPrefix));
    await writeFile(join(folder, copyName), pdf, { mode: 0o600 });
    return folder;
  } catch (error) {
    throw new CaseError('file.notWritable', { path: temporaryFolder }, error);
  }
}

function printWindowOptions(title: string): BrowserWindowConstructorOptions {
  return {
    show: false,
    title,
    width: 900,
    height: 1000,
    autoHideMenuBar: true,
    webPreferences: {
      partition: printPartition,
      // The PDF viewer counts as a plug-in.
      plugins: true,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  };
}
