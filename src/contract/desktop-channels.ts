import type { MenuCommand } from './bridge.ts';

/** Names of the messages between the preload script and Electron's main process, one for each act of `DesktopApi`. */
export const desktopChannels = {
  launchFile: 'legajo:launch-file',
  chooseFile: 'legajo:choose-file',
  chooseSavePath: 'legajo:choose-save-path',
  chooseFolder: 'legajo:choose-folder',
  saveBytes: 'legajo:save-bytes',
  reveal: 'legajo:reveal',
  print: 'legajo:print',
  openWindow: 'legajo:open-window',
  keychainAvailable: 'legajo:keychain-available',
  keychainHas: 'legajo:keychain-has',
  keychainRecall: 'legajo:keychain-recall',
  keychainKeep: 'legajo:keychain-keep',
  keychainForget: 'legajo:keychain-forget',
  setLanguage: 'legajo:set-language',
  setColorScheme: 'legajo:set-color-scheme',
  setRecentFiles: 'legajo:set-recent-files',
  requestPort: 'legajo:request-port',
} as const;
export type DesktopChannel = (typeof desktopChannels)[keyof typeof desktopChannels];

/** Names of the messages that main sends to a page's preload script unasked. */
export const pageChannels = {
  openFile: 'legajo:open-file',
  menuCommand: 'legajo:menu-command',
  /** Carries the engine's port. */
  port: 'legajo:engine-port',
} as const;

/** What each of those messages carries, but for the port, which comes beside its message. */
export interface PageMessages {
  [pageChannels.openFile]: string;
  [pageChannels.menuCommand]: MenuCommand;
}
