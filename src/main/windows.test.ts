import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { desktopChannels } from '#contract/desktop-channels.ts';
import { folderForTest, removeTestFolders, startedShell } from './stand-in/start.ts';
import type { Rectangle } from './window-memory.ts';
import { WindowMemory } from './window-memory.ts';

afterEach(removeTestFolders);

const laptop = { id: 1, workArea: { x: 0, y: 0, width: 1440, height: 860 } };
const desk = { id: 2, workArea: { x: 1440, y: -200, width: 2560, height: 1400 } };

function screens(...displays: (typeof laptop)[]) {
  const [primary = laptop] = displays;
  return {
    getAllDisplays: () => displays,
    getPrimaryDisplay: () => primary,
    getDisplayMatching: ({ x }: Rectangle) =>
      displays.find(({ workArea }) => x >= workArea.x && x < workArea.x + workArea.width) ??
      primary,
  };
}

function inside(area: Rectangle, bounds: Rectangle): boolean {
  return (
    bounds.x >= area.x &&
    bounds.y >= area.y &&
    bounds.x + bounds.width <= area.x + area.width &&
    bounds.y + bounds.height <= area.y + area.height
  );
}

const memoryFile = () => join(folderForTest(), 'desktop', 'windows.json');

describe('the memory of windows', () => {
  it('begins in the middle of the primary display', () => {
    expect(new WindowMemory(memoryFile(), screens(laptop)).recall()).toEqual({
      bounds: { x: 80, y: 30, width: 1280, height: 800 },
      maximized: false,
    });
  });

  it('puts a window where it was, on the display it was on', () => {
    const path = memoryFile();
    const was = {
      bounds: { x: 1500, y: 0, width: 1600, height: 1000 },
      maximized: true,
    };
    new WindowMemory(path, screens(laptop, desk)).keep(was);
    expect(new WindowMemory(path, screens(laptop, desk)).recall()).toEqual(was);
  });

  it('keeps a place for each display, and takes the one that is there', () => {
    const path = memoryFile();
    const onLaptop = { x: 10, y: 20, width: 1100, height: 700 };
    const both = new WindowMemory(path, screens(laptop, desk));
    both.keep({ bounds: onLaptop, maximized: false });
    both.keep({ bounds: { x: 1500, y: 0, width: 2000, height: 1200 }, maximized: false });
    expect(new WindowMemory(path, screens(laptop)).recall().bounds).toEqual(onLaptop);
  });

  it('follows a display that was moved', () => {
    const path = memoryFile();
    new WindowMemory(path, screens(laptop, desk)).keep({
      bounds: { x: 1540, y: -100, width: 1600, height: 1000 },
      maximized: false,
    });
    const moved = { id: 2, workArea: { ...desk.workArea, x: -2560, y: 0 } };
    expect(new WindowMemory(path, screens(laptop, moved)).recall().bounds).toMatchObject({
      x: -2460,
      y: 100,
    });
  });

  it('never puts a window where it cannot be reached, whatever was kept', () => {
    const path = memoryFile();
    const extent = fc.integer({ min: 1, max: 10_000 });
    const offset = fc.integer({ min: -10_000, max: 10_000 });
    const bounds = fc.record({ x: offset, y: offset, width: extent, height: extent });
    fc.assert(
      fc.property(bounds, fc.nat(12), (kept, beside) => {
        const memory = new WindowMemory(path, screens(laptop));
        memory.keep({ bounds: kept, maximized: false });
        expect(inside(laptop.workArea, memory.recall(beside).bounds)).toBe(true);
      }),
    );
  });

  it.each(['', 'not json', '{"last":1}', '[]', '{"last":"1","displays":{"1":{"x":"0"}}}'])(
    'is as new when its file is spoiled: %j',
    (content) => {
      const path = join(folderForTest(), 'windows.json');
      writeFileSync(path, content);
      const { bounds } = new WindowMemory(path, screens(laptop)).recall();
      expect(bounds).toMatchObject({ width: 1280, height: 800 });
    },
  );

  it('does not stand in the way when it cannot be written', () => {
    const folder = folderForTest();
    writeFileSync(join(folder, 'a-file'), '');
    const memory = new WindowMemory(join(folder, 'a-file', 'windows.json'), screens(laptop));
    memory.keep({ bounds: laptop.workArea, maximized: true });
    expect(memory.recall().maximized).toBe(false);
  });
});

describe('a window of the workbench', () => {
  it('is shown when it has something to show', async () => {
    const { window } = await startedShell();
    expect(window.options.show).toBe(false);
    expect(window.shown).toBe(false);
    window.emit('ready-to-show');
    expect(window.shown).toBe(true);
  });

  it('has the ground of the theme before its page is drawn', async () => {
    const light = await startedShell();
    const dark = await startedShell({
      prepare: (electron) => {
        Object.defineProperty(electron.nativeTheme, 'shouldUseDarkColors', { value: true });
      },
    });
    expect(light.window.options.backgroundColor).toBe('#ffffff');
    expect(dark.window.options.backgroundColor).toBe('#1a1b1e');
  });

  it('is remembered when it closes, and the program ends with the last', async () => {
    const { electron, window, folder } = await startedShell();
    window.bounds = { x: 40, y: 50, width: 1200, height: 700 };
    window.maximized = true;
    window.close();
    const kept = join(folder, 'config', 'desktop', 'windows.json');
    expect(existsSync(kept)).toBe(true);
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual({
      last: '1',
      displays: { 1: { x: 40, y: 50, width: 1200, height: 700, maximized: true } },
    });
    electron.app.emit('window-all-closed');
    expect(electron.app.quits).toBe(1);
  });

  it('may be gone on macOS, where the program stays and opens one when asked', async () => {
    const { electron, window } = await startedShell({ platform: 'darwin' });
    electron.app.emit('activate');
    expect(electron.windows).toHaveLength(1);
    window.close();
    electron.app.emit('window-all-closed');
    expect(electron.app.quits).toBe(0);
    electron.app.emit('activate');
    expect(electron.windows).toHaveLength(2);
  });

  it('stands beside the one before it', async () => {
    const { electron, window } = await startedShell();
    await electron.call(desktopChannels.openWindow, [null], { window });
    const second = electron.windows[1];
    expect(second?.options.x).not.toBe(window.options.x);
    expect(second?.options.y).not.toBe(window.options.y);
  });

  it('is loaded again when its page dies, but not for ever', async () => {
    const { electron, window } = await startedShell();
    const dies = () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    for (let time = 0; time < 3; time += 1) dies();
    expect(window.webContents.done).toEqual(['reload', 'reload', 'reload']);
    dies();
    expect(window.webContents.done).toHaveLength(3);
    expect(electron.errors).toHaveLength(1);
  });

  it('that ends in order is not loaded again', async () => {
    const { window } = await startedShell();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(window.webContents.done).toEqual([]);
  });

  it('that cannot be loaded says so and ends the program', async () => {
    const { electron } = await startedShell({
      prepare: (electron) => {
        electron.loading = () => Promise.reject(new Error('ERR_FILE_NOT_FOUND'));
      },
    });
    await expect.poll(() => electron.errors).toHaveLength(1);
    expect(electron.errors[0]).toContain('ERR_FILE_NOT_FOUND');
    expect(electron.app.quits).toBe(1);
  });
});
