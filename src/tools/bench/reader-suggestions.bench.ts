/// <reference lib="dom" />
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright';
import { createCase } from '#engine/cases/index.ts';
import { closeExtraction, importDocuments } from '#engine/sources/index.ts';
import { findInText } from '#engine/suggest/found/index.ts';
import { labelledTexts } from '#engine/suggest/labelled/labelled.ts';
import { asIfAsked } from '../../../e2e/launch/environment.ts';
import { startLocalHost } from '../../../e2e/launch/local-host.ts';
import { chromiumFlags, getBrowser } from '../browser.ts';
import type { Figure } from './figure.ts';
import { median, timed } from './median.ts';
import { Prose } from './prose.ts';
import { inScratchFolder } from './scratch.ts';

const length = 3_000_000;
const rounds = 3;
/** Characters of prose between one report full of names and the next: this makes some five thousand suggestions. */
const apart = 12_000;
const judgements = 10;
const turns = 20;
const turn = 1200;
const patience = 120_000;

/** Milliseconds, by the page's own clock. */
interface Measured {
  readonly first: number;
  readonly arriving: number;
  readonly judging: number;
  readonly scrolling: number;
}

declare global {
  interface Window {
    /** The longest task since it was set to 0; 0 when none took the 50 ms that browsers call long. */
    longestTask: number;
  }
}

/** A very long source full of suggestions: how soon they are there, and whether the page is held up by them. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const text = makeText();
    const path = await makeCase(folder, text);
    const executablePath = getBrowser();
    if (executablePath === undefined) throw new Error('there is no browser to measure in');
    const found: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      found.push(await timed(() => findInText(text, 'en')));
    }
    const home = join(folder, '.home');
    asIfAsked(home);
    const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
    const measured: Measured[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        // Another host each time has read nothing yet.
        const host = await startLocalHost(folder, home, path);
        const context = await browser.newContext({ locale: 'en-US' });
        try {
          const page = await context.newPage();
          await page.goto(host.address);
          measured.push(await measure(page));
        } finally {
          await context.close();
          await host.stop();
        }
      }
    } finally {
      await browser.close();
    }
    const what = 'reader, 3 million characters, thousands of suggestions';
    const task = (name: string, of: (one: Measured) => number): Figure => ({
      name: `${what}: longest task while ${name}`,
      figure: median(measured.map(of)),
      unit: 'ms',
    });
    return [
      {
        name: `${what}: from key to the first shown`,
        figure: median(measured.map(({ first }) => first)),
        baseline: median(found),
        against: 'finding the names of that text, and no more',
        unit: 'ms',
      },
      task('they arrive', ({ arriving }) => arriving),
      task('scrolling', ({ scrolling }) => scrolling),
      task('turning down one after another', ({ judging }) => judging),
    ];
  });
}

function makeText(): string {
  const reports = labelledTexts('development').map(({ text }) => text);
  const prose = new Prose(5);
  const parts: string[] = [];
  for (let written = 0; written < length;) {
    const report = reports[parts.length % reports.length] ?? '';
    const part = `${report}\n\n${prose.text(apart)}\n`;
    parts.push(part);
    written += part.length;
  }
  return parts.join('');
}

async function makeCase(folder: string, text: string): Promise<string> {
  const path = join(folder, 'suggestions.casefile');
  const store = createCase(
    { path, title: 'Long', reference: '', language: 'en', handling: 'AMBER' },
    () => ({ name: 'Bench', initials: 'B', organization: '' }),
  );
  try {
    const documents = join(folder, 'documents');
    mkdirSync(documents);
    const file = join(documents, 'long.txt');
    writeFileSync(file, text);
    await importDocuments(store, [file], {}, { started: () => {}, settled: () => {} });
    return path;
  } finally {
    store.close();
    await closeExtraction();
  }
}

async function measure(page: Page): Promise<Measured> {
  page.setDefaultTimeout(patience);
  await page.evaluate(() => {
    window.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        window.longestTask = Math.max(window.longestTask, duration);
      }
    }).observe({ entryTypes: ['longtask'] });
  });
  /** The longest task while something is done, until the page has drawn what came of it. */
  const longest = async (work: () => Promise<unknown>): Promise<number> => {
    await page.evaluate(() => (window.longestTask = 0));
    await work();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return page.evaluate(() => window.longestTask);
  };
  await page.getByRole('row').filter({ hasText: 'long' }).dblclick();
  await page.locator('.cm-content:focus').waitFor();
  const asked = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressed = 0;
        window.addEventListener('keydown', (event) => (pressed ||= event.timeStamp), true);
        const look = (): void => {
          if (pressed > 0 && document.querySelector('.lg-suggested') !== null) {
            setTimeout(() => resolve(performance.now() - pressed));
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
  const arriving = await longest(async () => {
    await page.keyboard.press('i');
    await asked;
  });
  const current = page.locator('.lg-suggested-current').first();
  const scrolling = await longest(async () => {
    await page.locator('.cm-scroller').first().hover();
    for (let at = 0; at < turns; at += 1) await page.mouse.wheel(0, turn);
    await page.waitForFunction(
      (least) => (document.querySelector('.cm-scroller')?.scrollTop ?? 0) >= least,
      turn,
    );
  });
  await page.keyboard.press('.');
  await current.waitFor();
  const judging = await longest(async () => {
    for (let at = 0; at < judgements; at += 1) {
      await page.locator('[aria-keyshortcuts="N"]:enabled').waitFor();
      await page.keyboard.press('n');
    }
    await page.locator('[aria-keyshortcuts="N"]:enabled').waitFor();
  });
  return { first: await asked, arriving, judging, scrolling };
}
