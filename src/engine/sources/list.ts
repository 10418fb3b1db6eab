import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type {
  ListSourcesInput,
  ProvenanceChanges,
  Source,
  SourceChanges,
  SourcePage,
} from '#contract/source.ts';
import { bounded } from '../dates.ts';
import { removeNotesOn } from '../notes/index.ts';
import { matchQuery } from '../search/index.ts';
import type { CaseStore, Parameter, Writer } from '../store/index.ts';

const columns = `s.id, s.title, s.kind, s.file_name AS fileName, s.media_type AS mediaType, s.encoding, s.sha256,
  s.byte_size AS byteSize, s.text_sha256 AS textSha256, s.text_length AS textLength, s.pages, s.publisher, s.author,
  s.published, s.retrieved, s.url, s.language, s.reliability, s.handling, s.reading, s.created_at AS importedAt,
  (SELECT count(*) FROM excerpt x WHERE x.source_id = s.id) AS excerpts,
  s.derives_from AS originId, (SELECT o.title FROM source o WHERE o.id = s.derives_from) AS originTitle`;

type Row = Omit<Source, 'derivesFrom'> & { originId: string | null; originTitle: string | null };

const sourceOf = ({ originId, originTitle, ...source }: Row): Source => ({
  ...source,
  derivesFrom: originId === null ? null : { id: originId, title: originTitle ?? '' },
});

const order = {
  imported: 's.created_at',
  title: 's.title COLLATE NOCASE',
  published: 's.published_earliest',
  reliability: 's.reliability',
  excerpts: 'excerpts',
  publisher: 's.publisher COLLATE NOCASE',
  kind: 's.kind',
  reading: `CASE s.reading WHEN 'unread' THEN 0 WHEN 'reading' THEN 1 ELSE 2 END`,
} as const;

/** Sources whose title, publisher, author or file name match the filter, accents and case ignored; read so far if asked. */
export function listSources(
  store: CaseStore,
  {
    filter,
    reading,
    sort,
    descending,
    offset,
    limit,
  }: Omit<z.infer<typeof ListSourcesInput>, 'handle'>,
): z.infer<typeof SourcePage> {
  const parameters: Parameter[] = [];
  let where = '1';
  if (filter.trim() !== '') {
    const match = matchQuery(filter);
    if (match === null) return { items: [], total: 0 };
    where = `s.id IN (SELECT row_id FROM search_entry WHERE kind = 'source'
      AND id IN (SELECT rowid FROM search_words WHERE search_words MATCH ?))`;
    parameters.push(match);
  }
  if (reading !== undefined) {
    where += ' AND s.reading = ?';
    parameters.push(reading);
  }
  const direction = descending ? 'DESC' : 'ASC';
  const total = store.one<{ n: number }>(
    `SELECT count(*) AS n FROM source s WHERE ${where}`,
    ...parameters,
  );
  const items = store.all<Row>(
    `SELECT ${columns} FROM source s WHERE ${where} ORDER BY ${order[sort]} ${direction}, s.id ${direction} LIMIT ? OFFSET ?`,
    ...parameters,
    limit,
    offset,
  );
  return { items: items.map(sourceOf), total: total?.n ?? 0 };
}

/** One source. @throws CaseError `record.notFound` */
export function getSource(store: CaseStore, id: string): Source {
  const source = store.one<Row>(`SELECT ${columns} FROM source s WHERE s.id = ?`, id);
  if (source === undefined) throw new CaseError('record.notFound', { id });
  return sourceOf(source);
}

/**
 * Changes what is known of a source's origin and grade, and how far it has been read.
 *
 * @throws CaseError `record.notFound`, `edtf.invalid`, `source.derivesCycle` when it would come to derive from itself
 */
export function updateSource(store: CaseStore, id: string, changes: SourceChanges): Source {
  store.gesture('source.update', (writer) => {
    requireOrigin(writer, id, changes.derivesFrom ?? null);
    if (!writer.update('source', id, provenanceColumns(changes))) {
      throw new CaseError('record.notFound', { id });
    }
  });
  return getSource(store, id);
}

/** @throws CaseError `record.notFound` when there is no such origin, `source.derivesCycle` when it derives from the source */
function requireOrigin(writer: Writer, id: string, origin: string | null): void {
  if (origin === null) return;
  const chain = writer.all<{ id: string }>(
    `WITH RECURSIVE chain(id) AS (
       SELECT id FROM source WHERE id = ?
       UNION SELECT s.derives_from FROM chain c JOIN source s ON s.id = c.id WHERE s.derives_from IS NOT NULL)
     SELECT id FROM chain`,
    origin,
  );
  if (chain.length === 0) throw new CaseError('record.notFound', { id: origin });
  if (chain.some((one) => one.id === id)) throw new CaseError('source.derivesCycle', { id });
}

/** The columns that a person's words on a source's origin fill. @throws CaseError `edtf.invalid` {text} */
export function provenanceColumns<T extends ProvenanceChanges>(changes: T) {
  const { published, retrieved } = changes;
  const at = published === undefined ? undefined : bounded(published);
  return {
    ...changes,
    ...(at && { published: at.text, publishedEarliest: at.earliest, publishedLatest: at.latest }),
    ...(retrieved === undefined ? {} : { retrieved: bounded(retrieved).text }),
  };
}

/**
 * Takes a source away with its passages, their tags, notes, mentions and their part as evidence. Its bytes and text stay
 * in the file, as the journal does, so that it can be brought back.
 */
export function removeSource(store: CaseStore, id: string): void {
  store.gesture('source.remove', (writer) => {
    writer.run(
      `DELETE FROM note WHERE subject_table = 'excerpt' AND subject_id IN (SELECT id FROM excerpt WHERE source_id = ?)`,
      id,
    );
    removeNotesOn(writer, 'source', id);
    writer.remove('source', id);
  });
}
