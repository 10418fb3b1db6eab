import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { CaseError } from '#contract/error.ts';
import { readAnnotations } from './annotations.ts';
import type { Box, PageText } from './fragment.ts';
import { FragmentBuilder } from './fragment-builder.ts';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type Item = Extract<TextContent['items'][number], { str: string }>;
type Matrix = readonly [number, number, number, number, number, number];

/** Above and below the baseline, in sizes, where a font does not say how far its letters reach. */
const ASCENT = 0.9;
const DESCENT = -0.22;

/** Control characters, all of category Cc. */
const CONTROL = /[\0-\u001f\u007f-\u009f]/;

/** Stretches of text on one page. A page of a telephone book has a few thousand. */
const MOST_ITEMS = 100_000;

/** The text of a page, in the order in which it is drawn, as pieces of lines. */
export async function readPageText(page: PDFPageProxy): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await readItems(page);
  const { width, height, userUnit } = viewport;
  const view = matrixOf(viewport.transform);
  const builder = new FragmentBuilder({ width, height });
  for (const item of items) {
    if ('str' in item) {
      addItem(builder, item, multiply(view, matrixOf(item.transform)), styles, userUnit);
    }
  }
  builder.endLine();
  const besides = await readAnnotations(page, builder);
  const directions = builder.directions();
  return { number: page.pageNumber, width, height, ocr: false, directions, ...besides };
}

/** What a page draws, as far as it comes: a page can be made to draw without end. */
async function readItems(page: PDFPageProxy): Promise<Pick<TextContent, 'items' | 'styles'>> {
  const stream: ReadableStream<TextContent> = page.streamTextContent();
  const reader = stream.getReader();
  const items: TextContent['items'] = [];
  const styles: TextContent['styles'] = {};
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) items.push(item);
    Object.assign(styles, next.value.styles);
    if (items.length > MOST_ITEMS) {
      const error = new CaseError('source.tooLarge', { size: items.length, limit: MOST_ITEMS });
      await reader.cancel(error);
      throw error;
    }
  }
  return { items, styles };
}

function addItem(
  builder: FragmentBuilder,
  item: Item,
  matrix: Matrix,
  styles: TextContent['styles'],
  unit: number,
): void {
  const [a, b, c, d, x, y] = matrix;
  const style = styles[item.fontName];
  const text = plain(item.str);
  if (text.trim() === '') {
    if (text !== '') builder.space();
  } else if (style?.vertical === true) {
    // Letters one below the other: a line that runs downwards, its middle being where a baseline would be.
    const size = Math.hypot(a, b);
    const advance = item.height * unit;
    const box = { left: x - size / 2, top: y, width: size, height: advance };
    builder.add({ text, box, rtl: false, angle: 90, x: x - size / 2, y, advance, size });
  } else {
    const advance = item.width * unit;
    const size = item.height > 0 ? item.height * unit : Math.hypot(c, d);
    const angle = (Math.atan2(b, a) * 180) / Math.PI;
    const reach = {
      above: within(style?.ascent, 0.4, 1.3, ASCENT) * size,
      below: -within(style?.descent, -0.6, -0.01, DESCENT) * size,
    };
    const box = boxOf([a, b], [x, y], advance, reach);
    builder.add({ text, box, rtl: item.dir === 'rtl', angle, x, y, advance, size });
  }
  if (item.hasEOL) builder.endLine();
}

/** The box around a run of letters that begins at a point of the page and goes on in a direction. */
function boxOf(
  [a, b]: readonly [number, number],
  [x, y]: readonly [number, number],
  advance: number,
  { above, below }: { above: number; below: number },
): Box {
  const length = Math.hypot(a, b);
  const cos = length > 0 ? a / length : 1;
  const sin = length > 0 ? b / length : 0;
  // Each of its corners by itself: there are as many boxes as stretches of text.
  const endX = x + advance * cos;
  const endY = y + advance * sin;
  const upX = above * sin;
  const upY = -above * cos;
  const downX = -below * sin;
  const downY = below * cos;
  const left = Math.min(x + upX, x + downX, endX + upX, endX + downX);
  const top = Math.min(y + upY, y + downY, endY + upY, endY + downY);
  return {
    left,
    top,
    width: Math.max(x + upX, x + downX, endX + upX, endX + downX) - left,
    height: Math.max(y + upY, y + downY, endY + upY, endY + downY) - top,
  };
}

function within(value: number | undefined, least: number, most: number, other: number): number {
  return value !== undefined && value >= least && value <= most ? value : other;
}

/** Fonts without a proper map to Unicode give control characters, which no text has. */
function plain(text: string): string {
  return CONTROL.test(text)
    ? text.replace(/\p{Cc}/gu, (unit) => (/\s/.test(unit) ? ' ' : '\ufffd'))
    : text;
}

function matrixOf([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly unknown[]): Matrix {
  return [finite(a), finite(b), finite(c), finite(d), finite(e), finite(f)];
}

function finite(one: unknown): number {
  const number = Number(one);
  return Number.isFinite(number) ? number : 0;
}

/** What the second matrix does, then the first. */
function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [p, q, r, s, t, u] = second;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}
