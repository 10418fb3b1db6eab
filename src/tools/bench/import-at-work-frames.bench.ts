/// <reference lib="dom" />
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { createCase } from '#engine/cases/index.ts';
import { takeFolderInPage } from '../../../e2e/launch/chooser.ts';
import { asIfAsked } from '../../../e2e/launch/environment.ts';
import { startLocalHost } from '../../../e2e/launch/local-host.ts';
import { Words } from '../../../e2e/pages/words.ts';
import { chromiumFlags, getBrowser } from '../browser.ts';
import type { Figure } from './figure.ts';
import { writeMixedFiles } from './import-files.ts';
import { inScratchFolder } from './scratch.ts';

const files = 2000;
const seed = 17;
/** Milliseconds for which the page is looked at while nothing goes on. */
const restTime = 5000;
/** Milliseconds after which measuring is given up: far beyond what is bearable. */
const patience = 600_000;

/** What a page has drawn and done since it was asked last, by its own clock. */
interface Drawn {
  /** Frames a second. */
  frames: number;
  /** Milliseconds of the longest time between two frames. */
  gap: number;
  /** Milliseconds of the longest task; 0 when none took 50 ms, which is what browsers call long. */
  task: number;
  /** Milliseconds of the processor that the page took of each second. */
  work: number;
}

/** The screen of sources while two thousand files go in, with the import beside it, and the same screen at rest. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const documents = join(folder, 'documents');
    await writeMixedFiles(documents, files, seed);
    const path = join(folder, 'import.casefile');
    const about = { title: 'Import', reference: '', language: 'en', handling: 'AMBER' } as const;
    const actor = { name: 'Bench', initials: 'B', organization: '' };
    createCase({ path, ...about }, () => actor).close();
    const home = join(folder, '.home');
    asIfAsked(home);
    const executablePath = getBrowser();
    if (executablePath === undefined) throw new Error('there is no browser to measure in');
    const host = await startLocalHost(folder, home, path);
    const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
    try {
      const context = await browser.newContext({
        locale: 'en-US',
        viewport: { width: 1280, height: 800 },
      });
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      await page.goto(host.address);
      const { atWork, atRest } = await measured(page, folder, documents);
      return figures(atWork, atRest);
    } finally {
      await browser.close();
      await host.stop();
    }
  });
}

function figures(atWork: Drawn, atRest: Drawn): Figure[] {
  const what = `${files} files go in on the screen of sources`;
  const figure = (name: string, of: (drawn: Drawn) => number): Figure => ({
    name: `${what}: ${name}`,
    figure: of(atWork),
    baseline: of(atRest),
    against: 'the same screen at rest',
    unit: 'ms',
  });
  return [
    figure(
      `from frame to frame (${atWork.frames.toFixed(0)} a second)`,
      (drawn) => 1000 / drawn.frames,
    ),
    figure('longest time between two frames', ({ gap }) => gap),
    figure('longest task of the page', ({ task }) => task),
    figure('processor time of the page each second', ({ work }) => work),
  ];
}

/** Lets a folder be imported as a person does, and looks at the page until all is in. */
async function measured(
  page: Page,
  root: string,
  documents: string,
): Promise<{ atWork: Drawn; atRest: Drawn }> {
  const words = new Words('en');
  const main = page.getByRole('main');
  await main
    .getByRole('button', { name: words.t('import.choose') })
    .first()
    .waitFor();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  await page.evaluate(observe);
  let before = await worked();
  const look = async (): Promise<Drawn> => {
    const { seconds, ...drawn } = await page.evaluate(() => window.frameBench());
    const now = await worked();
    const work = (now - before) / seconds;
    before = now;
    return { ...drawn, work };
  };
  await page.getByRole('button', { name: words.t('import.more') }).click();
  await page.getByRole('menuitem', { name: words.t('import.folder') }).click();
  await takeFolderInPage(page, root, documents);
  const panel = page.getByRole('region', { name: words.t('import.title'), exact: true });
  const start = panel.getByRole('button', { name: words.t('import.startFolder') });
  await start.waitFor();
  await look();
  await page.waitForTimeout(restTime);
  const atRest = await look();
  await start.click();
  const done = words.t('import.state.done');
  await panel.getByRole('status').filter({ hasText: done }).waitFor();
  return { atWork: await look(), atRest };
}

declare global {
  interface Window {
    /** What was drawn since it was called last. */
    frameBench(): Omit<Drawn, 'work'> & { seconds: number };
  }
}

/** Runs in the page: counts its frames and notes its longest task. */
function observe(): void {
  let [since, last, frames, gap, task] = [performance.now(), performance.now(), 0, 0, 0];
  const tick = (now: number): void => {
    frames += 1;
    gap = Math.max(gap, now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) task = Math.max(task, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  window.frameBench = () => {
    const now = performance.now();
    const seconds = (now - since) / 1000;
    const drawn = { frames: frames / seconds, gap, task, seconds };
    [since, last, frames, gap, task] = [now, now, 0, 0, 0];
    return drawn;
  };
}
