import { createHash } from 'node:crypto';
import type { StoredSegment } from '../text.ts';

/** A passage of a text, as a record quotes it. */
export interface Quoted {
  start: number;
  quotation: string;
  prefix: string;
  suffix: string;
}

/** A segment of a damaged text; `content` is null when its words are lost. */
export interface DamagedSegment extends Omit<StoredSegment, 'content'> {
  content: string | null;
}

export interface MendedText {
  sha256: string;
  text: string;
  segments: StoredSegment[];
  /** UTF-16 code units of which nothing is known; in the text U+FFFD stands for each. */
  lost: number;
}

const replacement = '\uFFFD';
/** Longest segment that is made of what is missing, as long as imports make them. */
const longest = 4000;

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Puts a damaged text together from the segments that are left and, where they are not, from what passages quote of it.
 * What is missing is filled up, so that everything else keeps its place and passages stay where they are.
 *
 * @param sha256 of the text as it was: when what comes out has it, nothing is lost
 * @param segments in their order
 * @param length of the text, in UTF-16 code units, or 0 when that is not known
 */
export function mendText(
  sha256: string,
  segments: readonly DamagedSegment[],
  length: number,
  quoted: readonly Quoted[],
): MendedText {
  const ends = quoted.map(
    ({ start, quotation, suffix }) => start + quotation.length + suffix.length,
  );
  const pieces = piecesOf(segments, length > 0 ? length : Math.max(0, ...ends));
  const last = pieces.at(-1);
  const total = last === undefined ? 0 : last.start + last.length;
  const units = Buffer.from(replacement.repeat(total), 'utf16le');
  const known = new Uint8Array(total);
  for (const { start, content } of pieces) {
    if (content === null) continue;
    units.write(content, start * 2, 'utf16le');
    known.fill(1, start, start + content.length);
  }
  const patched = Buffer.from(units);
  for (const { start, quotation, prefix, suffix } of quoted) {
    const words = prefix + quotation + suffix;
    const from = start - prefix.length;
    if (from < 0 || from + words.length > total) continue;
    patched.write(words, from * 2, 'utf16le');
    for (let at = 0; at < words.length; at += 1) {
      if (known[from + at] === 1) continue;
      units.writeUInt16LE(words.charCodeAt(at), (from + at) * 2);
      known[from + at] = 1;
    }
  }
  // A word of the text itself may have been changed, and a passage quote it as it was.
  const asQuoted = patched.toString('utf16le');
  const text = sha256Of(asQuoted) === sha256 ? asQuoted : units.toString('utf16le');
  const proved = text === asQuoted && sha256Of(text) === sha256;
  return {
    sha256: sha256Of(text),
    text,
    segments: pieces.map(({ start, length: size, kind, page }) => ({
      start,
      kind,
      page,
      content: text.slice(start, start + size),
    })),
    lost: proved ? 0 : known.reduce((sum, one) => sum + 1 - one, 0),
  };
}

interface Piece extends DamagedSegment {
  length: number;
}

/** The segments end to end, with pieces of nothing where some are missing. */
function piecesOf(segments: readonly DamagedSegment[], length: number): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let page: number | null = segments[0]?.page ?? null;
  let last = 1;
  const fill = (upTo: number, kind: string) => {
    while (at < upTo) {
      const size = Math.min(longest, upTo - at);
      pieces.push({ start: at, length: size, kind, page, content: null });
      at += size;
    }
  };
  for (const [index, segment] of segments.entries()) {
    const { start, kind, content } = segment;
    if (start < at || (length > 0 && start >= length)) continue;
    fill(start, 'paragraph');
    page = segment.page === null ? null : Math.max(last, segment.page);
    last = page ?? last;
    if (content === null) {
      fill(segments.slice(index + 1).find((one) => one.start > start)?.start ?? length, kind);
    } else if (content.length > 0 && (length === 0 || at + content.length <= length)) {
      pieces.push({ start: at, length: content.length, kind, page, content });
      at += content.length;
    }
  }
  fill(length, 'paragraph');
  return pieces;
}
