import type { DesktopApi } from '#contract/bridge.ts';
import type { DesktopChannel, PageMessages } from '#contract/desktop-channels.ts';
import { desktopChannels, pageChannels } from './channels.ts';

type Listener<K extends keyof PageMessages> = (event: unknown, value: PageMessages[K]) => void;

/** Electron's `ipcRenderer`, as far as it is used. */
export interface MainProcess {
  invoke(channel: DesktopChannel, ...args: unknown[]): Promise<unknown>;
  on<K extends keyof PageMessages>(channel: K, listener: Listener<K>): unknown;
  off<K extends keyof PageMessages>(channel: K, listener: Listener<K>): unknown;
}

/**
 * What a page may ask of the desktop: exactly `DesktopApi`, each act one message to main, which checks its sender and
 * its argument.
 *
 * @param pathForFile of a file that was dropped or picked
 * @param platform as Node names it
 */
export function desktopApi(
  main: MainProcess,
  pathForFile: (file: File) => string,
  platform: string,
): DesktopApi {
  const tell = (channel: DesktopChannel, value: unknown): void => {
    // Nobody waits for these; that one was refused is main's to know.
    main.invoke(channel, value).catch(() => undefined);
  };
  const listen = <K extends keyof PageMessages>(
    channel: K,
    listener: (value: PageMessages[K]) => void,
  ): (() => void) => {
    const heard: Listener<K> = (_event, value) => listener(value);
    main.on(channel, heard);
    return () => {
      main.off(channel, heard);
    };
  };
  return {
    platform,
    launchFile: async () => textOrNull(await main.invoke(desktopChannels.launchFile)),
    onOpenFile: (listener) => listen(pageChannels.openFile, listener),
    onMenuCommand: (listener) => listen(pageChannels.menuCommand, listener),
    chooseFile: async ({ purpose, multiple }) => {
      const paths = await main.invoke(desktopChannels.chooseFile, { purpose, multiple });
      return Array.isArray(paths) ? paths.map(String) : null;
    },
    chooseSavePath: async ({ purpose, suggestedName }) =>
      textOrNull(await main.invoke(desktopChannels.chooseSavePath, { purpose, suggestedName })),
    chooseFolder: async ({ purpose }) =>
      textOrNull(await main.invoke(desktopChannels.chooseFolder, { purpose })),
    pathForFile,
    saveBytes: async (suggestedName, bytes) =>
      textOrNull(await main.invoke(desktopChannels.saveBytes, { suggestedName, bytes })),
    reveal: async (path) => {
      await main.invoke(desktopChannels.reveal, path);
    },
    print: async (pdf) => {
      await main.invoke(desktopChannels.print, pdf);
    },
    openWindow: async (path) => {
      await main.invoke(desktopChannels.openWindow, path);
    },
    keychainAvailable: async () => (await main.invoke(desktopChannels.keychainAvailable)) === true,
    keychainHas: async (caseId) =>
      (await main.invoke(desktopChannels.keychainHas, caseId)) === true,
    keychainRecall: async (caseId) =>
      textOrNull(await main.invoke(desktopChannels.keychainRecall, caseId)),
    keychainKeep: async (caseId, passphrase) => {
      await main.invoke(desktopChannels.keychainKeep, { caseId, passphrase });
    },
    keychainForget: async (caseId) => {
      await main.invoke(desktopChannels.keychainForget, caseId);
    },
    setLanguage: (language) => tell(desktopChannels.setLanguage, language),
    setColorScheme: (scheme) => tell(desktopChannels.setColorScheme, scheme),
    setRecentFiles: (files) =>
      tell(
        desktopChannels.setRecentFiles,
        files.map(({ path, title }) => ({ path, title })),
      ),
    requestPort: async () => {
      await main.invoke(desktopChannels.requestPort);
    },
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
