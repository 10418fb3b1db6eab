import type { z } from 'zod';
import type { HitKind, SearchHit, SearchInput, SearchResult } from '#contract/search.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import type { CaseStore } from '../store/index.ts';
import { markedText, markEnd, markStart, withoutCitations } from './marked.ts';
import { matchQuery } from './query.ts';

type Input = Omit<z.infer<typeof SearchInput>, 'handle'>;

const kindsInOrder: readonly HitKind[] = [
  'entity',
  'source',
  'tag',
  'excerpt',
  'note',
  'finding',
  'text',
];

const highlight = (table: string) =>
  `highlight(${table}, 0, '${markStart}', '${markEnd}') AS marked`;

/**
 * Finds a query everywhere in the case: names and what is said of entities, titles, source text, passages, notes, tags.
 * Accents and case do not matter. Hits come kind by kind, the best of each first.
 */
export function search(store: CaseStore, { query, kinds, offset, limit }: Input): SearchResult {
  const match = matchQuery(query);
  const wanted = new Set<HitKind>(kinds ?? kindsInOrder);
  const counts = { entity: 0, source: 0, text: 0, excerpt: 0, note: 0, finding: 0, tag: 0 };
  if (match === null) return { hits: [], counts };
  const hits: SearchHit[] = [];
  for (const kind of kindsInOrder) {
    if (!wanted.has(kind)) continue;
    const found = finders[kind](store, match, limit, offset);
    hits.push(...found.hits);
    counts[kind] = found.count;
  }
  return { hits, counts };
}

interface Found {
  hits: SearchHit[];
  count: number;
}
type Finder = (store: CaseStore, match: string, limit: number, offset: number) => Found;

const nowhere = {
  entityKind: null,
  source: null,
  start: null,
  end: null,
  place: null,
} as const;

