import type { DesktopApi, HostBridge } from '#contract/bridge.ts';
import { CaseError } from '#contract/error.ts';
import { caseErrorOfMessage } from '#contract/error-message.ts';

/** The desktop as the preload script offers it. */
export function createElectronBridge(desktop: DesktopApi): HostBridge {
  return {
    kind: 'electron',
    platform: desktop.platform,
    can: { reveal: true, openWindow: true, upload: false },
    launchFile: () => understood(desktop.launchFile()),
    onOpenFile: (listener) => desktop.onOpenFile(listener),
    onMenuCommand: (listener) => desktop.onMenuCommand(listener),
    chooseFile: (request) => understood(desktop.chooseFile(request)),
    chooseSavePath: (request) => understood(desktop.chooseSavePath(request)),
    chooseFolder: (request) => understood(desktop.chooseFolder(request)),
    pathsOf: async (files) =>
      files.map((file) => {
        const path = desktop.pathForFile(file);
        if (path === '') throw new CaseError('file.notFound', { path: file.name });
        return path;
      }),
    saveBlob: async (blob, suggestedName) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return (await understood(desktop.saveBytes(suggestedName, bytes))) !== null;
    },
    deliver: (path) => understood(desktop.reveal(path)),
    print: async (pdf) => understood(desktop.print(new Uint8Array(await pdf.arrayBuffer()))),
    openWindow: (path) => understood(desktop.openWindow(path)),
    keychain: {
      available: () => understood(desktop.keychainAvailable()),
      has: (caseId) => understood(desktop.keychainHas(caseId)),
      recall: (caseId) => understood(desktop.keychainRecall(caseId)),
      keep: (caseId, passphrase) => understood(desktop.keychainKeep(caseId, passphrase)),
      forget: (caseId) => understood(desktop.keychainForget(caseId)),
    },
    setTitle: (title) => {
      document.title = title;
    },
    setLanguage: (language) => desktop.setLanguage(language),
    setColorScheme: (scheme) => desktop.setColorScheme(scheme),
    setRecentFiles: (files) => desktop.setRecentFiles(files),
  };
}

/** Electron carries nothing of an error but its message: reads the `CaseError` back from it. */
async function understood<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw caseErrorOfMessage(message) ?? new CaseError('internal', { reason: message }, error);
  }
}
