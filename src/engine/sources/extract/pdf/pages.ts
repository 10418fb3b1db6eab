import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { LayoutPage, LayoutRun } from '#contract/extraction.ts';
import { CaseError } from '#contract/error.ts';
import type { ParserOptions } from '../extraction.ts';
import type { Block } from '../segments.ts';
import { arrange } from './columns.ts';
import { bodySize, type PageText } from './fragment.ts';
import { linesOf, type Line } from './lines.ts';
import { readPageText } from './page-text.ts';
import { buildParagraphs, paragraphsOf, type PageParagraph } from './paragraphs.ts';
import { tellRunningHeads, type HeadedPage } from './running-heads.ts';
import { readScan, wantsOcr } from './scan.ts';

/** What stands between two blocks of text, in UTF-16 code units: see `joinBlocks`. */
const SEPARATOR = 2;

/** Stretches whose places are kept: about 200 MB of them. What comes after these has its text and no places. */
const MOST_RUNS = 2_000_000;

/** Pages after which what the library has gathered of fonts and objects is dropped. */
const CLEANUP = 2500;

export interface ReadPages {
  readonly blocks: readonly Block[];
  readonly layout: LayoutPage[];
  /** Numbers of pages: without any text, not readable, read from their pictures. */
  readonly empty: readonly number[];
  readonly unread: readonly number[];
  readonly byOcr: readonly number[];
  /** Files that hang from pages, by what the library calls them: their names. */
  readonly files: ReadonlyMap<string, string>;
  /** Why the last of the unreadable ones is. */
  readonly failure: unknown;
}

/** The text of all pages as blocks, and where it stands. No more than a few pages are held at a time beyond that. */
export async function readPages(
  pdf: PDFDocumentProxy,
  options: Pick<ParserOptions, 'settings' | 'limits' | 'progress'>,
): Promise<ReadPages> {
  const unread: number[] = [];
  let failure: unknown;
  async function* pages(): AsyncGenerator<PageText> {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      try {
        yield await readOne(pdf, number, options);
      } catch (cause) {
        failure = cause;
        unread.push(number);
      }
      if (number % CLEANUP === 0) await pdf.cleanup();
      options.progress(number, pdf.numPages, 'pages');
    }
  }
  const blocks: Block[] = [];
  const layout: LayoutPage[] = [];
  const empty: number[] = [];
  const byOcr: number[] = [];
  const files = new Map<string, string>();
  let length = 0;
  let placed = 0;
  for await (const headed of tellRunningHeads(pages(), pdf.numPages > 3 ? 2 : 1)) {
    const { number, width, height, ocr } = headed.page;
    for (const [id, name] of headed.page.files) files.set(id, name);
    const runs: LayoutRun[] = [];
    const paragraphs = composePage(headed);
    for (const { kind, text, runs: within } of paragraphs) {
      blocks.push({ kind, text, page: number });
      if (placed < MOST_RUNS) {
        for (const run of within) runs.push(layoutRun(length, run));
      }
      length += text.length + SEPARATOR;
    }
    if (length > options.limits.textUnits) {
      throw new CaseError('source.tooLarge', { size: length, limit: options.limits.textUnits });
    }
    placed += runs.length;
    layout.push({ page: number, width: tenths(width), height: tenths(height), ocr, runs });
    if (paragraphs.length === 0) empty.push(number);
    if (ocr) byOcr.push(number);
  }
  return { blocks, layout, empty, unread, byOcr, files, failure };
}

async function readOne(
  pdf: PDFDocumentProxy,
  number: number,
  { settings }: Pick<ParserOptions, 'settings'>,
): Promise<PageText> {
  const page = await pdf.getPage(number);
  try {
    const text = await readPageText(page);
    if (!(await wantsOcr(page, text, settings.ocr ?? 'auto'))) {
      return text;
    }
    const scan = await readScan(page, text, settings.ocrLanguages);
    // What a picture does not tell is better than nothing.
    return scan.directions.length > 0 ? scan : text;
  } finally {
    page.cleanup();
  }
}

/** The paragraphs of a page: its heads, its text in reading order, text that is turned another way, its feet, what was noted on it. */
function composePage({ page, heads, feet, directions, around }: HeadedPage): PageParagraph[] {
  const body = bodySize(around.flat());
  const [main, ...turned] = directions;
  const running = (lines: readonly Line[]): PageParagraph[] =>
    lines.map(({ text, runs }) => ({ kind: 'runningHead', text, runs }));
  const middle = main === undefined ? 0 : (main.top + main.bottom) / 2;
  return [
    ...running(heads),
    ...(main === undefined ? [] : paragraphsOf(arrange(main.fragments), { body, middle })),
    ...turned.flatMap(({ angle, fragments, bottom }) =>
      angle % 90 === 0
        ? paragraphsOf(arrange(fragments), { body, middle: bottom })
        : buildParagraphs(linesOf(fragments.map((one) => [one])), { body, middle: bottom }),
    ),
    ...running(feet),
    ...page.comments.map(({ text, box }): PageParagraph => {
      const runs = [{ start: 0, end: text.length, box }];
      return { kind: 'comment', text, runs };
    }),
  ].filter(({ text }) => text !== '');
}

function layoutRun(from: number, { start, end, box }: Line['runs'][number]): LayoutRun {
  const { left, top, width, height } = box;
  return [from + start, from + end, tenths(left), tenths(top), tenths(width), tenths(height)];
}

function tenths(points: number): number {
  return Math.round(points * 10) / 10;
}