const finders: Record<HitKind, Finder> = {
  entity(store, match, limit, offset) {
    const matching = `
      SELECT coalesce(c.head_id, s.row_id) AS entity, s.kind, s.entry, s.rank FROM (
      SELECT CASE s.kind WHEN 'summary' THEN s.row_id ELSE coalesce(n.entity_id, a.entity_id) END AS row_id,
        s.kind, w.rowid AS entry, w.rank AS rank
      FROM search_words w JOIN search_entry s ON s.id = w.rowid
      LEFT JOIN name n ON s.kind = 'name' AND n.id = s.row_id
      LEFT JOIN attribute a ON s.kind = 'attribute' AND a.id = s.row_id
      WHERE search_words MATCH ? AND s.kind IN ('name', 'attribute', 'summary')
      ) s LEFT JOIN cluster c ON c.entity_id = s.row_id`;
    // One hit an entity, whatever it was found to be one with, by its best matching name if a name matches, else by what is said of it.
    const best = store.all<{ entity: string; entry: number }>(
      `SELECT entity, entry FROM (
         SELECT entity, entry, rank, kind, row_number() OVER (PARTITION BY entity ORDER BY kind <> 'name', rank) AS nth
         FROM (${matching})) WHERE nth = 1 ORDER BY kind <> 'name', rank, entity LIMIT ? OFFSET ?`,
      match,
      limit,
      offset,
    );
    const count = store.one<{ n: number }>(
      `SELECT count(DISTINCT entity) AS n FROM (${matching})`,
      match,
    );
    const rows = store.all<{ id: string; kind: EntityKind; name: string; marked: string }>(
      `SELECT e.id, e.kind, e.name, h.marked FROM json_each(@best) j JOIN shown_entity e ON e.entity_id = j.value ->> 'entity'
       JOIN (SELECT rowid, ${highlight('search_words')} FROM search_words
             WHERE search_words MATCH @match AND rowid IN (SELECT value ->> 'entry' FROM json_each(@best))) h ON h.rowid = j.value ->> 'entry'
       ORDER BY j.key`,
      { best: JSON.stringify(best), match },
    );
    return {
      count: count?.n ?? 0,
      hits: rows.map(({ id, kind, name, marked }) => {
        const { text, marks } = markedText(withoutCitations(marked));
        return {
          ...nowhere,
          kind: 'entity',
          id,
          title: name,
          entityKind: kind,
          context: { text, marks },
        };
      }),
    };
  },

  source: (store, match, limit, offset) =>
    entries(store, match, ['source', 'custody'], limit, offset, (row, context) => {
      const source = store.one<{ id: string; title: string }>(
        `SELECT id, title FROM source
         WHERE id = coalesce((SELECT source_id FROM custody WHERE id = @row), @row)`,
        { row },
      );
      const { id = row, title = '' } = source ?? {};
      return { ...nowhere, kind: 'source', id, title, source: id, context };
    }),

  tag: (store, match, limit, offset) =>
    entries(store, match, ['tag'], limit, offset, (row, context) => {
      const tag = store.one<{ name: string }>('SELECT name FROM tag WHERE id = ?', row);
      return { ...nowhere, kind: 'tag', id: row, title: tag?.name ?? '', context };
    }),

  excerpt: (store, match, limit, offset) =>
    entries(store, match, ['excerpt'], limit, offset, (row, context) => {
      const at = excerptAt(store, row);
      return { ...nowhere, kind: 'excerpt', id: row, title: '', ...at, context };
    }),

  note: (store, match, limit, offset) =>
    entries(store, match, ['note'], limit, offset, (row, context) => {
      const note = store.one<{ table: string; id: string }>(
        'SELECT subject_table AS "table", subject_id AS id FROM note WHERE id = ?',
        row,
      );
      const id = note?.id ?? row;
      switch (note?.table ?? '') {
        case 'excerpt':
          return { ...nowhere, kind: 'note', id, title: '', ...excerptAt(store, id), context };
        case 'source': {
          const source = store.one<{ title: string }>('SELECT title FROM source WHERE id = ?', id);
          return { ...nowhere, kind: 'note', id, title: source?.title ?? '', source: id, context };
        }
        case 'entity': {
          const entity = store.one<{ kind: EntityKind; name: string }>(
            'SELECT kind, name FROM shown_entity WHERE entity_id = ?',
            id,
          );
          const entityKind = entity?.kind ?? null;
          return { ...nowhere, kind: 'note', id, title: entity?.name ?? '', entityKind, context };
        }
        case 'link': {
          // A link is seen on the page of the entity that it begins at.
          const link = store.one<{ entity: string; kind: EntityKind; title: string }>(
            `SELECT f.id AS entity, f.kind, f.name || ' → ' || t.name AS title FROM link l
             JOIN shown_entity f ON f.entity_id = l.from_id JOIN shown_entity t ON t.entity_id = l.to_id
             WHERE l.id = ?`,
            id,
          );
          const entityKind = link?.kind ?? null;
          const title = link?.title ?? '';
          return { ...nowhere, kind: 'note', id: link?.entity ?? id, title, entityKind, context };
        }
        default:
          return { ...nowhere, kind: 'note', id, title: '', context };
      }
    }),

  finding: (store, match, limit, offset) =>
    entries(store, match, ['finding'], limit, offset, (row, context) => {
      const entity = store.one<{ id: string; kind: EntityKind; name: string }>(
        `SELECT e.id, e.kind, e.name FROM finding f JOIN shown_entity e ON e.entity_id = f.entity_id WHERE f.id = ?`,
        row,
      );
      const [id, title] = [entity?.id ?? row, entity?.name ?? ''];
      return { ...nowhere, kind: 'finding', id, title, entityKind: entity?.kind ?? null, context };
    }),

  text(store, match, limit, offset) {
    const where = `search_text MATCH ? ${withoutFormerTexts(store)}`;
    const count = store.one<{ n: number }>(
      `SELECT count(*) AS n FROM search_text WHERE ${where}`,
      match,
    );
    const rows = store.all<{
      id: string;
      title: string;
      start: number;
      ordinal: number;
      page: number | null;
      marked: string;
    }>(
      `SELECT s.id, s.title, g.start, g.ordinal, g.page, f.marked
       FROM (SELECT rowid, rank, ${highlight('search_text')} FROM search_text WHERE ${where}
             ORDER BY rank LIMIT ? OFFSET ?) f
       JOIN segment g ON g.id = f.rowid JOIN source s ON s.text_sha256 = g.text_sha256 ORDER BY f.rank, g.id`,
      match,
      limit,
      offset,
    );
    return {
      count: count?.n ?? 0,
      hits: rows.map((row) => {
        const { text, marks, start, end } = markedText(row.marked);
        return {
          kind: 'text',
          id: row.id,
          title: row.title,
          entityKind: null,
          context: { text, marks },
          source: row.id,
          start: row.start + start,
          end: row.start + end,
          place: placeText(row.page, row.ordinal + 1),
        };
      }),
    };
  },
};

