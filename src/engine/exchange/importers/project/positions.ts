/** How a program counts the places in a plain text. */
export interface Counting {
  /** A character outside the Basic Multilingual Plane, most emoji among them, counts as one, or as two. */
  unit: 'character' | 'utf16';
  /** The end of a line counts as it stands in the file, or always as one, or always as two. */
  lineEnd: 'written' | 1 | 2;
  /** Whether a byte order mark is counted. */
  mark: boolean;
}

/** As the standard has it: REFI-QDA 1.5, 8.4, counts Unicode code points of the plain text file. */
export const standardCounting: Counting = { unit: 'character', lineEnd: 'written', mark: false };

/** A stretch that a program marked, in its own counting. `name` is most often how the marked words begin. */
export interface MarkedStretch {
  start: number;
  end: number;
  name: string;
}

/** A plain text as it stands in a file, without its byte order mark. */
export interface PlainFile {
  raw: string;
  marked: boolean;
}

/** The ways of counting that differ for a text, the standard's first. */
export function countingsOf({ raw, marked }: PlainFile): Counting[] {
  const units: Counting['unit'][] = /[\uD800-\uDBFF]/.test(raw)
    ? ['character', 'utf16']
    : ['character'];
  const lineEnds: Counting['lineEnd'][] = raw.includes('\r\n')
    ? /(?:^|[^\r])\n/.test(raw)
      ? ['written', 1, 2]
      : ['written', 1]
    : raw.includes('\n')
      ? ['written', 2]
      : ['written'];
  const marks = marked ? [false, true] : [false];
  return marks.flatMap((mark) =>
    lineEnds.flatMap((lineEnd) => units.map((unit): Counting => ({ unit, lineEnd, mark }))),
  );
}

/** A text with its lines ended by `\n`, and where in it the places lie that some way of counting counts. */
export class CountedText {
  readonly text: string;
  /** For each place, its offset in `text` in UTF-16 code units. */
  readonly #offsets: Uint32Array | null;
  readonly #length: number;

  constructor({ raw }: PlainFile, text: string, counting: Counting) {
    this.text = text;
    const plain =
      !counting.mark &&
      (counting.lineEnd === 'written' ? !raw.includes('\r\n') : counting.lineEnd === 1) &&
      (counting.unit === 'utf16' || !/[\uD800-\uDBFF]/.test(raw));
    this.#length = text.length + 1;
    if (plain) {
      this.#offsets = null;
      return;
    }
    const offsets = new Uint32Array(raw.length + text.length + 2);
    let place = counting.mark ? 1 : 0;
    let offset = 0;
    for (let at = 0; at < raw.length; at += 1) {
      const unit = raw.charCodeAt(at);
      const pair = unit === 0x0d && raw.charCodeAt(at + 1) === 0x0a;
      const high = unit >= 0xd800 && unit < 0xdc00 && /^[\uDC00-\uDFFF]/.test(raw.charAt(at + 1));
      const lineEnd = pair || unit === 0x0a;
      const written = pair ? 2 : 1;
      const counted = lineEnd && counting.lineEnd !== 'written' ? counting.lineEnd : written;
      const places = high ? (counting.unit === 'utf16' ? 2 : 1) : lineEnd ? counted : 1;
      for (let step = 0; step < places; step += 1) {
        offsets[place + step] = offset + (high ? step : 0);
      }
      place += places;
      offset += high ? 2 : 1;
      if (high || pair) at += 1;
    }
    offsets[place] = offset;
    this.#length = place + 1;
    this.#offsets = offsets;
  }

  /** The stretch in UTF-16 code units of `text`; null when it is empty or reaches beyond the text. */
  spanOf({ start, end }: { start: number; end: number }): { start: number; end: number } | null {
    if (!(start >= 0) || !(end > start) || end >= this.#length) return null;
    const span = {
      start: this.#offsets === null ? start : (this.#offsets[start] ?? 0),
      end: this.#offsets === null ? end : (this.#offsets[end] ?? 0),
    };
    return span.end > span.start ? span : null;
  }
}

/**
 * How well a way of counting agrees with what was marked: marked words begin as the program says they do, and begin and
 * end where words do; none reaches beyond the text or into the middle of a character.
 */
export function agreement(counted: CountedText, stretches: readonly MarkedStretch[]): number {
  const { text } = counted;
  let sum = 0;
  for (const stretch of stretches) {
    const span = counted.spanOf(stretch);
    if (span === null) {
      sum -= 20;
      continue;
    }
    const { start, end } = span;
    if (begins(text.slice(start, end), stretch.name)) sum += 10;
    if (isEdge(text, start, start)) sum += 1;
    if (isEdge(text, end, end - 1)) sum += 1;
    for (const offset of [start, end]) {
      if (/^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, offset - 1), offset + 1))) {
        sum -= 5;
      }
    }
  }
  return sum;
}

/** Whether marked words begin as a program shows them: white space drawn together, the end left out of long ones. */
export function begins(words: string, name: string): boolean {
  const folded = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const shown = folded(name.replace(/(?:\.{3}|…)\s*$/u, ''));
  const marked = folded(words);
  return shown !== '' && (marked === shown || (shown.length >= 3 && marked.startsWith(shown)));
}

/** Whether a word does not run on across an offset, and what is marked there is no white space. */
function isEdge(text: string, offset: number, inside: number): boolean {
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));
  return !/\s/.test(text.charAt(inside)) && !(isWord(offset - 1) && isWord(offset));
}
