import { type Browser, type PlaywrightWorkerArgs, expect, test as base } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchInChromium } from './chromium.ts';
import { launchInElectron } from './electron.ts';
import { asIfAsked } from './environment.ts';
import type { LauncherName } from './launchers.ts';
import type { LaunchOptions, Workbench } from './workbench.ts';

export type Playwright = PlaywrightWorkerArgs['playwright'];

export interface Options {
  /** Set by the project. */
  launcher: LauncherName;
}

interface Fixtures {
  /** A folder of this test's own, deleted after it: for case files, documents and what is saved. */
  folder: string;
  /** Starts a workbench, which the fixture closes. A test may start several; they share recent cases and settings. */
  launch: (options?: LaunchOptions) => Promise<Workbench>;
}

interface WorkerFixtures {
  /** Starts Chromium when it is first asked for: a run in Electron needs none. */
  chromiumOnce: () => Promise<Browser>;
}

/** The `test` of every e2e file. */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  launcher: ['chromium', { option: true }],

  chromiumOnce: [
    async ({ playwright }, give) => {
      let browser: Promise<Browser> | undefined;
      await give(() => (browser ??= playwright.chromium.launch()));
      if (browser !== undefined) await (await browser).close();
    },
    { scope: 'worker' },
  ],

  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are needed.
  folder: async ({}, give) => {
    const folder = mkdtempSync(join(tmpdir(), 'legajo-e2e-'));
    await give(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  launch: async ({ launcher, playwright, chromiumOnce, folder }, give) => {
    const home = join(folder, '.home');
    mkdirSync(home);
    const running: Workbench[] = [];
    await give(async (options = {}) => {
      if (options.firstTime !== true) asIfAsked(home);
      const workbench =
        launcher === 'electron'
          ? await launchInElectron(playwright, folder, home, options)
          : await launchInChromium(await chromiumOnce(), folder, home, options);
      running.push(workbench);
      return workbench;
    });
    const problems = running.flatMap((workbench) => workbench.problems);
    const endings = await Promise.allSettled(running.map((workbench) => workbench.close()));
    expect(problems, 'what went wrong unseen in the page').toEqual([]);
    for (const ending of endings) if (ending.status === 'rejected') throw ending.reason;
  },
});

export { expect } from '@playwright/test';
export { expectAccessible } from './accessible.ts';