/**
 * A condition that leaves out texts that no source has: those that sources had before they were read again, and those of
 * sources that were taken away. Empty where there are none, as in most cases.
 */
function withoutFormerTexts(store: CaseStore): string {
  return hasFormerTexts(store)
    ? `AND rowid NOT IN (SELECT id FROM segment WHERE text_sha256 IN (${formerTexts}))`
    : '';
}

const formerTexts = 'SELECT sha256 FROM extracted_text EXCEPT SELECT text_sha256 FROM source';

/** Whether a case had texts that no source has, and of which state of its file that is known: all texts are looked at for it. */
const known = new WeakMap<CaseStore, { state: string; former: boolean }>();

function hasFormerTexts(store: CaseStore): boolean {
  // What was written by this connection, and whether others have written.
  const now = store.one<{ state: string }>(
    `SELECT total_changes() || ' ' || data_version AS state FROM pragma_data_version`,
  );
  const before = known.get(store);
  if (now !== undefined && before?.state === now.state) return before.former;
  const former = store.one(`${formerTexts} LIMIT 1`) !== undefined;
  if (now !== undefined) known.set(store, { state: now.state, former });
  return former;
}

function entries(
  store: CaseStore,
  match: string,
  kinds: readonly string[],
  limit: number,
  offset: number,
  hit: (row: string, context: SearchHit['context']) => SearchHit,
): Found {
  // The plus keeps SQLite from asking the index anew for each record of that kind, of which there may be many.
  const where = `search_words MATCH ? AND +rowid IN (SELECT id FROM search_entry WHERE kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;
  const count = store.one<{ n: number }>(
    `SELECT count(*) AS n FROM search_words WHERE ${where}`,
    match,
  );
  const rows = store.all<{ row: string; marked: string }>(
    `SELECT (SELECT row_id FROM search_entry e WHERE e.id = search_words.rowid) AS row, ${highlight('search_words')}
     FROM search_words WHERE ${where} ORDER BY rank LIMIT ? OFFSET ?`,
    match,
    limit,
    offset,
  );
  return {
    count: count?.n ?? 0,
    hits: rows.map(({ row, marked }) => {
      const cites = kinds.includes('note') || kinds.includes('finding');
      const { text, marks } = markedText(cites ? withoutCitations(marked) : marked);
      return hit(row, { text, marks });
    }),
  };
}

function excerptAt(store: CaseStore, id: string) {
  const row = store.one<{
    source: string;
    title: string;
    start: number;
    end: number;
    page: number | null;
    ordinal: number | null;
  }>(
    `SELECT x.source_id AS source, s.title, x.start, x."end", g.page, g.ordinal FROM excerpt x
     JOIN source s ON s.id = x.source_id LEFT JOIN segment g ON g.text_sha256 = x.text_sha256 AND g.start =
       (SELECT max(start) FROM segment WHERE text_sha256 = x.text_sha256 AND start <= x.start)
     WHERE x.id = ?`,
    id,
  );
  if (row === undefined) return {};
  const { source, title, start, end, page, ordinal } = row;
  return { source, title, start, end, place: placeText(page, ordinal === null ? 0 : ordinal + 1) };
}

/** A place as it is written everywhere: page if there is one, and paragraph; empty when it is not known. */
export function placeText(page: number | null, paragraph: number): string {
  if (paragraph === 0) return '';
  return page === null ? `§ ${paragraph}` : `p. ${page} · § ${paragraph}`;
}
