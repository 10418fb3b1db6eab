import type { CarryThread, Place } from '../carry/index.ts';
import type { CaseStore, Writer } from '../../store/index.ts';
import { wordsIn } from '../words-around.ts';
import { textOf } from './texts.ts';

/** A row that says something of a stretch of a text: a passage, or a mention or rejection without one. */
export interface SpanRow {
  readonly table: 'excerpt' | 'mention' | 'rejection';
  readonly id: string;
  readonly textSha256: string;
  readonly start: number;
  readonly end: number;
}

/** What stands in texts of a source other than the one it is to have, in an order of its own. */
export function spansElsewhere(
  from: Pick<CaseStore, 'all'> | Writer,
  sourceId: string,
  textSha256: string,
): SpanRow[] {
  return from.all<SpanRow>(
    `SELECT 'excerpt' AS "table", id, text_sha256 AS textSha256, start, "end" FROM excerpt
       WHERE source_id = @source AND text_sha256 <> @text
     UNION ALL SELECT 'mention', id, text_sha256, start, "end" FROM mention
       WHERE source_id = @source AND text_sha256 <> @text AND excerpt_id IS NULL
     UNION ALL SELECT 'rejection', id, text_sha256, start, "end" FROM rejection
       WHERE source_id = @source AND text_sha256 <> @text
     ORDER BY 3, 4, 5, 2`,
    { source: sourceId, text: textSha256 },
  );
}

/** A row and its place in the new text. */
export interface CarriedSpan {
  readonly row: SpanRow;
  readonly place: Place;
}

/**
 * Finds the places of rows in another text of their source; a row of which none is sure is not among what comes back.
 *
 * @param encodingOf the encoding in which each text was read
 */
export async function carrySpans(
  store: CaseStore,
  thread: CarryThread,
  rows: readonly SpanRow[],
  after: { text: string; encoding: string | null },
  encodingOf: ReadonlyMap<string, string | null>,
  signal?: AbortSignal,
): Promise<CarriedSpan[]> {
  const carried: CarriedSpan[] = [];
  for (const [textSha256, standing] of Map.groupBy(rows, (row) => row.textSha256)) {
    const before = textOf(store, textSha256);
    if (before === null) continue;
    const encodings = {
      before: encodingOf.get(textSha256) ?? after.encoding,
      after: after.encoding,
    };
    const places = await thread.carry(before, after.text, standing, { encodings, signal });
    for (const [at, row] of standing.entries()) {
      const place = places[at] ?? null;
      if (place !== null) carried.push({ row, place });
    }
  }
  return carried;
}

/** Writes where rows now stand. A passage that would come to be where another is stays where it was. @returns passages carried */
export function writeSpans(
  writer: Writer,
  sourceId: string,
  textSha256: string,
  text: string,
  carried: readonly CarriedSpan[],
): number {
  const there = new Set(
    writer
      .all<{ start: number; end: number }>(
        'SELECT start, "end" FROM excerpt WHERE source_id = ? AND text_sha256 = ?',
        sourceId,
        textSha256,
      )
      .map(({ start, end }) => `${start} ${end}`),
  );
  let passages = 0;
  for (const { row, place } of carried) {
    const { start, end } = place;
    const span = { textSha256, start, end };
    const { prefix, quotation, suffix } = wordsIn(text, place);
    if (row.table !== 'excerpt') {
      writer.update(row.table, row.id, { ...span, quotation });
      continue;
    }
    if (there.has(`${start} ${end}`)) continue;
    there.add(`${start} ${end}`);
    writer.update('excerpt', row.id, { ...span, quotation, prefix, suffix });
    writer.run(
      `UPDATE mention SET text_sha256 = @textSha256, start = @start, "end" = @end, quotation = @quotation
       WHERE excerpt_id = @id`,
      { id: row.id, ...span, quotation },
    );
    passages += 1;
  }
  return passages;
}
