import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { desktopChannels, pageChannels } from './channels.ts';
import { desktopApi } from './desktop-api.ts';

/** Stands in for `ipcRenderer`. */
class StandInMain extends EventEmitter {
  readonly invoked: unknown[][] = [];
  answer: () => unknown = () => null;

  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    this.invoked.push([channel, ...args]);
    return this.answer();
  }
}

function page() {
  const main = new StandInMain();
  return { main, desktop: desktopApi(main, (file) => `/dropped/${file.name}`, 'linux') };
}

describe('the desktop of a page', () => {
  it('says each act to main in one message', async () => {
    const { main, desktop } = page();
    const bytes = new Uint8Array([1]);
    await desktop.launchFile();
    await desktop.chooseFile({ purpose: 'documents', multiple: true });
    await desktop.chooseSavePath({ purpose: 'case', suggestedName: 'a.casefile' });
    await desktop.chooseFolder({ purpose: 'template' });
    await desktop.saveBytes('a.bin', bytes);
    await desktop.reveal('/a');
    await desktop.print(bytes);
    await desktop.openWindow(null);
    await desktop.keychainAvailable();
    await desktop.keychainHas('one');
    await desktop.keychainRecall('one');
    await desktop.keychainKeep('one', 'words');
    await desktop.keychainForget('one');
    desktop.setLanguage('es');
    desktop.setColorScheme('dark');
    desktop.setRecentFiles([{ path: '/a', title: 'A' }]);
    await desktop.requestPort();
    expect(main.invoked).toEqual([
      [desktopChannels.launchFile],
      [desktopChannels.chooseFile, { purpose: 'documents', multiple: true }],
      [desktopChannels.chooseSavePath, { purpose: 'case', suggestedName: 'a.casefile' }],
      [desktopChannels.chooseFolder, { purpose: 'template' }],
      [desktopChannels.saveBytes, { suggestedName: 'a.bin', bytes }],
      [desktopChannels.reveal, '/a'],
      [desktopChannels.print, bytes],
      [desktopChannels.openWindow, null],
      [desktopChannels.keychainAvailable],
      [desktopChannels.keychainHas, 'one'],
      [desktopChannels.keychainRecall, 'one'],
      [desktopChannels.keychainKeep, { caseId: 'one', passphrase: 'words' }],
      [desktopChannels.keychainForget, 'one'],
      [desktopChannels.setLanguage, 'es'],
      [desktopChannels.setColorScheme, 'dark'],
      [desktopChannels.setRecentFiles, [{ path: '/a', title: 'A' }]],
      [desktopChannels.requestPort],
    ]);
    expect(new Set(main.invoked.map(([channel]) => channel))).toEqual(
      new Set(Object.values(desktopChannels)),
    );
  });

  it('gives what main answers', async () => {
    const { main, desktop } = page();
    main.answer = () => '/a.casefile';
    expect(await desktop.launchFile()).toBe('/a.casefile');
    expect(await desktop.chooseSavePath({ purpose: 'case', suggestedName: 'a' })).toBe(
      '/a.casefile',
    );
    expect(await desktop.saveBytes('a', new Uint8Array())).toBe('/a.casefile');
    main.answer = () => ['/a', '/b'];
    expect(await desktop.chooseFile({ purpose: 'case', multiple: false })).toEqual(['/a', '/b']);
    main.answer = () => null;
    expect(await desktop.chooseFile({ purpose: 'case', multiple: false })).toBeNull();
    expect(await desktop.launchFile()).toBeNull();
  });

  it('rejects as main does, and troubles nobody with what nobody waits for', async () => {
    const { main, desktop } = page();
    main.answer = () => {
      throw new Error('connection.lost {}');
    };
    await expect(desktop.requestPort()).rejects.toThrow('connection.lost {}');
    desktop.setLanguage('en');
    expect(main.invoked).toHaveLength(2);
  });

  it('knows where a dropped file lies', () => {
    const { desktop } = page();
    expect(desktop.pathForFile(new File([], 'a.txt'))).toBe('/dropped/a.txt');
  });

  it('hears of files and commands until it no longer listens', () => {
    const { main, desktop } = page();
    const heard: string[] = [];
    const stops = [
      desktop.onOpenFile((path) => heard.push(path)),
      desktop.onMenuCommand((command) => heard.push(command)),
    ];
    main.emit(pageChannels.openFile, {}, '/a.casefile');
    main.emit(pageChannels.menuCommand, {}, 'find');
    for (const stop of stops) stop();
    main.emit(pageChannels.openFile, {}, '/b.casefile');
    main.emit(pageChannels.menuCommand, {}, 'find');
    expect(heard).toEqual(['/a.casefile', 'find']);
  });
});
