import { isAbsolute } from 'node:path';
import { z } from 'zod';
import {
  folderPurposes,
  openPurposes,
  savePurposes,
  type ColorScheme,
  type RecentFile,
} from '#contract/bridge.ts';
import { Passphrase } from '#contract/case.ts';
import { Id } from '#contract/common.ts';
import { desktopChannels, pageChannels } from '#contract/desktop-channels.ts';
import { Language } from '#contract/vocabulary.ts';
import type { CaseContents } from './case-windows.ts';
import type { Caller, TrustedCalls } from './trusted-calls.ts';
import type { Keychain } from './keychain.ts';
import type { DialogSetting } from './file-dialogs.ts';
import { chooseAnySavePath, chooseFiles, chooseFolder, chooseSavePath } from './file-dialogs.ts';
import { writeWhole } from './saved-file.ts';

/** The frame of a page, which can be sent a port of type `P`. */
export interface PortReceiver<P> extends Caller {
  postMessage(channel: string, message: unknown, transfer?: P[]): void;
}

/** What a page can have done for it. `W` is a window, `P` a port. */
export interface Desktop<W, P> {
  takeLaunchFile(contentsId: number): string | null;
  openWindow(file: string | null): void;
  /** The setting of a dialog over the window of a page. */
  dialogsOver(contents: CaseContents): DialogSetting<W>;
  reveal(path: string): Promise<void>;
  print(pdf: Uint8Array): Promise<void>;
  readonly keychain: Pick<Keychain, 'available' | 'has' | 'recall' | 'keep' | 'forget'>;
  setLanguage(language: Language): void;
  setColorScheme(scheme: ColorScheme): void;
  setRecentFiles(files: readonly RecentFile[]): void;
  /** The page's end of a new connection to the engine. */
  connect(): P;
}

const FilePath = z.string().min(1).max(4096);
const FileName = z.string().min(1).max(1024);
const CaseFile = FilePath.refine(isAbsolute, 'an absolute path');
const OpenRequest = z.object({
  purpose: z.enum(openPurposes),
  multiple: z.boolean(),
});
const SaveRequest = z.object({
  purpose: z.enum(savePurposes),
  suggestedName: FileName,
});
const FolderRequest = z.object({ purpose: z.enum(folderPurposes) });
const BytesToSave = z.object({ suggestedName: FileName, bytes: z.instanceof(Uint8Array) });
const PassphraseToKeep = z.object({ caseId: Id, passphrase: Passphrase });
const RecentFiles = z.array(z.object({ path: FilePath, title: z.string().max(2000) })).max(100);
const shownRecent = 15;

/** Answers every act of `DesktopApi` that the preload script passes on. */
export function answerDesktopCalls<W, P>(
  calls: TrustedCalls<PortReceiver<P>, CaseContents>,
  desktop: Desktop<W, P>,
): void {
  const answer: typeof calls.answer = calls.answer.bind(calls);
  answer(desktopChannels.launchFile, z.undefined(), (_none, { contents }) =>
    desktop.takeLaunchFile(contents.id),
  );
  answer(desktopChannels.chooseFile, OpenRequest, (request, { contents }) =>
    chooseFiles(desktop.dialogsOver(contents), request),
  );
  answer(desktopChannels.chooseSavePath, SaveRequest, (request, { contents }) =>
    chooseSavePath(desktop.dialogsOver(contents), request),
  );
  answer(desktopChannels.chooseFolder, FolderRequest, (_request, { contents }) =>
    chooseFolder(desktop.dialogsOver(contents)),
  );
  answer(desktopChannels.saveBytes, BytesToSave, async ({ suggestedName, bytes }, { contents }) => {
    const path = await chooseAnySavePath(desktop.dialogsOver(contents), suggestedName);
    if (path !== null) await writeWhole(path, bytes);
    return path;
  });
  answer(desktopChannels.reveal, FilePath, (path) => desktop.reveal(path));
  answer(desktopChannels.print, z.instanceof(Uint8Array), (pdf) => desktop.print(pdf));
  answer(desktopChannels.openWindow, CaseFile.nullable(), (file) => desktop.openWindow(file));
  const { keychain } = desktop;
  answer(desktopChannels.keychainAvailable, z.undefined(), () => keychain.available);
  answer(desktopChannels.keychainHas, Id, (caseId) => keychain.has(caseId));
  answer(desktopChannels.keychainRecall, Id, (caseId) => keychain.recall(caseId));
  answer(desktopChannels.keychainKeep, PassphraseToKeep, ({ caseId, passphrase }) =>
    keychain.keep(caseId, passphrase),
  );
  answer(desktopChannels.keychainForget, Id, (caseId) => keychain.forget(caseId));
  answer(desktopChannels.setLanguage, Language, (language) => desktop.setLanguage(language));
  answer(desktopChannels.setColorScheme, z.enum(['light', 'dark', 'auto']), (scheme) =>
    desktop.setColorScheme(scheme),
  );
  answer(desktopChannels.setRecentFiles, RecentFiles, (files) =>
    desktop.setRecentFiles(files.slice(0, shownRecent)),
  );
  answer(desktopChannels.requestPort, z.undefined(), (_none, { frame }) => {
    frame.postMessage(pageChannels.port, null, [desktop.connect()]);
  });
}
