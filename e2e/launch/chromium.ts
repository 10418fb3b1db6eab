import type { Browser } from '@playwright/test';
import { chooseInPage, placeInPage, takeFolderInPage } from './chooser.ts';
import { dropFiles } from './drop.ts';
import { startLocalHost } from './local-host.ts';
import { watchProblems } from './problems.ts';
import { delayReplies } from './slow-replies.ts';
import type { LaunchOptions, Workbench } from './workbench.ts';

/** The workbench in a browser, served by the built local host; with `LEGAJO_SLOW_REPLIES` its answers come that many milliseconds late. */
export async function launchInChromium(
  browser: Browser,
  folder: string,
  home: string,
  { file, locale = 'en-US' }: LaunchOptions,
): Promise<Workbench> {
  const host = await startLocalHost(folder, home, file);
  const context = await browser.newContext({ locale, acceptDownloads: true });
  const page = await context.newPage();
  const delay = process.env['LEGAJO_SLOW_REPLIES'];
  if (delay !== undefined) await delayReplies(page, Number(delay));
  const problems = watchProblems(page, new URL(host.address).origin);
  await page.goto(host.address);
  return {
    launcher: 'chromium',
    page,
    folder,
    problems,
    dropFiles,
    chooseFiles: async (act, paths) => {
      await act();
      await chooseInPage(page, folder, paths);
    },
    chooseSavePath: async (act, path) => {
      await act();
      await placeInPage(page, folder, path);
    },
    chooseFolder: async (act, path) => {
      await act();
      await takeFolderInPage(page, folder, path);
    },
    close: async () => {
      await context.close();
      await host.stop();
    },
  };
}
