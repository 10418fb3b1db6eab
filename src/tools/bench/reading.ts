/// <reference lib="dom" />
import { errors, type Locator, type Page } from 'playwright';

/** What a person waits for, in milliseconds. */
export interface Reading {
  /** From the click that opens a text until the frame that shows it. */
  readonly shown: number;
  /** From that click until a caret was placed in the text by another click and a key was heeded. */
  readonly heeded: number;
  /** The longest task while scrolling; 0 when none took 50 ms, which is what browsers call long. */
  readonly longest: number;
  /** From the key that marks the selected words until the frame that shows the mark. */
  readonly marked: number;
}

/** What the page measures, by its own clock; 0 for what has not happened. */
interface Measures {
  clicked: number;
  shown: number;
  keyed: number;
  heeded: number;
  longest: number;
  marked: number;
}

declare global {
  interface Window {
    bench: Measures;
  }
}

/** What is read, and how its words are marked. */
interface Subject {
  /** Selects what holds words of the text when it is shown. */
  readonly line: string;
  /** Selects what is scrolled. */
  readonly scroller: string;
  /** Whether Shift and an arrow selects; if not, the key is heeded when it came while a caret was there. */
  readonly selects: boolean;
  /** Pressed in turn to mark the words that are selected; the last one does it. */
  readonly keys: readonly string[];
  /** Selects what is there once the last key will be heeded, if that is not at once. */
  readonly ready?: string;
  /** Selects the marks. */
  readonly mark: string;
}

/** Turns of the wheel, and pixels of each. */
const turns = 40;
const turn = 1200;

/** Milliseconds that each step may take before measuring is given up: far beyond what is bearable. */
const patience = 60_000;

/** Places in which a word is looked for. */
const tries = 12;

/** The answer of a step, or the sentence that it did not come in time. */
async function orGiveUp<T>(what: string, step: Promise<T>): Promise<T> {
  return step.catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error;
    throw new Error(
      `${what} within ${patience / 1000} s: the machine may be too busy to measure on, or it is broken.`,
      { cause: error },
    );
  });
}

/**
 * Opens a text by a click, clicks into it, presses a key, scrolls, and marks some words. The times are the page's own: of
 * the events as they came in, and of the frames after what they led to.
 *
 * @throws Error that says what did not happen in time
 */
export async function read(
  page: Page,
  opener: Locator,
  { line, scroller, selects, keys, ready, mark }: Subject,
): Promise<Reading> {
  page.setDefaultTimeout(patience);
  await page.evaluate(observe, { line, selects });
  await orGiveUp('The text could not be opened', opener.click());
  await orGiveUp(
    'The text was not shown',
    page.waitForFunction(() => window.bench.shown > 0),
  );
  await orGiveUp(
    'The text could not be clicked into',
    page
      .locator(line)
      .first()
      .click({ position: { x: 60, y: 12 } }),
  );
  // Where the click fell on a passage, it has the arrows until it is left.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+ArrowRight');
  await orGiveUp(
    'A key was not heeded',
    page.waitForFunction(() => window.bench.heeded > 0),
  );
  await page.locator(scroller).first().hover();
  await page.evaluate(() => (window.bench.longest = 0));
  for (let at = 0; at < turns; at += 1) await page.mouse.wheel(0, turn);
  await orGiveUp('The text did not scroll', comeToRest(page, scroller));
  const longest = await page.evaluate(() => window.bench.longest);
  await orGiveUp('No words could be selected', selectWord(page, scroller));
  for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
  if (ready !== undefined) {
    await orGiveUp('The form to mark with did not come', page.locator(ready).first().waitFor());
  }
  await page.evaluate(noteMark, mark);
  await page.keyboard.press(keys.at(-1) ?? '');
  await orGiveUp(
    'The mark was not shown',
    page.waitForFunction(() => window.bench.marked > 0),
  );
  const measured = await page.evaluate(() => {
    const { clicked, shown, heeded, keyed, marked } = window.bench;
    return { shown: shown - clicked, heeded: heeded - clicked, marked: marked - keyed };
  });
  return { ...measured, longest };
}

/** Waits until the text was scrolled and lies still: on a busy machine the wheel turns late. */
async function comeToRest(page: Page, scroller: string): Promise<void> {
  await page.waitForFunction(
    async ({ selector, least, stillMs }) => {
      const place = (): number => document.querySelector(selector)?.scrollTop ?? 0;
      const before = place();
      await new Promise((settle) => requestAnimationFrame(() => setTimeout(settle, stillMs)));
      return before >= least && place() === before;
    },
    { selector: scroller, least: turn, stillMs: 500 },
  );
}

/** Selects a word in the middle of what is on the screen, or as near to it as there is one. */
async function selectWord(page: Page, scroller: string): Promise<void> {
  const box = await page.locator(scroller).first().boundingBox();
  if (box === null) throw new Error('The text is not on the screen.');
  // A double click between two words selects the gap, and one between paragraphs nothing.
  for (let at = 0; at < tries; at += 1) {
    const aside = { x: box.x + box.width / 2 - at * 17, y: box.y + box.height / 2 + at * 11 };
    await page.mouse.dblclick(aside.x, aside.y);
    const selected = page.waitForFunction(
      () => (getSelection()?.toString() ?? '').trim() !== '',
      undefined,
      { timeout: patience / tries },
    );
    if (await selected.then(Boolean, () => false)) return;
  }
  throw new Error('There were no words to select in the middle of the screen.');
}

/** Runs in the page: notes when one more thing that `mark` selects is on the screen. */
function noteMark(mark: string): void {
  const before = document.querySelectorAll(mark).length;
  const look = (): void => {
    if (document.querySelectorAll(mark).length > before) {
      setTimeout(() => (window.bench.marked = performance.now()));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page: notes when what `read` does has had its effect and that effect is on the screen. */
function observe({ line, selects }: { line: string; selects: boolean }): void {
  const measures: Measures = { clicked: 0, shown: 0, keyed: 0, heeded: 0, longest: 0, marked: 0 };
  window.bench = measures;
  const capture = { capture: true };
  window.addEventListener('click', (event) => (measures.clicked ||= event.timeStamp), capture);
  window.addEventListener('keydown', (event) => (measures.keyed = event.timeStamp), capture);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      measures.longest = Math.max(measures.longest, duration);
    }
  }).observe({ entryTypes: ['longtask'] });
  const isShown = (): boolean =>
    [...document.querySelectorAll(line)].some(({ textContent }) => textContent.length > 100);
  const isHeeded = (): boolean =>
    document.getSelection()?.isCollapsed === !selects ||
    document.querySelector('.cm-selectionBackground') !== null;
  // A frame is drawn after its callbacks and before the next task.
  const afterFrame = (note: 'shown' | 'heeded'): void => {
    setTimeout(() => (measures[note] = performance.now()));
  };
  const look = (): void => {
    if (measures.shown === 0) {
      if (measures.clicked > 0 && isShown()) afterFrame('shown');
    } else if (measures.keyed > 0 && isHeeded()) {
      afterFrame('heeded');
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
