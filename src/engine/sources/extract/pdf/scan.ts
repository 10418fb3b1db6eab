import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ExtractionSettings, OcrLanguage, OcrMode } from '#contract/extraction.ts';
import type { Word } from '../ocr/index.ts';
import { FragmentBuilder } from './fragment-builder.ts';
import { median, type PageText } from './fragment.ts';
import { drawPage, glanceAt } from './picture.ts';

/** Pixels to an inch of the picture that words are told from. */
const DPI = 300;

/** Pixels of that picture, at most: A3 at 300 dpi has 17 million. Larger pages are drawn smaller. */
const PIXELS = 20_000_000;

/** In sizes of letters: words of one line that are further apart are cells of a table. */
const WIDE_GAP = 2;

/** A page with fewer letters that shows a picture is a scan with a stamp or a page number on it. */
const FEW_LETTERS = 60;

/** The part of a page that is not white, of 1, from which on there may be letters that are drawn as mere lines. */
const INK = 0.004;

const LANGUAGES: readonly OcrLanguage[] = ['spa', 'eng', 'por'];

/** Whether the words of a page are to be told from its picture. */
export async function wantsOcr(
  page: PDFPageProxy,
  text: PageText,
  mode: OcrMode,
): Promise<boolean> {
  if (mode !== 'auto') {
    return mode === 'always';
  }
  const letters = text.directions
    .flatMap(({ fragments }) => fragments)
    .reduce((sum, { length }) => sum + length, 0);
  if (letters >= FEW_LETTERS) {
    return false;
  }
  const { pictures, ink } = await glanceAt(page);
  return pictures || ink > INK;
}

/** A page with the words that are told from its picture instead of its own, in points of the page. */
export async function readScan(
  page: PDFPageProxy,
  text: PageText,
  languages: ExtractionSettings['ocrLanguages'],
): Promise<PageText> {
  const { width, height } = text;
  const { png, scale } = await drawPage(page, { scale: DPI / 72, pixels: PIXELS });
  const { recognize } = await import('../ocr/index.ts');
  const { words } = await recognize({ png }, languages ?? LANGUAGES);
  const builder = new FragmentBuilder({ width, height, wideGap: WIDE_GAP });
  const lines = linesOf(words).map((line) => ({ line, ...measured(line) }));
  const usual = median(lines.map(({ size }) => size));
  for (const { line, size, baseline } of lines) {
    // Lines without tall letters or tails are no smaller than those with them.
    const letters = size > usual * 0.65 && size < usual * 1.45 ? usual : size;
    for (const { text, ...word } of line) {
      const [x, advance] = [word.x / scale, word.width / scale];
      const box = { left: x, top: word.y / scale, width: advance, height: word.height / scale };
      const at = { x, y: baseline / scale, size: letters / scale };
      builder.space();
      builder.add({ text, box, rtl: false, angle: 0, advance, ...at });
    }
    builder.endLine();
  }
  return { ...text, ocr: true, directions: builder.directions() };
}

/** How high the letters of a line are, and what they stand on, in pixels. */
function measured(line: readonly Word[]): { size: number; baseline: number } {
  const top = Math.min(...line.map(({ y }) => y));
  const bottom = Math.max(...line.map(({ y, height }) => y + height));
  const standing = line.filter(({ text }) => !/[gjpqyç,;()[\]{}|_Q]/u.test(text));
  const baseline =
    standing.length > 0
      ? median(standing.map(({ y, height }) => y + height))
      : bottom - (bottom - top) * 0.2;
  return { size: bottom - top, baseline };
}

/** The words of each line, in their order. */
function linesOf(words: readonly Word[]): Word[][] {
  const kept = words.filter(({ text }) => text.trim() !== '');
  return [...Map.groupBy(kept, ({ line }) => line).values()];
}
