import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { installedAsLocked } from './installed.mjs';
import { alone } from './lock.mjs';
import { root } from './places.mjs';

const stampPath = join(root, 'node_modules', '.legajo-stamp');

/**
 * Installs the dependencies the lock file names, unless they are in place already. Ends the process on failure.
 *
 * @param {{quiet: boolean}} how `quiet` prints nothing unless the installation fails
 */
export async function ensureDependencies({ quiet }) {
  if (stamped()) return;
  await alone('install', () => {
    // Another process may have installed them while this one waited.
    if (stamped()) return;
    if (!inPlace()) install(quiet);
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(stampPath, wantedStamp());
  });
}

function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8').replaceAll('\r\n', '\n');
  return createHash('sha256').update(`${process.platform} ${process.arch}\n${lock}`).digest('hex');
}

function stamped() {
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wantedStamp();
}

/** Whether npm's own record of what it installed, by whatever command, agrees with the lock file. */
function inPlace() {
  try {
    const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
    return installedAsLocked(read('node_modules/.package-lock.json'), read('package-lock.json'));
  } catch {
    return false;
  }
}

/** @param {boolean} quiet */
function install(quiet) {
  if (!quiet) console.error('Installing the dependencies (npm ci); this happens once.');
  const outcome = npm([...installCommand(), '--loglevel=warn'], quiet);
  if (outcome.status === 0) return;
  if (quiet) process.stderr.write(String(outcome.stdout) + String(outcome.stderr));
  console.error(
    `The dependencies could not be installed${outcome.error ? `: ${outcome.error.message}` : '.'}`,
  );
  process.exit(1);
}

/** Windows cannot remove the executable of a running process, and `npm ci` begins by removing everything. */
function installCommand() {
  const ownNodeIsInside = process.execPath.startsWith(join(root, 'node_modules') + sep);
  return process.platform === 'win32' && ownNodeIsInside ? ['install', '--no-save'] : ['ci'];
}

/**
 * @param {string[]} args
 * @param {boolean} quiet
 */
function npm(args, quiet) {
  // npm says in the environment where it is; going through it needs no shell.
  const script = process.env['npm_execpath'];
  const direct = script !== undefined && /\.c?js$/.test(script) && existsSync(script);
  // Standard output belongs to the program that is to run, so npm's goes to standard error.
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
    maxBuffer: 64 * 1024 * 1024,
  };
  return direct
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
