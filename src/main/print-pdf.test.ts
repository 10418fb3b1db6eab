import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { desktopChannels } from '#contract/desktop-channels.ts';
import type { StandInElectron } from './stand-in/electron.ts';
import { removeTestFolders, startedShell } from './stand-in/start.ts';
import type { StandInWindow } from './stand-in/window.ts';

afterEach(removeTestFolders);

const pdf = Buffer.from('%PDF-1.7 a dossier');

async function printing() {
  const shell = await startedShell();
  const { electron, window } = shell;
  const printed = electron.call(desktopChannels.print, [new Uint8Array(pdf)], { window });
  await expect.poll(() => electron.printWindows[0]?.webContents.answerPrint).toBeDefined();
  const [printWindow] = electron.printWindows;
  if (printWindow === undefined) throw new Error('no print window');
  return { ...shell, printed, printWindow };
}

const shownFile = (window: StandInWindow) => fileURLToPath(window.loaded ?? '');
const leftOver = (electron: StandInElectron) => readdirSync(electron.app.getPath('temp'));

describe('printing a PDF', () => {
  it('shows it in a sandboxed viewer with the dialog over it, and clears up after', async () => {
    const { electron, printed, printWindow } = await printing();
    expect(readFileSync(shownFile(printWindow))).toEqual(pdf);
    expect(printWindow.shown).toBe(true);
    expect(printWindow.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      partition: 'legajo-print',
    });
    expect(printWindow.options.webPreferences?.preload).toBeUndefined();
    printWindow.webContents.answerPrint?.(true, '');
    await printed;
    expect(printWindow.destroyed).toBe(true);
    await expect.poll(() => leftOver(electron)).toEqual([]);
  });

  it('may be called off', async () => {
    const { electron, printed, printWindow } = await printing();
    printWindow.webContents.answerPrint?.(false, 'Print job canceled');
    await printed;
    expect(printWindow.destroyed).toBe(true);
    await expect.poll(() => leftOver(electron)).toEqual([]);
  });

  it('leaves the viewer open when it failed, and the file for as long as that', async () => {
    const { electron, printed, printWindow } = await printing();
    printWindow.webContents.answerPrint?.(false, 'Print job failed');
    await printed;
    expect(printWindow.destroyed).toBe(false);
    expect(existsSync(shownFile(printWindow))).toBe(true);
    printWindow.close();
    await expect.poll(() => leftOver(electron)).toEqual([]);
  });

  it('ends when its window is closed', async () => {
    const { electron, printed, printWindow } = await printing();
    printWindow.close();
    await printed;
    expect(leftOver(electron)).toEqual([]);
  });

  it('lets its window ask for its file and its viewer alone, and go nowhere', async () => {
    const { printWindow } = await printing();
    const { session } = printWindow.webContents;
    const viewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html';
    expect(session.lets(printWindow.loaded ?? '')).toBe(true);
    expect(session.lets(viewer)).toBe(true);
    expect(printWindow.webContents.goes('will-frame-navigate', viewer)).toBe(true);
    const others = [
      'https://example.org/',
      'file:///etc/passwd',
      'legajo://app/index.html',
      'chrome-extension://another/index.html',
    ];
    expect(others.filter((url) => session.lets(url))).toEqual([]);
    expect(others.filter((url) => printWindow.webContents.goes('will-navigate', url))).toEqual([]);
    expect(session.grants('media')).toBe(false);
  });

  it('is refused for bytes that are no PDF', async () => {
    const { electron, window } = await startedShell();
    const call = electron.call(desktopChannels.print, [new Uint8Array([1, 2, 3])], { window });
    await expect(call).rejects.toMatchObject({ code: 'input.invalid' });
    expect(electron.printWindows).toEqual([]);
  });

  it('fails in words when the viewer cannot show it, and clears up', async () => {
    const { electron, window } = await startedShell();
    electron.loading = () => Promise.reject(new Error('ERR_FAILED'));
    const call = electron.call(desktopChannels.print, [new Uint8Array(pdf)], { window });
    await expect(call).rejects.toMatchObject({ code: 'dossier.failed' });
    expect(leftOver(electron)).toEqual([]);
  });

  it('that was cut off leaves nothing past the next start', async () => {
    const { electron } = await startedShell({
      prepare: ({ app }) => {
        const left = join(app.getPath('temp'), 'legajo-print-abc123');
        mkdirSync(left);
        writeFileSync(join(left, 'dossier.pdf'), pdf);
        writeFileSync(join(app.getPath('temp'), 'another-file'), '');
      },
    });
    expect(leftOver(electron)).toEqual(['another-file']);
  });
});
