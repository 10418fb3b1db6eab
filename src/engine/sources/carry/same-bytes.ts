import type { Place, Span } from './passage.ts';

/** The encodings in which two texts of a document were read: labels of the WHATWG Encoding standard. */
export interface Encodings {
  readonly before: string | null;
  readonly after: string | null;
}

/** Code units of a line that is gone through, at most; each passage goes through its own again. */
const longestLine = 50_000;

/** Bytes that a code point has in an encoding; null for encodings of which that is not told by the code point alone. */
function widthIn(encoding: string | null): ((codePoint: number) => number) | null {
  if (encoding === 'utf-8') {
    // What was no UTF-8 stands as U+FFFD, most often one for each byte.
    return (point) =>
      point < 0x80 || point === 0xfffd ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  const isSingleByte = /^(?:windows-|iso-8859-|koi8-|ibm866$|macintosh$|x-mac-)/.test(
    encoding ?? '',
  );
  return isSingleByte ? () => 1 : null;
}

/**
 * Where passages stand in a text that was read from the same bytes in another encoding: line by line, a character after
 * another, by how many bytes each has. In each line the ASCII characters, which are the same in these encodings, must
 * come to stand at the same bytes; a passage that begins or ends in a line in which they do not has no place here.
 *
 * @returns for each passage its place or null; null when the lines are not the same ones, or nothing is known of the encodings
 */
export function placesByBytes(
  before: string,
  after: string,
  encodings: Encodings,
): ((passage: Span) => Place | null) | null {
  const [widthBefore, widthAfter] = [widthIn(encodings.before), widthIn(encodings.after)];
  if (widthBefore === null || widthAfter === null) return null;
  const lines = [lineStarts(before), lineStarts(after)] as const;
  if (lines[0].length !== lines[1].length) return null;
  const offset = (of: number): number | null => {
    const line = lineOf(lines[0], of);
    const [from, to] = [lines[0][line] ?? 0, lines[1][line] ?? 0];
    const [ours, theirs] = [lineAt(before, from), lineAt(after, to)];
    if (Math.max(ours.length, theirs.length) > longestLine) return null;
    const within = sameByte(ours, theirs, widthBefore, widthAfter, of - from);
    return within === null ? null : to + within;
  };
  return (passage) => {
    const [start, end] = [offset(passage.start), offset(passage.end)];
    if (start === null || end === null || start >= end) return null;
    const isSame = after.slice(start, end) === before.slice(passage.start, passage.end);
    return { start, end, how: isSame ? 'exact' : 'bytes', score: 1 };
  };
}

/** The offset in a line at the byte of an offset in the same line read otherwise; null when they do not go together. */
function sameByte(
  line: string,
  other: string,
  width: (codePoint: number) => number,
  otherWidth: (codePoint: number) => number,
  offset: number,
): number | null {
  let [at, otherAt, byte, otherByte] = [0, 0, 0, 0];
  let found: number | null = null;
  for (;;) {
    if (at === offset && byte === otherByte) found = otherAt;
    const point = line.codePointAt(at);
    const otherPoint = other.codePointAt(otherAt);
    if (point === undefined && otherPoint === undefined) return byte === otherByte ? found : null;
    if (byte === otherByte && point !== otherPoint && (isAscii(point) || isAscii(otherPoint))) {
      return null;
    }
    const isBehind = byte <= otherByte;
    const isOtherBehind = otherByte <= byte;
    if (isBehind && point !== undefined) {
      at += point > 0xffff ? 2 : 1;
      byte += width(point);
    }
    if (isOtherBehind && otherPoint !== undefined) {
      otherAt += otherPoint > 0xffff ? 2 : 1;
      otherByte += otherWidth(otherPoint);
    }
    if ((isBehind && point === undefined) || (isOtherBehind && otherPoint === undefined))
      return null;
  }
}

const isAscii = (point: number | undefined): boolean => point === undefined || point < 0x80;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
