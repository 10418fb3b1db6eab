import type { Text } from '@codemirror/state';
import type { Range } from './sentence.ts';

/** How far around an offset words are looked for, in UTF-16 code units: a paragraph may be the whole document. */
const REACH = 400;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language || undefined, { granularity: 'word' });
  } catch {
    // A source can carry any text as its language.
    made = new Intl.Segmenter(undefined, { granularity: 'word' });
  }
  segmenters.set(language, made);
  return made;
}

/**
 * The words of a text by the Unicode rules (UAX #29), which know those of scripts without spaces as well (Chinese,
 * Japanese, Thai): each with its place, without what stands between them.
 */
function words(text: string, language: string): Range[] {
  return [...segmenter(language).segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike === true ? [{ from: index, to: index + segment.length }] : [],
  );
}

/** The part of a line around an offset, and where it begins. It may begin or end within a word, beyond reach of it. */
function around(doc: Text, offset: number): { text: string; start: number } {
  const line = doc.lineAt(offset);
  const start = Math.max(line.from, offset - REACH);
  return { text: doc.sliceString(start, Math.min(line.to, offset + REACH)), start };
}

/**
 * The word at an offset, or what stands there between words. Between two words that adjoin it is the later one. Offsets
 * in UTF-16 code units.
 */
export function wordAt(doc: Text, offset: number, language = ''): Range {
  const { text, start } = around(doc, offset);
  const at = offset - start;
  const here = [...segmenter(language).segment(text)]
    .map(({ segment, index, isWordLike }) => ({
      from: index,
      to: index + segment.length,
      word: isWordLike === true,
    }))
    .filter(({ from, to }) => from <= at && at <= to);
  const found = here.findLast(({ word }) => word) ?? here.at(-1);
  return found === undefined
    ? { from: offset, to: offset }
    : { from: start + found.from, to: start + found.to };
}

/** The next end of a word after an offset, or the start of one before it, across lines too; else an end of the text. */
export function wordEdge(doc: Text, offset: number, forward: boolean, language = ''): number {
  for (let at = offset; ;) {
    const { text, start } = around(doc, at);
    const found = words(text, language);
    const edge = forward
      ? found.find(({ to }) => start + to > offset)?.to
      : found.findLast(({ from }) => start + from < offset)?.from;
    if (edge !== undefined) return start + edge;
    // Nothing in reach: on with the rest of the line, or the next one.
    const next = forward ? start + text.length + 1 : start - 1;
    if (next > doc.length) return doc.length;
    if (next < 0) return 0;
    at = next;
  }
}
