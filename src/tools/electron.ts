import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './bootstrap/places.mjs';
import { isKnownUnavailable, noteAvailable, noteUnavailable } from './unavailable.ts';

const folder = join(root, 'node_modules/electron');
const downloadLimitMs = 180_000;

/** The path of Electron's executable when it is on this machine already. Never downloads anything. */
export function electronBinary(): string | undefined {
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const path = join(dist, readFileSync(note, 'utf8'));
  return existsSync(path) ? path : undefined;
}

/** Why Electron could not show a window here even with its executable, in words; undefined when it could. */
export function electronObstacle(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const display = process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'];
  if (display === undefined || display === '') return 'there is no display';
  return process.getuid?.() === 0 ? 'its sandbox does not work for the root user' : undefined;
}

/**
 * Electron's executable, downloaded with its own installer when it is not here yet. A failure is remembered for a
 * day. Undefined when it cannot be had.
 */
export function obtainElectron(): string | undefined {
  const here = electronBinary();
  if (here !== undefined) return here;
  const what = `electron-${installedVersion()}-${process.platform}-${process.arch}`;
  if (isKnownUnavailable(what)) return undefined;
  console.error('Downloading Electron; this happens once.');
  const outcome = spawnSync(process.execPath, [join(folder, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: downloadLimitMs,
  });
  const binary = outcome.status === 0 ? electronBinary() : undefined;
  if (binary === undefined) noteUnavailable(what);
  else noteAvailable(what);
  return binary;
}

function installedVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
