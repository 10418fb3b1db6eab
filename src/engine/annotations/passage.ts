import type { PassageRef } from '#contract/annotation.ts';
import { CaseError } from '#contract/error.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import { contextLength, textBetween, wordsIn } from '../sources/index.ts';
import type { CaseStore, Writer } from '../store/index.ts';

/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  start: number;
  end: number;
}

/** A passage as it lies in the case. */
export interface StoredPassage extends Stretch {
  id: string;
  sourceId: string;
  textSha256: string;
  quotation: string;
  /** Null: as its source. */
  handling: Handling | null;
}

const passageColumns = `id, source_id AS sourceId, text_sha256 AS textSha256, start, "end", quotation, handling`;

/**
 * The passage that is meant: the one of that id, or the one of just that span, which is made if there is none.
 *
 * @throws CaseError `record.notFound`, `excerpt.outsideText`
 */
export function passageOf(store: CaseStore, writer: Writer, ref: PassageRef): StoredPassage {
  if ('excerpt' in ref) return passageById(writer, ref.excerpt);
  const source = writer.one<{ textSha256: string; textLength: number }>(
    `SELECT text_sha256 AS textSha256, text_length AS textLength FROM source WHERE id = ?`,
    ref.source,
  );
  if (source === undefined) throw new CaseError('record.notFound', { id: ref.source });
  const text = { sha256: source.textSha256, length: source.textLength };
  const span = wholeCharacters(store, text, ref);
  const known = passageAt(writer, ref.source, text.sha256, span);
  if (known !== undefined) return known;
  const passage: StoredPassage = {
    id: ref.as ?? newId(),
    sourceId: ref.source,
    textSha256: text.sha256,
    ...span,
    quotation: '',
    handling: null,
  };
  const { prefix, quotation, suffix } = wordsAt(store, text.sha256, span);
  writer.insert('excerpt', {
    ...passage,
    quotation,
    prefix,
    suffix,
    createdAt: new Date().toISOString(),
  });
  return { ...passage, quotation };
}

/** @throws CaseError `record.notFound` */
export function passageById(writer: Writer, id: string): StoredPassage {
  const found = writer.one<StoredPassage>(`SELECT ${passageColumns} FROM excerpt WHERE id = ?`, id);
  if (found === undefined) throw new CaseError('record.notFound', { id });
  return found;
}

/** The passage of just that span, if there is one. Offsets in UTF-16 code units. */
export function passageAt(
  writer: Writer,
  sourceId: string,
  textSha256: string,
  { start, end }: Stretch,
): StoredPassage | undefined {
  return writer.one<StoredPassage>(
    `SELECT ${passageColumns} FROM excerpt
     WHERE source_id = ? AND start = ? AND "end" = ? AND text_sha256 = ? ORDER BY id`,
    sourceId,
    start,
    end,
    textSha256,
  );
}

/**
 * The stretch, grown where it would cut a character outside the Basic Multilingual Plane in two: those are two code
 * units, and a passage holds both or neither.
 *
 * @throws CaseError `excerpt.outsideText`
 */
export function wholeCharacters(
  store: CaseStore,
  text: { sha256: string; length: number },
  { start, end }: Stretch,
): Stretch {
  if (start < 0 || start >= end || end > text.length) {
    throw new CaseError('excerpt.outsideText', { start, end, length: text.length });
  }
  const cuts = (offset: number) =>
    offset > 0 &&
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(textBetween(store, text.sha256, offset - 1, offset + 1));
  return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
}

/** The words of a stretch, and some before and after it. */
export function wordsAt(
  store: CaseStore,
  textSha256: string,
  { start, end }: Stretch,
): { prefix: string; quotation: string; suffix: string } {
  const from = Math.max(0, start - contextLength);
  const around = textBetween(store, textSha256, from, end + contextLength);
  return wordsIn(around, { start: start - from, end: end - from });
}
