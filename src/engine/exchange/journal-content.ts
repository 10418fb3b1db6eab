import { Actor } from '#contract/settings.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { caseInfo } from '../cases/index.ts';
import {
  listBlobs,
  listTexts,
  type CaseStore,
  type ClosedChangeSet,
  type VersionVector,
} from '../store/index.ts';
import { headsOf, strictest, type PackageContent } from './content.ts';

/**
 * The case with its history, or, of a delta, what came beyond a version vector. Change sets travel as they are, since
 * their hashes must hold.
 *
 * @param since what the other side has; null for the whole case
 */
export function journalContent(store: CaseStore, since: VersionVector | null): PackageContent {
  const info = caseInfo(store);
  const heads = headsOf(store);
  const vector = Object.fromEntries(heads.map(({ replica, sequence }) => [replica, sequence]));
  // Of what the other side has only what is known here can be counted on.
  const base = Object.fromEntries(
    heads.flatMap(({ replica, sequence }): [string, number][] => {
      const seen = Math.min(since?.[replica] ?? 0, sequence);
      return seen > 0 ? [[replica, seen]] : [];
    }),
  );
  const replicas = heads.filter(({ replica, sequence }) => sequence > (base[replica] ?? 0));
  const latest = store.one<{ id: number; clock: string | null; actor: string | null }>(
    `SELECT coalesce(max(id), 0) AS id, (SELECT max(clock) FROM change_set) AS clock,
       (SELECT actor FROM change_set ORDER BY clock DESC, replica DESC LIMIT 1) AS actor FROM change_set`,
  );
  const whole = since === null;
  const contents = whole ? allContents(store) : contentsBeyond(store, base);
  return {
    scope: whole ? 'whole' : 'delta',
    base,
    case: {
      id: info.id,
      title: info.title,
      reference: info.reference,
      language: info.language,
      handling: info.handling,
    },
    replicas,
    vector,
    handling: strictest(whole ? markings(store) : markingsBeyond(store, base)),
    selection: [],
    redacted: 0,
    leftOut: whole
      ? (store.one<{ n: number }>(
          'SELECT count(*) AS n FROM (SELECT DISTINCT table_name, row_id FROM left_out)',
        )?.n ?? 0)
      : 0,
    counts: whole ? info.counts : countsBeyond(store, base),
    clock: latest?.clock ?? null,
    latestActor: typeof latest?.actor === 'string' ? Actor.parse(JSON.parse(latest.actor)) : null,
    changeSets: () => changeSets(store, base, latest?.id ?? 0),
    ...contents,
    told: {
      followed: [],
      withheld: [],
      withoutContents: 0,
      redHolds: whole ? redRecords(store) : [],
    },
  };
}

