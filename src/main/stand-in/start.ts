import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surroundings } from '../electron-pieces.ts';
import { startWorkbench } from '../workbench.ts';
import { StandInElectron } from './electron.ts';
import type { StandInWindow } from './window.ts';

const folders: string[] = [];

/** A folder of its own for a test, which lasts until `removeTestFolders`. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'legajo-test-'));
  folders.push(folder);
  return folder;
}

/** To be called after each test. */
export function removeTestFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The shell started around a stand-in for Electron that is ready at once. */
export async function startedShell(
  changes: Partial<Surroundings> & { prepare?: (electron: StandInElectron) => void } = {},
): Promise<{ electron: StandInElectron; folder: string; window: StandInWindow }> {
  const folder = folderForTest();
  const electron = new StandInElectron(folder);
  const outFolder = join(folder, 'out');
  mkdirSync(join(outFolder, 'renderer'), { recursive: true });
  mkdirSync(join(folder, 'temp'));
  writeFileSync(join(outFolder, 'renderer', 'index.html'), '<!doctype html>');
  const { prepare, ...surroundings } = changes;
  prepare?.(electron);
  electron.app.ready.resolve();
  await startWorkbench(electron, {
    args: [],
    workingDirectory: folder,
    platform: 'linux',
    outFolder,
    configFolder: join(folder, 'config'),
    development: false,
    ...surroundings,
  });
  const [window] = electron.windows;
  if (window === undefined) throw new Error('no window was opened');
  return { electron, folder, window };
}
