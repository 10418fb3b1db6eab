import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import { menuCommands } from '#contract/bridge.ts';
import { desktopChannels, pageChannels } from '#contract/desktop-channels.ts';
import type { MenuActs, MenuState } from './menu.ts';
import { menuTemplate } from './menu.ts';
import { menuText, preferredLanguage } from './menu-text.ts';
import { removeTestFolders, startedShell } from './stand-in/start.ts';

afterEach(removeTestFolders);

const plain: MenuState = {
  language: 'en',
  colorScheme: 'auto',
  recent: [],
  platform: 'linux',
  development: false,
};

function recorded(): { acts: MenuActs; done: string[] } {
  const done: string[] = [];
  return {
    done,
    acts: {
      command: (command) => done.push(command),
      edit: (command) => done.push(`edit ${command}`),
      openRecent: (path) => done.push(`open ${path}`),
      newWindow: () => done.push('window'),
    },
  };
}

/** Every item of a menu, those of submenus included. */
function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : []),
  ]);
}

function choose(item: MenuItemConstructorOptions | undefined): void {
  const click: unknown = item?.click;
  if (typeof click !== 'function') throw new Error(`${item?.id} cannot be chosen`);
  Reflect.apply(click, undefined, []);
}

const withId = (template: readonly MenuItemConstructorOptions[], id: string) =>
  itemsOf(template).find((item) => item.id === id);

describe('the menu', () => {
  it.each(['linux', 'win32', 'darwin'])('offers every command there is, on %s', (platform) => {
    const { acts, done } = recorded();
    const template = menuTemplate({ ...plain, platform }, acts);
    for (const command of menuCommands) choose(withId(template, command));
    expect(done).toEqual(
      menuCommands.map((command) =>
        command === 'undo' || command === 'redo' ? `edit ${command}` : command,
      ),
    );
  });

  it.each(['linux', 'win32', 'darwin'])('gives no shortcut twice, on %s', (platform) => {
    const template = menuTemplate({ ...plain, platform, development: true }, recorded().acts);
    const shortcuts = itemsOf(template).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(shortcuts).toEqual(
      expect.arrayContaining(['CmdOrCtrl+N', 'CmdOrCtrl+O', 'CmdOrCtrl+P', 'CmdOrCtrl+F']),
    );
  });

  it.each(['en', 'es'] as const)('has a word for everything in it, in %s', (language) => {
    const template = menuTemplate({ ...plain, language, development: true }, recorded().acts);
    const wordless = itemsOf(template).filter(
      ({ type, label }) => type !== 'separator' && (label === undefined || label === ''),
    );
    expect(wordless).toEqual([]);
  });

  it('says in Spanish what it says in English, in other words', () => {
    const en = menuText('en');
    const es = menuText('es');
    const kept = Object.entries(en).filter(([key, text]) => Reflect.get(es, key) === text);
    expect(kept).toEqual([]);
  });

  it('reloads and inspects only while developing', () => {
    const roles = (development: boolean) =>
      itemsOf(menuTemplate({ ...plain, development }, recorded().acts)).map(({ role }) => role);
    expect(roles(false)).not.toContain('reload');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  });

  it('lists recent cases, whose ampersands are letters', () => {
    const { acts, done } = recorded();
    const recent = [{ path: '/a&b.casefile', title: 'A & B' }];
    const listed = withId(menuTemplate({ ...plain, recent }, acts), 'openRecent')?.submenu;
    const [item, ...more] = Array.isArray(listed) ? listed : [];
    expect(more).toEqual([]);
    expect(item?.label).toBe('A && B (/a&&b.casefile)');
    choose(item);
    expect(done).toEqual(['open /a&b.casefile']);
  });

  it('marks the look that is chosen', () => {
    const template = menuTemplate({ ...plain, colorScheme: 'dark' }, recorded().acts);
    const checked = itemsOf(template).filter((item) => item.checked === true);
    expect(checked.map(({ id }) => id)).toEqual(['colorSchemeDark']);
  });
});

describe('the language to begin with', () => {
  it('is the first of those a person prefers that is spoken here', () => {
    expect(preferredLanguage(['fr-FR', 'es-VE', 'en-US'])).toBe('es');
    expect(preferredLanguage(['en-GB', 'es'])).toBe('en');
    expect(preferredLanguage(['pt-BR'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });
});

describe('choosing in the menu', () => {
  it('tells the page of the window used last', async () => {
    const { electron, window } = await startedShell();
    await electron.call(desktopChannels.openWindow, [null], { window });
    window.focus();
    choose(withId(electron.menu, 'importDocuments'));
    expect(window.webContents.sent).toEqual([
      { channel: pageChannels.menuCommand, args: ['importDocuments'] },
    ]);
    expect(electron.windows[1]?.webContents.sent).toEqual([]);
  });

  it('undoes typing in the field that has the focus, and tells the page too', async () => {
    const { electron, window } = await startedShell();
    choose(withId(electron.menu, 'undo'));
    choose(withId(electron.menu, 'redo'));
    expect(window.webContents.done).toEqual(['undo', 'redo']);
    expect(window.webContents.sent.map(({ args }) => args)).toEqual([['undo'], ['redo']]);
  });

  it('opens a window when there is none', async () => {
    const { electron, window } = await startedShell({ platform: 'darwin' });
    window.close();
    choose(withId(electron.menu, 'undo'));
    expect(electron.windows).toHaveLength(1);
    choose(withId(electron.menu, 'newCase'));
    expect(electron.windows).toHaveLength(2);
    choose(withId(electron.menu, 'newWindow'));
    expect(electron.windows).toHaveLength(3);
  });
});

describe('the menu of a running workbench', () => {
  it('begins in the language of the system and follows the page', async () => {
    const { electron, window } = await startedShell({
      prepare: (electron) => {
        electron.app.languages = ['es-CO'];
      },
    });
    expect(withId(electron.menu, 'file')?.label).toBe('Archivo');
    await electron.call(desktopChannels.setLanguage, ['en'], { window });
    expect(withId(electron.menu, 'file')?.label).toBe('File');
  });

  it('shows the look the page chose, as do native dialogs', async () => {
    const { electron, window } = await startedShell();
    await electron.call(desktopChannels.setColorScheme, ['dark'], { window });
    expect(electron.nativeTheme.themeSource).toBe('dark');
    expect(withId(electron.menu, 'colorSchemeDark')?.checked).toBe(true);
    await electron.call(desktopChannels.setColorScheme, ['auto'], { window });
    expect(electron.nativeTheme.themeSource).toBe('system');
  });

  it('speaks and looks the same at the next start, before a page has said how', async () => {
    const { electron, window, folder } = await startedShell();
    await electron.call(desktopChannels.setLanguage, ['es'], { window });
    await electron.call(desktopChannels.setColorScheme, ['dark'], { window });
    const next = await startedShell({ configFolder: join(folder, 'config') });
    expect(withId(next.electron.menu, 'file')?.label).toBe('Archivo');
    expect(next.electron.nativeTheme.themeSource).toBe('dark');
  });

  it('lists the recent cases the page tells of, and opens the one chosen', async () => {
    const { electron, window } = await startedShell();
    const recent = [{ path: '/cases/one.casefile', title: 'One' }];
    await electron.call(desktopChannels.launchFile, [], { window });
    await electron.call(desktopChannels.setRecentFiles, [recent], { window });
    const listed = withId(electron.menu, 'openRecent')?.submenu;
    choose(Array.isArray(listed) ? listed[0] : undefined);
    expect(window.webContents.sent).toEqual([
      { channel: pageChannels.openFile, args: ['/cases/one.casefile'] },
    ]);
  });
});
