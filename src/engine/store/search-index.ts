import type { DerivedObject } from './derived.ts';

/*
 * Full-text search (https://sqlite.org/fts5.html). Source text is indexed by segment; everything else a person may
 * look for is gathered in `search_entry`, one row a record, so that one query finds it. Names are indexed a second
 * time by trigrams, which find parts of words.
 *
 * Triggers keep all of it in step, but for the words of a new segment, which `writeSegment` (`text.ts`) puts in by hand:
 * a statement with a trigger opens a savepoint, and at each savepoint FTS5 writes to the file what it has gathered in
 * memory, which for segment after segment costs more than all the rest of an import.
 */

const tokenizer = `tokenize = 'unicode61 remove_diacritics 2'`;
const trigrams = `tokenize = 'trigram remove_diacritics 1'`;

/** The full-text indexes, and the rows of each: number and words. */
export const indexes = [
  { name: 'search_words', column: 'body', rows: 'SELECT id, body FROM search_entry', tokenizer },
  {
    name: 'search_names',
    column: 'body',
    rows: `SELECT id, body FROM search_entry WHERE kind = 'name'`,
    tokenizer: trigrams,
  },
  { name: 'search_text', column: 'content', rows: 'SELECT id, content FROM segment', tokenizer },
] as const;

/** What of a table's row is searched, as SQL on `row`, and whether it is a name. */
const entries: { table: string; kind: string; body: string }[] = [
  { table: 'name', kind: 'name', body: 'row.value' },
  {
    table: 'source',
    kind: 'source',
    body: ['title', 'publisher', 'author', 'file_name', 'member_path', 'retrieved_from']
      .map((column) => `row.${column}`)
      .join(` || ' ' || `),
  },
  {
    table: 'custody',
    kind: 'custody',
    body: `trim(row.party || ' ' || row.actor || ' ' || row.purpose || ' ' || row.note || ' ' || row.file_name)`,
  },
  { table: 'excerpt', kind: 'excerpt', body: 'row.quotation' },
  { table: 'note', kind: 'note', body: 'row.body' },
  { table: 'finding', kind: 'finding', body: 'row.body' },
  {
    table: 'tag',
    kind: 'tag',
    body: `row.name || ' ' || row.description || ' ' || row.inclusion || ' ' || row.exclusion`,
  },
  { table: 'attribute', kind: 'attribute', body: 'row.value' },
  { table: 'entity', kind: 'summary', body: 'row.summary' },
];

/** As SQL, the rows that `search_entry` must have: kind, id of the record, words. */
export function expectedEntries(): string {
  return entries
    .map(
      ({ table, kind, body }) =>
        `SELECT '${kind}' AS kind, id AS row_id, ${body} AS body FROM "${table}" AS row WHERE ${body} <> ''`,
    )
    .join(' UNION ALL ');
}

/** The tables and triggers of search, and how they are filled from the case. */
export function searchIndex(): DerivedObject[] {
  return [
    {
      type: 'table',
      name: 'search_entry',
      create: `CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, row_id TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (kind, row_id))`,
    },
    {
      type: 'table',
      name: 'search_words',
      create: `CREATE VIRTUAL TABLE search_words USING fts5(body, content='search_entry', content_rowid='id', ${tokenizer})`,
    },
    {
      type: 'table',
      name: 'search_names',
      create: `CREATE VIRTUAL TABLE search_names USING fts5(body, content='search_entry', content_rowid='id', ${trigrams})`,
    },
    {
      type: 'table',
      name: 'search_text',
      create: `CREATE VIRTUAL TABLE search_text USING fts5(content, content='segment', content_rowid='id', ${tokenizer})`,
      fill: `INSERT INTO search_text (search_text) VALUES ('rebuild')`,
    },
    indexing('search_entry', 'search_words', 'body'),
    unindexing('search_entry', 'search_words', 'body'),
    indexing('search_entry', 'search_names', 'body', `WHEN NEW.kind = 'name'`),
    unindexing('search_entry', 'search_names', 'body', `WHEN OLD.kind = 'name'`),
    unindexing('segment', 'search_text', 'content'),
    ...entries.flatMap(entryTriggers),
  ];
}

function indexing(table: string, index: string, column: string, when = ''): DerivedObject {
  return {
    type: 'trigger',
    name: `${index}_add`,
    create: `CREATE TRIGGER "${index}_add" AFTER INSERT ON ${table} ${when}
BEGIN INSERT INTO ${index} (rowid, ${column}) VALUES (NEW.id, NEW.${column}); END`,
  };
}

function unindexing(table: string, index: string, column: string, when = ''): DerivedObject {
  return {
    type: 'trigger',
    name: `${index}_drop`,
    create: `CREATE TRIGGER "${index}_drop" AFTER DELETE ON ${table} ${when}
BEGIN INSERT INTO ${index} (${index}, rowid, ${column}) VALUES ('delete', OLD.id, OLD.${column}); END`,
  };
}

function entryTriggers({ table, kind, body }: (typeof entries)[number]): DerivedObject[] {
  const of = (row: string) => body.replaceAll('row.', `${row}.`);
  const add = `INSERT INTO search_entry (kind, row_id, body) SELECT '${kind}', NEW.id, ${of('NEW')} WHERE ${of('NEW')} <> '';`;
  const drop = `DELETE FROM search_entry WHERE kind = '${kind}' AND row_id = OLD.id;`;
  const trigger = (operation: string, when: string, statements: string, fill?: string) => ({
    type: 'trigger' as const,
    name: `search_${kind}_${operation}`,
    create: `CREATE TRIGGER "search_${kind}_${operation}" AFTER ${operation.toUpperCase()} ON "${table}" ${when} BEGIN ${statements} END`,
    ...(fill === undefined ? {} : { fill }),
  });
  return [
    trigger(
      'insert',
      '',
      add,
      `INSERT INTO search_entry (kind, row_id, body) SELECT '${kind}', id, ${of('row')} FROM "${table}" AS row WHERE ${of('row')} <> ''`,
    ),
    trigger('update', `WHEN (${of('OLD')}) IS NOT (${of('NEW')})`, `${drop} ${add}`),
    trigger('delete', '', drop),
  ];
}
