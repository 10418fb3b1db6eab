import { menuCommands } from '#contract/bridge.ts';
import type { DesktopApi, MenuCommand } from '#contract/bridge.ts';
import { desktopChannels, pageChannels } from '#contract/desktop-channels.ts';

/** Electron's `ipcRenderer`, as far as it is used. */
export interface MainProcess {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown;
  off(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown;
}

/**
 * What a page may ask of the desktop: exactly `DesktopApi`, each act one message to main, which checks its sender and
 * its argument. What comes back is checked here, so that a page gets what its types say.
 *
 * @param pathForFile of a file that was dropped or picked
 * @param platform as Node names it
 */
export function desktopApi(
  main: MainProcess,
  pathForFile: (file: File) => string,
  platform: string,
): DesktopApi {
  const tell = (channel: string, value: unknown): void => {
    // Nobody waits for these; that one was refused is main's to know.
    main.invoke(channel, value).catch(() => undefined);
  };
  const listen = (channel: string, listener: (value: unknown) => void): (() => void) => {
    const heard = (_event: unknown, value: unknown): void => listener(value);
    main.on(channel, heard);
    return () => {
      main.off(channel, heard);
    };
  };
  return {
    platform,
    launchFile: async () => textOrNull(await main.invoke(desktopChannels.launchFile)),
    onOpenFile: (listener) =>
      listen(pageChannels.openFile, (path) => {
        if (typeof path === 'string') listener(path);
      }),
    onMenuCommand: (listener) =>
      listen(pageChannels.menuCommand, (command) => {
        if (isMenuCommand(command)) listener(command);
      }),
    chooseFile: async ({ purpose, multiple }) => {
      const paths = await main.invoke(desktopChannels.chooseFile, { purpose, multiple });
      return Array.isArray(paths) ? paths.map(String) : null;
    },
    chooseSavePath: async ({ purpose, suggestedName }) =>
      textOrNull(await main.invoke(desktopChannels.chooseSavePath, { purpose, suggestedName })),
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

const known: ReadonlySet<unknown> = new Set(menuCommands);

function isMenuCommand(value: unknown): value is MenuCommand {
  return known.has(value);
}
