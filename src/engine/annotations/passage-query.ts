import type { z } from 'zod';
import type { ExcerptPage } from '#contract/annotation.ts';
import type { PassageClause, PassageQuery, PassageTerm } from '#contract/passage-query.ts';
import type { CaseStore } from '../store/index.ts';
import { excerptsOf, passagesOfEntity } from './excerpts.ts';
import { SpanIndex, type Stretch } from './span-index.ts';

/** A passage by its place, or a mention that is no passage of its own, which has no id. */
interface Spot {
  id: string | null;
  source: string;
  /** The text of the source that its offsets are of: those of two texts have nothing to do with each other. */
  text: string;
  start: number;
  end: number;
  /** Where the paragraphs of its first and last character begin, asked for only where it matters. */
  firstParagraph: number;
  lastParagraph: number;
}

/** The passages that a query finds, page by page, in the order of the sources and of their text. */
export function queryExcerpts(
  store: CaseStore,
  { query, offset, limit }: { query: PassageQuery; offset: number; limit: number },
): z.infer<typeof ExcerptPage> {
  const found = foundBy(store, query);
  return { items: excerptsOf(store, found.slice(offset, offset + limit)), total: found.length };
}

/** Ids of the passages that a query finds. */
export function foundBy(store: CaseStore, query: PassageQuery): string[] {
  const lead = query.clauses.find(({ not }) => !not);
  const kept = new Map<string, Spot>();
  for (const spot of lead === undefined
    ? everyPassage(store, query)
    : spotsOf(store, query, lead)) {
    if (spot.id !== null) kept.set(spot.id, spot);
  }
  for (const clause of query.clauses) {
    if (clause === lead) continue;
    const accompanies = companion(query, spotsOf(store, query, clause));
    for (const [id, spot] of kept) if (accompanies(spot) === clause.not) kept.delete(id);
  }
  return [...kept]
    .toSorted(
      ([a, one], [b, other]) =>
        compare(one.source, other.source) ||
        compare(one.text, other.text) ||
        one.start - other.start ||
        one.end - other.end ||
        compare(a, b),
    )
    .map(([id]) => id);
}

/** Says of a passage whether one of `spots` is with it, in the scope of the query. */
function companion(
  { scope, distance }: PassageQuery,
  spots: readonly Spot[],
): (spot: Spot) => boolean {
  if (scope === 'passage') {
    const ids = new Set(spots.map(({ id }) => id));
    return ({ id }) => ids.has(id);
  }
  if (scope === 'source') {
    const sources = new Set(spots.map(({ source }) => source));
    return ({ source }) => sources.has(source);
  }
  const stretch = (spot: Spot): Stretch => {
    const of = `${spot.source} ${spot.text}`;
    return scope === 'paragraph'
      ? { source: of, first: spot.firstParagraph, last: spot.lastParagraph }
      : { source: of, first: spot.start, last: spot.end - 1 };
  };
  const index = new SpanIndex(spots.map(stretch));
  // Between the last character of one and the first of the next but `n` lie `n` others.
  const reach = scope === 'near' ? distance + 1 : 0;
  return (spot) => index.meets(stretch(spot), reach);
}

function spotsOf(store: CaseStore, query: PassageQuery, { any }: PassageClause): Spot[] {
  return any.flatMap((term) => spotsOfTerm(store, query, term));
}

function spotsOfTerm(store: CaseStore, query: PassageQuery, term: PassageTerm): Spot[] {
  const columns = columnsOf(query);
  if ('source' in term) {
    return store.all<Spot>(`SELECT ${columns} FROM excerpt x WHERE x.source_id = ?`, term.source);
  }
  if ('entity' in term) {
    const passages = store.all<Spot>(
      `SELECT ${columns} FROM excerpt x WHERE x.id IN (${passagesOfEntity})`,
      term.entity,
    );
    return query.scope === 'passage'
      ? passages
      : [...passages, ...mentionsOf(store, query, term.entity)];
  }
  return term.below
    ? store.all<Spot>(
        `WITH RECURSIVE wanted(id) AS (
           SELECT ? UNION SELECT t.id FROM wanted w JOIN tag t ON t.parent_id = w.id)
         SELECT DISTINCT ${columns} FROM wanted w
         CROSS JOIN excerpt_tag c ON c.tag_id = w.id CROSS JOIN excerpt x ON x.id = c.excerpt_id`,
        term.tag,
      )
    : store.all<Spot>(
        `SELECT ${columns} FROM excerpt_tag c CROSS JOIN excerpt x ON x.id = c.excerpt_id WHERE c.tag_id = ?`,
        term.tag,
      );
}

/** Mentions of an entity, or of what is one with it, that are no passages: they have a place all the same. */
function mentionsOf(store: CaseStore, query: PassageQuery, entity: string): Spot[] {
  return store.all<Spot>(
    `WITH asked(id) AS (SELECT ?), subject(id) AS (
       SELECT id FROM asked UNION SELECT them.entity_id FROM asked CROSS JOIN cluster it ON it.entity_id = asked.id
       CROSS JOIN cluster them ON them.head_id = it.head_id)
     SELECT ${columnsOf(query, 'NULL')} FROM subject CROSS JOIN mention x ON x.entity_id = subject.id
     WHERE x.excerpt_id IS NULL AND x.verdict = 'refers'`,
    entity,
  );
}

function everyPassage(store: CaseStore, query: PassageQuery): Spot[] {
  return store.all<Spot>(`SELECT ${columnsOf(query)} FROM excerpt x`);
}

function columnsOf({ scope }: PassageQuery, id = 'x.id'): string {
  const paragraph = (offset: string): string =>
    scope === 'paragraph'
      ? `coalesce((SELECT max(g.start) FROM segment g WHERE g.text_sha256 = x.text_sha256 AND g.start <= ${offset}), 0)`
      : '0';
  return `${id} AS id, x.source_id AS source, x.text_sha256 AS text, x.start, x."end",
    ${paragraph('x.start')} AS firstParagraph, ${paragraph('x."end" - 1')} AS lastParagraph`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
