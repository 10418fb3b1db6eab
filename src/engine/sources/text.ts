import { CaseError } from '#contract/error.ts';
import type { Place } from '#contract/annotation.ts';
import type { SourceText } from '#contract/source.ts';
import type { CaseStore } from '../store/index.ts';

interface SegmentRow {
  start: number;
  ordinal: number;
  kind: string;
  page: number | null;
  content: string;
}

/** A source's text and where its segments begin; both are empty for what has no text. Offsets in UTF-16 code units. @throws CaseError `record.notFound`, `source.withheld` */
export function readSourceText(store: CaseStore, sourceId: string): SourceText {
  const rows = store.all<SegmentRow>(
    `SELECT start, ordinal, kind, page, content FROM segment
     WHERE text_sha256 = (SELECT text_sha256 FROM source WHERE id = ?) ORDER BY ordinal`,
    sourceId,
  );
  if (rows.length === 0 && !isWithoutText(store, sourceId))
    throw withheldText(store, sourceId) ?? new CaseError('record.notFound', { id: sourceId });
  return {
    text: rows.map((row) => row.content).join(''),
    segments: rows.map(({ start, page, ordinal, kind }) => ({
      start,
      page,
      paragraph: ordinal + 1,
      kind,
    })),
  };
}

/** The words between two offsets (UTF-16 code units) of an extracted text; offsets outside the text are drawn in. */
export function textBetween(
  store: CaseStore,
  textSha256: string,
  start: number,
  end: number,
): string {
  const from = Math.max(0, start);
  const rows = store.all<{ start: number; content: string }>(
    `SELECT start, content FROM segment WHERE text_sha256 = @text AND start < @end
       AND start >= coalesce((SELECT max(start) FROM segment WHERE text_sha256 = @text AND start <= @from), 0)
     ORDER BY ordinal`,
    { text: textSha256, from, end },
  );
  const first = rows[0];
  if (first === undefined) return '';
  return rows
    .map((row) => row.content)
    .join('')
    .slice(from - first.start, end - first.start);
}

/** Where an offset of a text stands: page and paragraph, both from 1; paragraph 0 when the text was not handed over. */
export function placeOf(store: CaseStore, textSha256: string, offset: number): Place {
  const row = store.one<{ page: number | null; ordinal: number }>(
    `SELECT page, ordinal FROM segment WHERE text_sha256 = ? AND start <= ? ORDER BY start DESC LIMIT 1`,
    textSha256,
    offset,
  );
  return { page: row?.page ?? null, paragraph: row === undefined ? 0 : row.ordinal + 1 };
}

function isWithoutText(store: CaseStore, sourceId: string): boolean {
  const source = store.one<{ length: number }>(
    'SELECT text_length AS length FROM source WHERE id = ?',
    sourceId,
  );
  return source?.length === 0;
}

/** The error that says that the text of a source stayed behind when the case was handed over; null when it did not. */
function withheldText(store: CaseStore, sourceId: string): CaseError | null {
  const source = store.one<{ title: string }>(
    'SELECT title FROM source JOIN withheld ON withheld.sha256 = source.text_sha256 WHERE source.id = ?',
    sourceId,
  );
  return source === undefined ? null : new CaseError('source.withheld', { name: source.title });
}