/** How many records of a case are TLP:RED now, each by its own marking. */
function redRecords(store: CaseStore): PackageContent['told']['redHolds'] {
  return (['case_file', 'source', 'excerpt', 'entity', 'photo'] as const).flatMap((table) => {
    const count =
      store.one<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE handling = 'RED'`)?.n ?? 0;
    return count === 0 ? [] : [{ table, count }];
  });
}

type Contents = Pick<PackageContent, 'texts' | 'blobs' | 'withheld' | 'known'>;

function allContents(store: CaseStore): Contents {
  return {
    texts: listTexts(store),
    blobs: listBlobs(store),
    withheld: store
      .all<{ sha256: string }>('SELECT sha256 FROM withheld ORDER BY sha256')
      .map(({ sha256 }) => sha256),
    known: [],
  };
}

/** Change sets that a base does not have, as a table `beyond(id)`; takes the base as `@base`. */
const beyond = `beyond(id) AS MATERIALIZED (
  SELECT s.id FROM change_set s LEFT JOIN json_each(@base) seen ON seen.key = s.replica
  WHERE s.sequence > coalesce(seen.value, 0))`;

/**
 * The texts, originals, layouts and pictures that the sources and photographs in a delta need; what the other side has by
 * what came before stays here.
 */
function contentsBeyond(store: CaseStore, base: VersionVector): Contents {
  const needed = store.all<{ sha256: string; known: 0 | 1 }>(
    `WITH ${beyond}, named(sha256, late) AS (
       SELECT f.value ->> 1, c.change_set_id IN beyond FROM change c, json_each(c.fields) f
       WHERE c.table_name IN ('source', 'text_version', 'photo') AND c.operation <> 'delete'
         AND f.key IN ('sha256', 'text_sha256', 'layout_sha256'))
     SELECT sha256, min(late) = 0 AS known FROM named WHERE sha256 IS NOT NULL
     GROUP BY sha256 HAVING max(late) = 1 ORDER BY sha256`,
    { base: JSON.stringify(base) },
  );
  const missing = new Set(needed.filter(({ known }) => known === 0).map(({ sha256 }) => sha256));
  const texts = listTexts(store).filter(({ sha256 }) => missing.has(sha256));
  const blobs = listBlobs(store).filter(({ sha256 }) => missing.has(sha256));
  const here = new Set([...texts, ...blobs].map(({ sha256 }) => sha256));
  return {
    texts,
    blobs,
    withheld: [...missing].filter((sha256) => !here.has(sha256)),
    known: needed.filter(({ known }) => known === 1).map(({ sha256 }) => sha256),
  };
}

/** Every marking in a case, those of records that are only in its history among them. */
function markings(store: CaseStore): Handling[] {
  return store
    .all<{ handling: Handling }>(
      `SELECT handling FROM case_file UNION SELECT handling FROM source UNION SELECT handling FROM entity
       UNION SELECT handling FROM excerpt WHERE handling IS NOT NULL
       UNION SELECT handling FROM photo WHERE handling IS NOT NULL
       UNION SELECT fields ->> '$.handling[0]' FROM change
         WHERE operation = 'delete' AND table_name IN ('source', 'excerpt', 'entity', 'photo')
           AND fields ->> '$.handling[0]' IS NOT NULL`,
    )
    .map(({ handling }) => handling);
}

/** The markings of what a delta speaks of: of a record itself, or of those that it hangs on. */
function markingsBeyond(store: CaseStore, base: VersionVector): Handling[] {
  return store
    .all<{ handling: Handling }>(
      `WITH ${beyond},
       said(t, id) AS MATERIALIZED (
         SELECT DISTINCT table_name, row_id FROM change WHERE change_set_id IN beyond),
       inSource(id) AS (
         SELECT id FROM said WHERE t = 'source'
         UNION SELECT source_id FROM mention WHERE id IN (SELECT id FROM said WHERE t = 'mention')
         UNION SELECT source_id FROM rejection WHERE id IN (SELECT id FROM said WHERE t = 'rejection')
         UNION SELECT source_id FROM custody WHERE id IN (SELECT id FROM said WHERE t = 'custody')
         UNION SELECT source_id FROM text_version WHERE id IN (SELECT id FROM said WHERE t = 'text_version')
         UNION SELECT subject_id FROM note WHERE subject_table = 'source' AND id IN (SELECT id FROM said WHERE t = 'note')),
       inExcerpt(id) AS (
         SELECT id FROM said WHERE t = 'excerpt'
         UNION SELECT excerpt_id FROM mention WHERE id IN (SELECT id FROM said WHERE t = 'mention')
         UNION SELECT excerpt_id FROM evidence WHERE id IN (SELECT id FROM said WHERE t = 'evidence')
         UNION SELECT excerpt_id FROM excerpt_tag WHERE id IN (SELECT id FROM said WHERE t = 'excerpt_tag')
         UNION SELECT subject_id FROM note WHERE subject_table = 'excerpt' AND id IN (SELECT id FROM said WHERE t = 'note')),
       inLink(id) AS (
         SELECT id FROM said WHERE t = 'link'
         UNION SELECT subject_id FROM note WHERE subject_table = 'link' AND id IN (SELECT id FROM said WHERE t = 'note')),
       inEntity(id) AS (
         SELECT id FROM said WHERE t = 'entity'
         UNION SELECT entity_id FROM name WHERE id IN (SELECT id FROM said WHERE t = 'name')
         UNION SELECT entity_id FROM attribute WHERE id IN (SELECT id FROM said WHERE t = 'attribute')
         UNION SELECT entity_id FROM mention WHERE id IN (SELECT id FROM said WHERE t = 'mention')
         UNION SELECT entity_id FROM assessment WHERE id IN (SELECT id FROM said WHERE t = 'assessment')
         UNION SELECT entity_id FROM finding WHERE id IN (SELECT id FROM said WHERE t = 'finding')
         UNION SELECT from_id FROM link WHERE id IN inLink UNION SELECT to_id FROM link WHERE id IN inLink
         UNION SELECT first_id FROM resolution WHERE id IN (SELECT id FROM said WHERE t = 'resolution')
         UNION SELECT second_id FROM resolution WHERE id IN (SELECT id FROM said WHERE t = 'resolution')
         UNION SELECT subject_id FROM note WHERE subject_table = 'entity' AND id IN (SELECT id FROM said WHERE t = 'note'))
       SELECT handling FROM case_file WHERE id IN (SELECT id FROM said WHERE t = 'case_file')
         OR EXISTS (SELECT 1 FROM finding WHERE entity_id IS NULL AND id IN (SELECT id FROM said WHERE t = 'finding'))
       UNION SELECT handling FROM source WHERE id IN inSource
       UNION SELECT coalesce(e.handling, s.handling) FROM excerpt e JOIN source s ON s.id = e.source_id WHERE e.id IN inExcerpt
       UNION SELECT handling FROM entity WHERE id IN inEntity
       UNION SELECT coalesce(p.handling, e.handling) FROM photo p JOIN entity e ON e.id = p.entity_id
         WHERE p.id IN (SELECT id FROM said WHERE t = 'photo')
       UNION SELECT fields ->> '$.handling[0]' FROM change
         WHERE change_set_id IN beyond AND operation = 'delete' AND table_name IN ('source', 'excerpt', 'entity', 'photo')
           AND fields ->> '$.handling[0]' IS NOT NULL`,
      { base: JSON.stringify(base) },
    )
    .map(({ handling }) => handling);
}

const countedTables = {
  sources: 'source',
  excerpts: 'excerpt',
  tags: 'tag',
  entities: 'entity',
  names: 'name',
  attributes: 'attribute',
  links: 'link',
  evidence: 'evidence',
  mentions: 'mention',
  notes: 'note',
  findings: 'finding',
  photos: 'photo',
} as const;

/** How many records a delta speaks of that are still there, and its change sets. */
function countsBeyond(store: CaseStore, base: VersionVector): PackageContent['counts'] {
  const counts = store.one<PackageContent['counts']>(
    `WITH ${beyond}, said(t, id) AS MATERIALIZED (
       SELECT DISTINCT table_name, row_id FROM change WHERE change_set_id IN beyond)
     SELECT ${Object.entries(countedTables)
       .map(
         ([key, table]) =>
           `(SELECT count(*) FROM "${table}" WHERE id IN (SELECT id FROM said WHERE t = '${table}')) AS ${key}`,
       )
       .join(', ')}, (SELECT count(*) FROM beyond) AS changeSets`,
    { base: JSON.stringify(base) },
  );
  if (counts === undefined) throw new Error('a query of counts gave no row');
  return counts;
}

/**
 * Change sets of a case beyond a base and up to one of them, in the order of their clocks, so that of the same change sets
 * a package is the same, in whatever order they came into a file.
 */
function* changeSets(
  store: CaseStore,
  base: VersionVector,
  latest: number,
): Generator<ClosedChangeSet, void, undefined> {
  const ids = store.all<{ id: number }>(
    `WITH ${beyond} SELECT s.id FROM change_set s WHERE s.id IN beyond AND s.id <= @latest
     ORDER BY s.clock, s.replica, s.sequence`,
    { base: JSON.stringify(base), latest },
  );
  for (const { id } of ids) {
    const set = store.one<Omit<ClosedChangeSet, 'changes'>>(
      `SELECT replica, sequence, clock, actor, label, undoes, previous_hash AS previousHash, hash
       FROM change_set WHERE id = ?`,
      id,
    );
    if (set === undefined) throw new Error('a change set is gone');
    const changes = store.all<ClosedChangeSet['changes'][number]>(
      `SELECT table_name AS tableName, row_id AS rowId, operation, fields
       FROM change WHERE change_set_id = ? ORDER BY id`,
      id,
    );
    yield { ...set, changes };
  }
}
