import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { root } from './bootstrap/places.mjs';
import { isKnownUnavailable, noteAvailable, noteUnavailable } from './unavailable.ts';

const downloadLimitMs = 240_000;
const packageLimitMs = 480_000;

/**
 * How the tests start Chromium: it makes no connection of its own, and it can run in a container. The sandbox
 * cannot work for the root user, so only there is it turned off.
 */
export function chromiumFlags(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

/** The path of a Chromium that runs on this machine, if there is one. */
export function findBrowser(): string | undefined {
  const asked = process.env['LEGAJO_CHROMIUM'];
  // A browser that was asked for by name is not quietly replaced by another one.
  if (asked !== undefined && asked !== '') return runs(asked) ? asked : undefined;
  return candidates().find(runs);
}

/**
 * The path of a Chromium, which is downloaded or installed when there is none: Playwright's own, else, for the root
 * user of a Debian, the distribution's. Undefined when there is none to be had.
 */
export function getBrowser(): string | undefined {
  const asked = process.env['LEGAJO_CHROMIUM'];
  const here = findBrowser();
  if (here !== undefined || (asked !== undefined && asked !== '')) return here;
  downloadPlaywrights();
  return findBrowser() ?? (installDebians() ? findBrowser() : undefined);
}

function candidates(): string[] {
  return [
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ];
}

/** A browser whose libraries are missing is there, and yet of no use. */
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window, and the libraries come with the browser.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function downloadPlaywrights(): void {
  const what = 'playwright-chromium';
  if (isKnownUnavailable(what)) return;
  console.error('No browser to test with was found; downloading one.');
  const cli = join(root, 'node_modules/playwright/cli.js');
  const outcome = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    timeout: downloadLimitMs,
  });
  if (outcome.status === 0) noteAvailable(what);
  else noteUnavailable(what);
}

function installDebians(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.error('Installing the Chromium of the distribution.');
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 2],
      timeout: packageLimitMs,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}
