import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import { ExtractionSettings } from '#contract/extraction.ts';
import {
  SourceFilter,
  type ListSourcesInput,
  type ProvenanceChanges,
  type Source,
  type SourceChanges,
  type SourcePage,
} from '#contract/source.ts';
import { alphabetical } from '../alphabetical.ts';
import { bounded } from '../dates.ts';
import { removeNotesOn } from '../notes/index.ts';
import type { CaseStore, Writer } from '../store/index.ts';
import { conditionOf } from './source-filter.ts';

const columns = `s.id, s.title, s.kind, s.file_name AS fileName, s.media_type AS mediaType, s.encoding, s.sha256,
  s.byte_size AS byteSize, s.text_sha256 AS textSha256, s.text_length AS textLength, s.pages, s.publisher, s.author,
  s.published, s.retrieved, s.retrieved_from AS retrievedFrom, s.retrieved_by AS retrievedBy,
  s.retrieved_with AS retrievedWith, s.url, s.language, s.reliability, s.handling, s.reading,
  s.member_path AS memberPath, s.extraction, s.extracted_by AS extractedBy,
  s.layout_sha256 IS NOT NULL AS hasLayout, s.created_at AS importedAt,
  (SELECT count(*) FROM source p WHERE p.container_id = s.id) AS parts,
  (SELECT count(*) FROM excerpt x WHERE x.source_id = s.id) AS excerpts,
  (SELECT count(*) FROM excerpt x WHERE x.source_id = s.id AND x.text_sha256 <> s.text_sha256) AS orphans,
  s.derives_from AS originId, (SELECT o.title FROM source o WHERE o.id = s.derives_from) AS originTitle,
  s.container_id AS containerId, (SELECT o.title FROM source o WHERE o.id = s.container_id) AS containerTitle`;

type Row = Omit<Source, 'derivesFrom' | 'container' | 'extraction' | 'hasLayout'> & {
  originId: string | null;
  originTitle: string | null;
  containerId: string | null;
  containerTitle: string | null;
  extraction: string;
  hasLayout: number;
};

const sourceOf = ({
  originId,
  originTitle,
  containerId,
  containerTitle,
  extraction,
  hasLayout,
  ...source
}: Row): Source => ({
  ...source,
  derivesFrom: originId === null ? null : { id: originId, title: originTitle ?? '' },
  container: containerId === null ? null : { id: containerId, title: containerTitle ?? '' },
  extraction: readSettings(extraction),
  hasLayout: hasLayout === 1,
});

/** How a text was read, as a row says it; what no version of the program wrote is as good as nothing said. */
export function readSettings(json: string): ExtractionSettings {
  try {
    return ExtractionSettings.catch({}).parse(JSON.parse(json));
  } catch {
    return {};
  }
}

const order = {
  imported: 's.created_at',
  title: alphabetical('s.title'),
  published: 's.published_earliest',
  reliability: 's.reliability',
  excerpts: '(SELECT count(*) FROM excerpt x WHERE x.source_id = s.id)',
  publisher: alphabetical('s.publisher'),
  kind: 's.kind',
  reading: `CASE s.reading WHEN 'unread' THEN 0 WHEN 'reading' THEN 1 ELSE 2 END`,
  language: 's.language',
  handling: `CASE s.handling WHEN 'RED' THEN 0 WHEN 'AMBER+STRICT' THEN 1 WHEN 'AMBER' THEN 2 WHEN 'GREEN' THEN 3 ELSE 4 END`,
  size: 's.byte_size',
} as const;

/** Sources that fit a filter; what it leaves out, or leaves empty, asks for nothing. @throws CaseError `edtf.invalid` */
export function listSources(
  store: CaseStore,
  {
    sort,
    descending,
    offset,
    limit,
    ...asked
  }: Omit<z.input<typeof ListSourcesInput>, 'handle'> & { offset: number; limit: number },
): z.infer<typeof SourcePage> {
  const condition = conditionOf(SourceFilter.parse(asked));
  if (condition === null) return { items: [], total: 0 };
  const { where, parameters } = condition;
  const direction = descending === true ? 'DESC' : 'ASC';
  const sorting = `${order[sort ?? 'imported']} ${direction}, s.id ${direction}`;
  const total = store.one<{ n: number }>(
    `SELECT count(*) AS n FROM source s WHERE ${where}`,
    ...parameters,
  );
  const items = store.all<Row>(
    // What is counted for each source is counted for those of the page alone.
    `SELECT ${columns} FROM source s
     WHERE s.id IN (SELECT s.id FROM source s WHERE ${where} ORDER BY ${sorting} LIMIT ? OFFSET ?) ORDER BY ${sorting}`,
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

/**
 * Makes the same change to several sources, in one gesture. One that is no longer there is passed over.
 *
 * @returns whether there was one to change
 * @throws CaseError as `updateSource` does
 */
export function updateSources(
  store: CaseStore,
  ids: readonly string[],
  changes: SourceChanges,
): boolean {
  const values = provenanceColumns(changes);
  return store.gesture('source.update', (writer) => {
    let changed = false;
    for (const id of ids) {
      requireOrigin(writer, id, changes.derivesFrom ?? null);
      changed = writer.update('source', id, values) || changed;
    }
    return changed;
  });
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
  removeSources(store, [id]);
}

/** Takes several sources away as `removeSource` does, in one gesture. One that is no longer there is passed over. */
export function removeSources(store: CaseStore, ids: readonly string[]): void {
  store.gesture('source.remove', (writer) => {
    for (const id of ids) {
      writer.run(
        `DELETE FROM note WHERE subject_table = 'excerpt' AND subject_id IN (SELECT id FROM excerpt WHERE source_id = ?)`,
        id,
      );
      removeNotesOn(writer, 'source', id);
      writer.remove('source', id);
    }
  });
}
