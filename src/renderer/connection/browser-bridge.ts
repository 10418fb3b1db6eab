import type { HostBridge } from '#contract/bridge.ts';
import type { Launch, LocalHostClient } from '#contract/local-host.ts';
import { runChooser } from './file-chooser.ts';
import { printPdf } from './print-pdf.ts';
import { uploadFiles } from './upload.ts';

/** The desktop as a browser page has it: choosers of our own, uploads and downloads. */
export function createBrowserBridge(host: LocalHostClient, launch: Launch): HostBridge {
  let launchFile = launch.file;
  return {
    kind: 'browser',
    platform: launch.platform,
    can: { reveal: false, openWindow: false, upload: true },
    launchFile: async () => {
      const file = launchFile;
      launchFile = null;
      return file;
    },
    onOpenFile: () => () => undefined,
    onMenuCommand: () => () => undefined,
    chooseFile: (request) => runChooser({ mode: 'open', ...request }, host.folders),
    chooseSavePath: async (request) => {
      const paths = await runChooser({ mode: 'save', ...request }, host.folders);
      return paths?.[0] ?? null;
    },
    chooseFolder: async (request) => {
      const paths = await runChooser({ mode: 'folder', ...request }, host.folders);
      return paths?.[0] ?? null;
    },
    pathsOf: (files, onProgress = () => undefined, signal) =>
      uploadFiles(files, launch.uploadLimit, onProgress, signal),
    saveBlob: async (blob, suggestedName) => {
      const address = URL.createObjectURL(blob);
      offer(address, suggestedName);
      // The download has its own hold on the bytes once it has begun, which it has by the next task.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      return true;
    },
    deliver: async (path) => {
      const { url } = await host.download.ticket({ path });
      offer(url, '');
    },
    print: printPdf,
    setTitle: (title) => {
      document.title = title;
    },
    setLanguage: () => undefined,
  };
}

/** Follows a link that downloads. An empty name leaves it to the host. */
function offer(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
