import { citationPattern } from '#shared/citation.ts';
import type { CaseStore } from '../../store/index.ts';
import type { PackageChoice } from '../package-choice.ts';
import type { Part } from './part.ts';
import { Handling } from '#contract/vocabulary.ts';

export type Value = string | number | null;
/** A row of a journaled table, with its id. */
export type Row = Record<string, Value>;

/** What stands in a note for a passage that it cites and that stays behind. */
const withheldMark = '[…]';

/** The rows of a part, table by table, parents before children, each table by id. */
export function rowsOf(
  store: CaseStore,
  part: Part,
  { selection, dropNotes }: PackageChoice,
): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  const take = (
    table: string,
    is: (row: Row) => boolean,
    change: (row: Row) => Row = (row) => row,
  ) => {
    const found = store.all<Row>(`SELECT * FROM "${table}" ORDER BY id`).filter(is).map(change);
    rows.set(table, found);
    return new Set(found.map(({ id }) => String(id)));
  };
  const within = (ids: ReadonlySet<string>, column: string) => (row: Row) =>
    ids.has(String(row[column]));
  take(
    'case_file',
    () => true,
    (row) => caseRow(row, part, selection?.handling),
  );
  const origins = originsWithin(store, part.sources);
  take('source', within(part.sources, 'id'), (row) => ({
    ...row,
    derives_from: origins.get(String(row['id'])) ?? null,
    ...(part.sources.has(String(row['container_id']))
      ? {}
      : { container_id: null, member_path: '' }),
  }));
  take('text_version', within(part.sources, 'source_id'));
  take('custody', within(part.sources, 'source_id'));
  take('tag', within(part.tags, 'id'));
  take('entity', within(part.entities, 'id'), (row) => ({
    ...row,
    summary: withoutWithheld(String(row['summary']), part),
  }));
  take('excerpt', within(part.excerpts, 'id'), (row) =>
    part.telling.has(String(row['source_id'])) ? { ...row, prefix: '', suffix: '' } : row,
  );
  take('excerpt_tag', within(part.excerpts, 'excerpt_id'));
  take('name', within(part.facts, 'id'));
  take('attribute', within(part.facts, 'id'));
  const links = take('link', within(part.facts, 'id'));
  take(
    'evidence',
    (row) =>
      part.excerpts.has(String(row['excerpt_id'])) &&
      part.facts.has(String(row['name_id'] ?? row['attribute_id'] ?? row['link_id'])),
  );
  take('mention', (row) => {
    if (!part.entities.has(String(row['entity_id']))) return false;
    const excerpt = row['excerpt_id'];
    return excerpt === null || excerpt === undefined
      ? part.sources.has(String(row['source_id'])) && !part.telling.has(String(row['source_id']))
      : part.excerpts.has(String(excerpt));
  });
  take(
    'resolution',
    (row) =>
      part.entities.has(String(row['first_id'])) && part.entities.has(String(row['second_id'])),
  );
  take(
    'assessment',
    (row) =>
      part.entities.has(String(row['entity_id'])) &&
      part.facts.has(String(row['name_id'] ?? row['attribute_id'] ?? row['link_id'])),
  );
  const subjects: Record<string, ReadonlySet<string>> = {
    source: part.sources,
    excerpt: part.excerpts,
    entity: part.entities,
    link: links,
  };
  take(
    'note',
    (row) =>
      dropNotes !== true &&
      (row['subject_table'] === 'case'
        ? part.everything && part.caseWords
        : subjects[String(row['subject_table'])]?.has(String(row['subject_id'])) === true),
    (row) => ({
      ...row,
      body: withoutWithheld(String(row['body']), part),
    }),
  );
  take('finding', (row) => dropNotes !== true && part.findings.has(String(row['id'])));
  take('photo', within(part.photos, 'id'), (row) => ({
    ...row,
    source_id: part.sources.has(String(row['source_id'])) ? (row['source_id'] ?? null) : null,
  }));
  return rows;
}

function withoutWithheld(body: string, part: Part): string {
  return body.replace(citationPattern, (citation, id: string) =>
    part.excerpts.has(id) ? citation : withheldMark,
  );
}

/** By source, the nearest of those it goes back to that goes, too: so what repeats another still says so. */
function originsWithin(store: CaseStore, sources: ReadonlySet<string>): Map<string, string> {
  const from = new Map(
    store
      .all<{ id: string; origin: string }>(
        'SELECT id, derives_from AS origin FROM source WHERE derives_from IS NOT NULL',
      )
      .map(({ id, origin }) => [id, origin]),
  );
  const origins = new Map<string, string>();
  for (const id of sources) {
    const way = new Set([id]);
    let at = from.get(id);
    while (at !== undefined && !way.has(at) && !sources.has(at)) {
      way.add(at);
      at = from.get(at);
    }
    if (at !== undefined && !way.has(at)) origins.set(id, at);
  }
  return origins;
}

/** What the case says of itself, or, where that may not leave, no more than that there is one. */
function caseRow(row: Row, part: Part, maximum: Handling | undefined): Row {
  if (part.caseWords) return { ...row, summary: withoutWithheld(String(row['summary']), part) };
  return {
    ...row,
    title: row['language'] === 'es' ? 'Caso' : 'Case',
    reference: '',
    summary: '',
    handling: maximum ?? 'RED',
  };
}

/** The tables whose rows have a marking. */
const marked = ['case_file', 'source', 'excerpt', 'entity', 'photo'];

/** How many of some rows are TLP:RED, by their tables. */
export function redAmong(
  rows: ReadonlyMap<string, readonly Row[]>,
): { table: string; count: number }[] {
  return marked.flatMap((table) => {
    const count = (rows.get(table) ?? []).filter(({ handling }) => handling === 'RED').length;
    return count === 0 ? [] : [{ table, count }];
  });
}

/** Every marking of some rows. */
export function markingsOf(rows: ReadonlyMap<string, readonly Row[]>): Handling[] {
  return marked.flatMap((table) =>
    (rows.get(table) ?? []).flatMap(({ handling }) => asHandling(handling)),
  );
}

function asHandling(value: Value | undefined): Handling[] {
  return Handling.options.filter((one) => one === value);
}
