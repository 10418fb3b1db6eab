import type { PassageRef } from '#contract/annotation.ts';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import { textBetween } from '../sources/index.ts';
import type { CaseStore, Writer } from '../store/index.ts';

/** How much of the text around a passage is kept with it, in UTF-16 code units. */
const contextLength = 64;

/** A passage as it lies in the case. Offsets in UTF-16 code units. */
export interface StoredPassage {
  id: string;
  sourceId: string;
  textSha256: string;
  start: number;
  end: number;
  quotation: string;
}

const passageColumns = `id, source_id AS sourceId, text_sha256 AS textSha256, start, "end", quotation`;

/**
 * The passage that is meant: the one of that id, or the one of just that span, which is made if there is none.
 *
 * @throws CaseError `record.notFound`, `excerpt.outsideText`
 */
export function passageOf(store: CaseStore, writer: Writer, ref: PassageRef): StoredPassage {
  if ('excerpt' in ref) {
    const found = writer.one<StoredPassage>(
      `SELECT ${passageColumns} FROM excerpt WHERE id = ?`,
      ref.excerpt,
    );
    if (found === undefined) throw new CaseError('record.notFound', { id: ref.excerpt });
    return found;
  }
  const source = writer.one<{ textSha256: string; textLength: number }>(
    `SELECT text_sha256 AS textSha256, text_length AS textLength FROM source WHERE id = ?`,
    ref.source,
  );
  if (source === undefined) throw new CaseError('record.notFound', { id: ref.source });
  if (ref.start >= ref.end || ref.end > source.textLength) {
    const { start, end } = ref;
    throw new CaseError('excerpt.outsideText', { start, end, length: source.textLength });
  }
  // A character outside the Basic Multilingual Plane is two code units: a passage holds both or neither.
  const splits = (offset: number) =>
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(
      textBetween(store, source.textSha256, offset - 1, offset + 1),
    );
  const start = ref.start > 0 && splits(ref.start) ? ref.start - 1 : ref.start;
  const end = splits(ref.end) ? ref.end + 1 : ref.end;
  const known = writer.one<StoredPassage>(
    `SELECT ${passageColumns} FROM excerpt
     WHERE source_id = ? AND start = ? AND "end" = ? AND text_sha256 = ?`,
    ref.source,
    start,
    end,
    source.textSha256,
  );
  if (known !== undefined) return known;
  const from = Math.max(0, start - contextLength);
  const around = textBetween(store, source.textSha256, from, end + contextLength);
  const passage: StoredPassage = {
    id: newId(),
    sourceId: ref.source,
    textSha256: source.textSha256,
    start,
    end,
    quotation: around.slice(start - from, end - from),
  };
  writer.insert('excerpt', {
    ...passage,
    prefix: around.slice(0, start - from),
    suffix: around.slice(end - from),
    createdAt: new Date().toISOString(),
  });
  return passage;
}
