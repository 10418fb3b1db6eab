import type { Place } from '#contract/annotation.ts';
import type { CaseStore } from '../store/index.ts';
import type { Span } from './withholding.ts';

/** How much of the text around an excerpt is printed at most on each side, in UTF-16 code units. */
const contextLength = 120;

/** What stands for words that may not be read. */
const omission = '[…]';

interface Passage extends Span {
  readonly textSha256: string;
  readonly quotation: string;
}

interface Segment {
  readonly start: number;
  readonly ordinal: number;
  readonly page: number | null;
  readonly content: string;
}

/**
 * The words around many passages, and where these stand, read in one go: the parts of each text that a passage or its
 * surroundings reach into, and no others.
 */
export class SurroundingText {
  readonly #segments: ReadonlyMap<string, readonly Segment[]>;

  /** @param words whether the words are wanted, or only the places */
  constructor(store: CaseStore, passages: readonly Passage[], words: boolean) {
    const reach = contextLength + 1;
    const wanted = passages.map(({ textSha256, start, end }) => [
      textSha256,
      words ? Math.max(0, start - reach) : start,
      words ? end + reach : start + 1,
    ]);
    const rows = store.all<Segment & { textSha256: string }>(
      `SELECT g.text_sha256 AS textSha256, g.start, g.ordinal, g.page, ${words ? 'g.content' : `''`} AS content
       FROM segment g WHERE g.id IN (
         SELECT s.id FROM json_each(?) w JOIN segment s ON s.text_sha256 = w.value ->> 0 AND s.start < w.value ->> 2
           AND s.start >= coalesce(
             (SELECT max(start) FROM segment WHERE text_sha256 = w.value ->> 0 AND start <= w.value ->> 1), 0))
       ORDER BY g.text_sha256, g.start`,
      JSON.stringify(wanted),
    );
    this.#segments = Map.groupBy(rows, ({ textSha256 }) => textSha256);
  }

  /** Page and paragraph, both from 1; paragraph 0 when the text was not handed over. */
  placeOf({ textSha256, start }: Passage): Place {
    const segments = this.#segments.get(textSha256) ?? [];
    const segment = segments[lastUpTo(segments, start)];
    return segment === undefined
      ? { page: null, paragraph: 0 }
      : { page: segment.page, paragraph: segment.ordinal + 1 };
  }

  /** The words of a passage; those of a stricter one within it are left out, which is shown. */
  quotationOf({ quotation, start, end }: Passage, covered: readonly Span[]): string {
    let text = '';
    let next = start;
    for (const span of covered) {
      if (span.end <= next || span.start >= end) continue;
      text += `${quotation.slice(next - start, Math.max(0, span.start - start))}${omission}`;
      next = Math.min(end, span.end);
    }
    return text + quotation.slice(next - start);
  }

  /** What stands just before a passage, cut between words, from the end of what may not be read there. */
  before({ textSha256, start }: Passage, covered: readonly Span[]): string {
    const nearest = Math.max(
      0,
      ...covered.filter((span) => span.start < start).map((span) => Math.min(span.end, start)),
    );
    const from = start - contextLength;
    if (nearest > from) return this.#between(textSha256, nearest, start);
    // One unit more shows whether the cut falls between two words.
    const text = this.#between(textSha256, from - 1, start);
    if (from <= 0) return text;
    const gap = text.search(/\s/);
    return gap < 0 ? fromWholeCharacter(text.slice(1)) : text.slice(gap + 1);
  }

  /** What stands just after a passage, cut between words, up to what may not be read there. */
  after({ textSha256, end }: Passage, covered: readonly Span[]): string {
    const nearest = Math.min(
      Number.MAX_SAFE_INTEGER,
      ...covered.filter((span) => span.end > end).map((span) => Math.max(span.start, end)),
    );
    if (nearest <= end + contextLength) return this.#between(textSha256, end, nearest);
    const text = this.#between(textSha256, end, end + contextLength + 1);
    if (text.length <= contextLength) return text;
    const gap = text.search(/\s\S*$/);
    return gap < 0 ? toWholeCharacter(text.slice(0, -1)) : text.slice(0, gap);
  }

  #between(textSha256: string, start: number, end: number): string {
    const segments = this.#segments.get(textSha256) ?? [];
    const from = Math.max(0, start);
    let text = '';
    for (let at = Math.max(0, lastUpTo(segments, from)); at < segments.length; at += 1) {
      const segment = segments[at];
      if (segment === undefined || segment.start >= end) break;
      text += segment.content.slice(Math.max(0, from - segment.start), end - segment.start);
    }
    return text;
  }
}

/** Where the last segment that begins at an offset or before it stands; -1 for none. */
function lastUpTo(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Text without spaces, Chinese say, is cut anywhere but inside a surrogate pair. */
function fromWholeCharacter(text: string): string {
  return /^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text;
}
function toWholeCharacter(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
