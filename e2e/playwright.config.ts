import { join } from 'node:path';
import { defineConfig, type Project } from '@playwright/test';
import { chromiumFlags, findBrowser } from '../src/tools/browser.ts';
import { chosenLaunchers, type LauncherName } from './launch/launchers.ts';
import type { Options } from './launch/test.ts';

const report = process.env['LEGAJO_E2E_REPORT'];
const screenshots = process.env['LEGAJO_SCREENSHOTS'] !== undefined;
const executablePath = findBrowser();

const viewport = { width: 1280, height: 800 };

/** The suite is written once; each project runs it over another launcher, but for what only one of them has. */
const project = (launcher: LauncherName): Project<Options> => ({
  name: launcher,
  use: { launcher },
  testIgnore: launcher === 'electron' ? '**/*.chromium.spec.ts' : '**/*.electron.spec.ts',
});

export default defineConfig<Options>({
  // `npm run screenshots` takes the pictures of the README with the same launchers.
  testDir: screenshots ? 'screenshots' : 'tests',
  outputDir: join('..', 'test-results'),
  fullyParallel: true,
  forbidOnly: true,
  // A machine that builds for many may be too slow once. What passes only then is named in the summary of `npm test`.
  retries: process.env['CI'] === undefined ? 0 : 1,
  workers: 2,
  // Limits for a machine that is busy with other things too: what is waited for usually comes at once.
  timeout: 240_000,
  // Before the step is stopped from outside (src/tools/checks/steps.ts), so that there is a report.
  globalTimeout: 19 * 60 * 1000,
  expect: { timeout: 30_000 },
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    viewport,
    headless: true,
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    // Recording slows every page down: it is for looking into a failure.
    trace: process.env['LEGAJO_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: {
      args: chromiumFlags(),
      ...(executablePath !== undefined && { executablePath }),
    },
  },
  projects: chosenLaunchers().map(project),
});
