import type { DesktopApi, HostBridge } from '#contract/bridge.ts';
import { CaseError } from '#contract/error.ts';

/** The desktop as the preload script offers it. */
export function createElectronBridge(desktop: DesktopApi): HostBridge {
  return {
    kind: 'electron',
    platform: desktop.platform,
    can: { reveal: true, openWindow: true, upload: false },
    launchFile: () => desktop.launchFile(),
    onOpenFile: (listener) => desktop.onOpenFile(listener),
    onMenuCommand: (listener) => desktop.onMenuCommand(listener),
    chooseFile: (request) => desktop.chooseFile(request),
    chooseSavePath: (request) => desktop.chooseSavePath(request),
    pathsOf: async (files) =>
      files.map((file) => {
        const path = desktop.pathForFile(file);
        if (path === '') throw new CaseError('file.notFound', { path: file.name });
        return path;
      }),
    saveBlob: async (blob, suggestedName) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return (await desktop.saveBytes(suggestedName, bytes)) !== null;
    },
    deliver: (path) => desktop.reveal(path),
    print: async (pdf) => desktop.print(new Uint8Array(await pdf.arrayBuffer())),
    openWindow: (path) => desktop.openWindow(path),
    setTitle: (title) => {
      document.title = title;
    },
    setLanguage: (language) => desktop.setLanguage(language),
  };
}
