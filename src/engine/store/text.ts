import type { CaseStore } from './case-store.ts';
import type { Writer } from './writer.ts';

/** A segment as the case keeps it, with its words. */
export interface StoredSegment {
  /** UTF-16 code units from the start of the text. */
  start: number;
  kind: string;
  /** Page of the original from 1, or null where the format has no pages. */
  page: number | null;
  content: string;
}

/**
 * Begins a text; its segments follow by `writeSegment`, and its end by `endText`.
 *
 * @param textSha256 SHA-256 of the text as UTF-8, in hexadecimal
 * @returns false when the case has that text already, and nothing is to be written
 */
export function beginText(writer: Writer, textSha256: string): boolean {
  return (
    writer.run('INSERT OR IGNORE INTO extracted_text (sha256, length) VALUES (?, 0)', textSha256)
      .changes > 0
  );
}

/** Adds one segment to a text that was begun, and its words to the index of search. `ordinal` counts from 0. */
export function writeSegment(
  writer: Writer,
  textSha256: string,
  ordinal: number,
  { start, kind, page, content }: StoredSegment,
): void {
  const { lastInsertRowid } = writer.run(
    'INSERT INTO segment (text_sha256, ordinal, start, kind, page, content) VALUES (?, ?, ?, ?, ?, ?)',
    textSha256,
    ordinal,
    start,
    kind,
    page,
    content,
  );
  writer.run('INSERT INTO search_text (rowid, content) VALUES (?, ?)', lastInsertRowid, content);
}

/** Ends a text that was begun. @param length of the whole, in UTF-16 code units */
export function endText(writer: Writer, textSha256: string, length: number): void {
  writer.run('UPDATE extracted_text SET length = ? WHERE sha256 = ?', length, textSha256);
}

/**
 * Stores an extracted text, its segments in order, unless the case has it already.
 *
 * @param textSha256 SHA-256 of the text as UTF-8, in hexadecimal
 * @returns false when the case had it already
 */
export function writeText(
  writer: Writer,
  textSha256: string,
  segments: Iterable<StoredSegment>,
): boolean {
  if (!beginText(writer, textSha256)) return false;
  let ordinal = 0;
  let length = 0;
  for (const segment of segments) {
    writeSegment(writer, textSha256, ordinal, segment);
    ordinal += 1;
    length += segment.content.length;
  }
  endText(writer, textSha256, length);
  return true;
}

/** The extracted texts of a case by SHA-256, with their length in UTF-16 code units. */
export function listTexts(store: CaseStore): { sha256: string; length: number }[] {
  return store.all('SELECT sha256, length FROM extracted_text ORDER BY sha256');
}

/** Segments read at a time. */
const batch = 500;

/** The segments of a text in order; other work may use the case between two of them. */
export function* readSegments(
  store: CaseStore,
  textSha256: string,
): Generator<StoredSegment & { ordinal: number }, void, undefined> {
  let from = 0;
  for (;;) {
    const rows = store.all<StoredSegment & { ordinal: number }>(
      `SELECT ordinal, start, kind, page, content FROM segment
       WHERE text_sha256 = ? AND ordinal >= ? ORDER BY ordinal LIMIT ${batch}`,
      textSha256,
      from,
    );
    yield* rows;
    if (rows.length < batch) return;
    from = (rows.at(-1)?.ordinal ?? 0) + 1;
  }
}
