import type { Segment, SegmentKind } from './extraction.ts';

/** No segment is longer, in UTF-16 code units. */
export const SEGMENT_LIMIT = 4000;

/** A document is not divided into many more segments than this: short paragraphs of a huge text are joined. */
const SEGMENT_COUNT = 100_000;

/** A paragraph or heading with the separators after it; it starts where the one before ends. */
export interface Stretch {
  readonly kind: SegmentKind;
  /** UTF-16 code units, exclusive. */
  readonly end: number;
  readonly page: number | null;
}

/** A block of text to be set apart from its neighbours by a blank line. */
export interface Block {
  readonly kind: SegmentKind;
  readonly text: string;
  readonly page: number | null;
}

/**
 * The segments of a text, given its paragraphs. The last stretch must end at the text's length. A stretch longer than
 * {@link SEGMENT_LIMIT} is cut after a line, a sentence or a word, in that order of preference, never inside a
 * surrogate pair.
 *
 * @param options.joins whether short neighbours are joined where there would be too many; if not, there may be as many as
 *   there are stretches
 */
export function divideText(
  text: string,
  stretches: Iterable<Stretch>,
  { joins = true }: { joins?: boolean } = {},
): Segment[] {
  const least = joins ? Math.ceil(text.length / SEGMENT_COUNT) : 0;
  const segments: Segment[] = [];
  let start = 0;
  const add = ({ kind, end, page }: Stretch, next: Stretch | undefined): void => {
    const mayGrow = next !== undefined && next.page === page && next.end - start <= SEGMENT_LIMIT;
    if (end === start || (end - start < least && mayGrow)) {
      return;
    }
    while (end - start > SEGMENT_LIMIT) {
      const cut = cutPoint(text, start);
      segments.push({ kind, start, end: cut, page });
      start = cut;
    }
    segments.push({ kind, start, end, page });
    start = end;
  };
  let held: Stretch | undefined;
  for (const stretch of stretches) {
    if (held !== undefined) {
      add(held, stretch);
    }
    held = stretch;
  }
  if (held !== undefined) {
    add(held, undefined);
  }
  return segments;
}

/** Sets blocks apart by blank lines and gives the segments of the whole. Blocks of white space alone are dropped. */
export function joinBlocks(blocks: readonly Block[]): { text: string; segments: Segment[] } {
  const kept = blocks.filter((block) => block.text.trim() !== '');
  const stretches: Stretch[] = [];
  const parts: string[] = [];
  let end = 0;
  for (const [index, block] of kept.entries()) {
    const part = index === kept.length - 1 ? block.text : `${block.text}\n\n`;
    parts.push(part);
    end += part.length;
    stretches.push({ kind: block.kind, end, page: block.page });
  }
  const text = parts.join('');
  return { text, segments: divideText(text, stretches) };
}

function cutPoint(text: string, start: number): number {
  const window = text.slice(start, start + SEGMENT_LIMIT);
  const half = SEGMENT_LIMIT / 2;
  const line = window.lastIndexOf('\n') + 1;
  if (line > half) {
    return start + line;
  }
  const sentence = lastMatchEnd(window, half, /[.!?…。]["'”’»)\]]*\s+/g);
  const cut = sentence ?? lastMatchEnd(window, half, /\s+/g);
  if (cut !== undefined) {
    return start + cut;
  }
  const insidePair =
    isHighSurrogate(window.charCodeAt(SEGMENT_LIMIT - 1)) &&
    isLowSurrogate(text.charCodeAt(start + SEGMENT_LIMIT));
  return start + SEGMENT_LIMIT - (insidePair ? 1 : 0);
}

/** The end of the last match that begins at or after `from`. */
function lastMatchEnd(text: string, from: number, pattern: RegExp): number | undefined {
  let end: number | undefined;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    end = pattern.lastIndex;
  }
  return end;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
