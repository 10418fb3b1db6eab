import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { desktopChannels, pageChannels } from '#contract/desktop-channels.ts';
import { caseFileArgument } from './case-file-argument.ts';
import { preventable } from './stand-in/contents.ts';
import { StandInElectron } from './stand-in/electron.ts';
import { folderForTest, removeTestFolders, startedShell } from './stand-in/start.ts';
import type { StandInWindow } from './stand-in/window.ts';
import { startWorkbench } from './workbench.ts';

afterEach(removeTestFolders);

const launchFile = (electron: StandInElectron, window: StandInWindow) =>
  electron.call(desktopChannels.launchFile, [], { window });

const openings = (window: StandInWindow) =>
  window.webContents.sent.filter(({ channel }) => channel === pageChannels.openFile);

describe('the file of a command line', () => {
  const folder = resolve('cases');

  it('is found between switches and made absolute', () => {
    expect(caseFileArgument(['--flag', '-x', 'a.casefile'], folder)).toBe(
      join(folder, 'a.casefile'),
    );
    expect(caseFileArgument([join(folder, 'b.casefile')], 'elsewhere')).toBe(
      join(folder, 'b.casefile'),
    );
  });

  it('may be an address', () => {
    const path = join(folder, 'with space.casefile');
    expect(caseFileArgument([pathToFileURL(path).href], folder)).toBe(path);
    expect(caseFileArgument(['file:'], folder)).not.toBe('file:');
  });

  it('is none when there is none', () => {
    expect(caseFileArgument(['--only', ''], folder)).toBeNull();
  });
});

describe('a case file', () => {
  it('given as argument is told to the first page, once', async () => {
    const { electron, window, folder } = await startedShell({ args: ['one.casefile'] });
    expect(await launchFile(electron, window)).toBe(join(folder, 'one.casefile'));
    expect(await launchFile(electron, window)).toBeNull();
  });

  it('double clicked on macOS before the program is ready is opened first', async () => {
    const folder = folderForTest();
    const electron = new StandInElectron(folder);
    const started = startWorkbench(electron, {
      args: [],
      workingDirectory: folder,
      platform: 'darwin',
      outFolder: folder,
      configFolder: folder,
      development: false,
    });
    const click = preventable({});
    electron.app.emit('open-file', click, '/cases/two.casefile');
    expect(click.prevented).toBe(true);
    electron.app.ready.resolve();
    await started;
    const [window] = electron.windows;
    if (window === undefined) throw new Error('no window');
    expect(await launchFile(electron, window)).toBe('/cases/two.casefile');
  });

  it('double clicked later is told to the page, whose window comes to the front', async () => {
    const { electron, window } = await startedShell();
    await launchFile(electron, window);
    window.minimized = true;
    electron.app.emit('open-file', preventable({}), '/cases/two.casefile');
    expect(openings(window)).toEqual([
      { channel: pageChannels.openFile, args: ['/cases/two.casefile'] },
    ]);
    expect(window.minimized).toBe(false);
    expect(window.focused).toBe(1);
  });

  it('that comes while the page is still loading is there when the page asks', async () => {
    const { electron, window } = await startedShell();
    electron.app.emit('open-file', preventable({}), '/cases/two.casefile');
    expect(openings(window)).toEqual([]);
    expect(await launchFile(electron, window)).toBe('/cases/two.casefile');
  });

  it('goes to the window used last', async () => {
    const { electron, window } = await startedShell();
    await electron.call(desktopChannels.openWindow, [null], { window });
    const second = electron.windows[1];
    if (second === undefined) throw new Error('no second window');
    await launchFile(electron, window);
    await launchFile(electron, second);
    window.focus();
    electron.app.emit('open-file', preventable({}), '/cases/two.casefile');
    expect(openings(window)).toHaveLength(1);
    expect(openings(second)).toHaveLength(0);
  });

  it('can be opened in a window of its own', async () => {
    const { electron, window } = await startedShell();
    const path = resolve('three.casefile');
    await electron.call(desktopChannels.openWindow, [path], { window });
    const second = electron.windows[1];
    if (second === undefined) throw new Error('no second window');
    expect(await launchFile(electron, second)).toBe(path);
    expect(await launchFile(electron, window)).toBeNull();
  });
});

describe('a second start', () => {
  it('hands its file to the first and ends without a window', async () => {
    const folder = folderForTest();
    const electron = new StandInElectron(folder);
    electron.app.isFirst = false;
    await startWorkbench(electron, {
      args: ['one.casefile'],
      workingDirectory: folder,
      platform: 'linux',
      outFolder: folder,
      configFolder: folder,
      development: false,
    });
    expect(electron.app.handedOver).toEqual({ file: join(folder, 'one.casefile') });
    expect(electron.app.quits).toBe(1);
    expect(electron.windows).toEqual([]);
  });

  it('opens its file in the first', async () => {
    const { electron, window } = await startedShell();
    await launchFile(electron, window);
    electron.app.emit('second-instance', {}, [], '/', { file: '/cases/one.casefile' });
    expect(openings(window).map(({ args }) => args)).toEqual([['/cases/one.casefile']]);
  });

  it('without a file brings the first to the front', async () => {
    const { electron, window } = await startedShell();
    electron.app.emit('second-instance', {}, [], '/', { file: null });
    expect(window.focused).toBe(1);
    expect(electron.windows).toHaveLength(1);
  });

  it('finds a window even when all were closed', async () => {
    const { electron, window } = await startedShell({ platform: 'darwin' });
    window.close();
    electron.app.emit('second-instance', {}, [], '/', undefined);
    expect(electron.windows).toHaveLength(2);
  });
});
