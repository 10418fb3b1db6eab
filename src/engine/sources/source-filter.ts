import type { SourceFacets, SourceFilter } from '#contract/source.ts';
import { bounded } from '../dates.ts';
import { matchQuery } from '../search/index.ts';
import type { CaseStore, Parameter } from '../store/index.ts';

/** The condition of a filter in SQL, on `source s`; null when nothing can fit it. @throws CaseError `edtf.invalid` */
export function conditionOf(
  asked: SourceFilter,
): { where: string; parameters: Parameter[] } | null {
  const parameters: Parameter[] = [];
  const conditions = ['1'];
  const also = (condition: string, ...values: Parameter[]) => {
    conditions.push(condition);
    parameters.push(...values);
  };
  const oneOf = (column: string, values: readonly string[]) => {
    if (values.length > 0)
      also(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values));
  };
  if (asked.filter.trim() !== '') {
    const match = matchQuery(asked.filter);
    if (match === null) return null;
    also(
      `s.id IN (SELECT iif(e.kind = 'source', e.row_id, (SELECT source_id FROM custody WHERE id = e.row_id))
        FROM search_entry e WHERE e.kind IN ('source', 'custody')
        AND e.id IN (SELECT rowid FROM search_words WHERE search_words MATCH ?))`,
      match,
    );
  }
  if (asked.reading !== undefined) also('s.reading = ?', asked.reading);
  oneOf('s.kind', asked.kinds);
  oneOf('s.language', asked.languages);
  oneOf('s.reliability', asked.reliabilities);
  oneOf('s.handling', asked.handlings);
  if (asked.tags.length > 0)
    also(
      `s.id IN (SELECT x.source_id FROM excerpt x JOIN excerpt_tag t ON t.excerpt_id = x.id
        WHERE t.tag_id IN (SELECT value FROM json_each(?)))`,
      JSON.stringify(asked.tags),
    );
  // A date of which only the year is known fits a span that touches the year.
  const { earliest } = bounded(asked.publishedFrom);
  if (earliest !== null) also('s.published_latest >= ?', earliest);
  const { latest } = bounded(asked.publishedUntil);
  if (latest !== null) also('s.published_earliest <= ?', latest);
  if (asked.container !== undefined) also('s.container_id = ?', asked.container);
  if (asked.withoutText !== undefined)
    also(asked.withoutText ? 's.text_length = 0' : 's.text_length > 0');
  if (asked.orphaned !== undefined)
    also(
      `${asked.orphaned ? '' : 'NOT '}EXISTS (SELECT 1 FROM excerpt x WHERE x.source_id = s.id AND x.text_sha256 <> s.text_sha256)`,
    );
  return { where: conditions.join(' AND '), parameters };
}

/** How many sources there are of each value that a filter can ask for, the commonest first. */
export function sourceFacets(store: CaseStore): SourceFacets {
  const by = <T extends string>(column: string) =>
    store.all<{ value: T; count: number }>(
      `SELECT ${column} AS value, count(*) AS count FROM source GROUP BY 1 ORDER BY 2 DESC, 1`,
    );
  return {
    kinds: by('kind'),
    languages: by('language'),
    reliabilities: by('reliability'),
    handlings: by('handling'),
    tags: store.all(
      `SELECT t.id AS value, t.name, count(DISTINCT x.source_id) AS count
       FROM tag t JOIN excerpt_tag e ON e.tag_id = t.id JOIN excerpt x ON x.id = e.excerpt_id
       GROUP BY t.id ORDER BY 3 DESC, 2`,
    ),
  };
}
