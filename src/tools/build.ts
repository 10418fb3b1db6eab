import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './bootstrap/lock.mjs';
import { cacheFolder, root } from './bootstrap/places.mjs';

const stampPath = join(cacheFolder, 'build-stamp');

/** What the files in `out/` are made from. */
const ingredients = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/**
 * Builds `out/` unless what it is made from is as it was at the last build. What the build prints goes to standard
 * error. Returns whether `out/` is now good.
 */
export async function ensureBuilt(): Promise<boolean> {
  return alone('build', () => {
    const wanted = hashOf(ingredients);
    if (complete() && stamp() === wanted) return true;
    // A build that is interrupted must not pass for the one before it.
    remember('unfinished');
    console.error('Building the workbench.');
    const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
    const outcome = spawnSync(process.execPath, [electronVite, 'build'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (outcome.status !== 0 || !complete()) return false;
    remember(wanted);
    return true;
  });
}

/** Whether a part for each process is there; a build leaves out a part whose source is missing. */
function complete(): boolean {
  const parts = ['main/main.js', 'main/cli.js', 'preload/preload.cjs', 'renderer/index.html'];
  return parts.every((part) => existsSync(join(root, 'out', part)));
}

function stamp(): string | undefined {
  return existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : undefined;
}

function remember(value: string): void {
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(stampPath, value);
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder)) {
    // The length keeps the end of one file apart from the beginning of the next.
    const content = readFileSync(join(root, path));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !file.startsWith(join('src', 'tools')))
    .toSorted();
}
