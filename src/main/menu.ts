import type { MenuItemConstructorOptions } from 'electron';
import type { ColorScheme, MenuCommand, RecentFile } from '#contract/bridge.ts';
import type { Language } from '#contract/vocabulary.ts';
import { menuText } from './menu-text.ts';
import type { MenuText } from './menu-text.ts';

/** What the menu shows. */
export interface MenuState {
  readonly language: Language;
  readonly colorScheme: ColorScheme;
  /** Latest first. */
  readonly recent: readonly RecentFile[];
  /** As Node names it. */
  readonly platform: string;
  readonly development: boolean;
}

/** What the menu does. */
export interface MenuActs {
  /** Tells the page of the window used last. */
  command(command: MenuCommand): void;
  edit(command: 'undo' | 'redo'): void;
  openRecent(path: string): void;
  newWindow(): void;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** The application menu, as Electron builds it from a template. */
export function menuTemplate(state: MenuState, acts: MenuActs): Item[] {
  const words = menuText(state.language);
  const isMac = state.platform === 'darwin';
  const command = (name: MenuCommand & keyof MenuText, accelerator?: string): Item => ({
    id: name,
    label: words[name],
    click: () => acts.command(name),
    ...(accelerator !== undefined && { accelerator }),
  });
  const settings = command('settings', 'CmdOrCtrl+,');
  const about: Item = { role: 'about', label: words.about };
  const quit: Item = { role: 'quit', label: words.quit };

  const application: Item = {
    label: 'Legajo',
    submenu: [
      about,
      separator,
      settings,
      separator,
      { role: 'services', label: words.services },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      separator,
      quit,
    ],
  };

  const file: Item = {
    id: 'file',
    label: words.file,
    submenu: [
      command('newCase', 'CmdOrCtrl+N'),
      command('openCase', 'CmdOrCtrl+O'),
      {
        id: 'openRecent',
        label: words.openRecent,
        submenu: recentItems(state.recent, words, acts),
      },
      {
        id: 'newWindow',
        label: words.newWindow,
        accelerator: 'CmdOrCtrl+Shift+N',
        click: () => acts.newWindow(),
      },
      separator,
      command('importDocuments', 'CmdOrCtrl+I'),
      separator,
      command('openPackage'),
      command('exportPackage', 'CmdOrCtrl+Shift+E'),
      separator,
      command('printDossier', 'CmdOrCtrl+P'),
      ...(isMac ? [] : [separator, settings]),
      separator,
      command('lockCase', 'CmdOrCtrl+Shift+L'),
      command('closeCase', 'CmdOrCtrl+Shift+W'),
      { role: 'close', label: words.closeWindow },
      ...(isMac ? [] : [quit]),
    ],
  };

  const edit: Item = {
    id: 'edit',
    label: words.edit,
    submenu: [
      {
        id: 'undo',
        label: words.undo,
        accelerator: 'CmdOrCtrl+Z',
        click: () => acts.edit('undo'),
      },
      {
        id: 'redo',
        label: words.redo,
        accelerator: state.platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z',
        click: () => acts.edit('redo'),
      },
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
      separator,
      command('find', 'CmdOrCtrl+F'),
    ],
  };

  const view: Item = {
    id: 'view',
    label: words.view,
    submenu: [
      {
        id: 'colorScheme',
        label: words.colorScheme,
        submenu: [
          schemeItem('auto', command('colorSchemeAuto'), state),
          schemeItem('light', command('colorSchemeLight'), state),
          schemeItem('dark', command('colorSchemeDark'), state),
        ],
      },
      separator,
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      separator,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(state.development ? developmentItems(words) : []),
    ],
  };

  const go: Item = {
    id: 'go',
    label: words.go,
    submenu: [
      command('commandPalette', 'CmdOrCtrl+K'),
      separator,
      command('showSources', 'CmdOrCtrl+1'),
      command('showEntities', 'CmdOrCtrl+2'),
      command('showTags', 'CmdOrCtrl+3'),
      command('showSearch', 'CmdOrCtrl+Shift+F'),
      command('showDossiers', 'CmdOrCtrl+4'),
    ],
  };

  const window: Item = {
    role: 'window',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize },
      { role: 'zoom', label: words.zoomWindow },
      ...(isMac ? [separator, { role: 'front' as const, label: words.bringToFront }] : []),
    ],
  };

  const help: Item = {
    role: 'help',
    label: words.help,
    submenu: [command('keyboardHelp', 'F1'), ...(isMac ? [] : [separator, about])],
  };

  return [...(isMac ? [application] : []), file, edit, view, go, window, help];
}

function recentItems(recent: readonly RecentFile[], words: MenuText, acts: MenuActs): Item[] {
  if (recent.length === 0) return [{ label: words.noRecent, enabled: false }];
  return recent.map(({ path, title }) => ({
    // An ampersand would make the letter after it a shortcut.
    label: `${title} (${path})`.replaceAll('&', '&&'),
    click: () => acts.openRecent(path),
  }));
}

function schemeItem(scheme: ColorScheme, item: Item, state: MenuState): Item {
  return { ...item, type: 'radio', checked: state.colorScheme === scheme };
}

function developmentItems(words: MenuText): Item[] {
  return [
    separator,
    { role: 'reload', label: words.reload },
    { role: 'toggleDevTools', label: words.developerTools },
  ];
}
