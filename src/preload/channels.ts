import type { portMessage as portMessageType } from '#contract/bridge.ts';
import type {
  desktopChannels as desktopChannelsType,
  pageChannels as pageChannelsType,
} from '#contract/desktop-channels.ts';

// A preload script takes nothing but types from the contract, so that it stays small; the types say that these are
// the very same names.

export const desktopChannels: typeof desktopChannelsType = {
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
};

export const pageChannels: typeof pageChannelsType = {
  openFile: 'legajo:open-file',
  menuCommand: 'legajo:menu-command',
  port: 'legajo:engine-port',
};

export const portMessage: typeof portMessageType = 'legajo:port';
