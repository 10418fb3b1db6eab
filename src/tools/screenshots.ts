import { getBrowser } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { runScript } from './checks/run.ts';

/** `npm run screenshots`: takes the pictures of the README from the running workbench (`e2e/screenshots/`). */
const browser = getBrowser();
if (browser === undefined) {
  console.error('No browser was found to take the pictures with, and none could be installed.');
  process.exit(1);
}
if (!(await ensureBuilt())) process.exit(1);
const well = await runScript(
  'node_modules/@playwright/test/cli.js',
  ['test', '--config=e2e/playwright.config.ts', ...process.argv.slice(2)],
  { env: { LEGAJO_SCREENSHOTS: '1', LEGAJO_E2E: 'chromium', LEGAJO_CHROMIUM: browser } },
);
process.exitCode = well ? 0 : 1;
