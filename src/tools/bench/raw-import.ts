import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { searchIndex } from '#engine/store/search-index.ts';
import { root } from '../bootstrap/places.mjs';

/** As many sources as an import of the engine puts into one transaction. */
const batch = 128;

type Row = Record<string, unknown>;

/** What an import leaves in a case file, the rows of each table for each source together. */
export type ImportedRows = Record<(typeof tables)[number], readonly Row[]>[];

const tables = [
  'blob',
  'blob_chunk',
  'extracted_text',
  'segment',
  'source',
  'search_entry',
] as const;

const ofSource: Record<(typeof tables)[number], string> = {
  blob: 'SELECT * FROM blob WHERE sha256 = @sha256',
  blob_chunk: 'SELECT * FROM blob_chunk WHERE sha256 = @sha256',
  extracted_text: 'SELECT * FROM extracted_text WHERE sha256 = @text_sha256',
  segment: 'SELECT * FROM segment WHERE text_sha256 = @text_sha256',
  source: 'SELECT * FROM source WHERE id = @id',
  search_entry: `SELECT * FROM search_entry WHERE kind = 'source' AND row_id = @id`,
};

/** Reads what was imported into a case file. */
export function rowsOf(path: string): ImportedRows {
  const db = new Database(path, { readonly: true });
  try {
    const statements = tables.map(
      (table) => [table, db.prepare<Row, Row>(ofSource[table])] as const,
    );
    return db
      .prepare<[], Row>('SELECT id, sha256, text_sha256 FROM source ORDER BY id')
      .all()
      .map((source) => rowsOfSource(statements, source));
  } finally {
    db.close();
  }
}

function rowsOfSource(
  statements: readonly (readonly [(typeof tables)[number], Database.Statement<Row, Row>])[],
  source: Row,
): ImportedRows[number] {
  const rows: ImportedRows[number] = {
    blob: [],
    blob_chunk: [],
    extracted_text: [],
    segment: [],
    source: [],
    search_entry: [],
  };
  for (const [table, statement] of statements) rows[table] = statement.all(source);
  return rows;
}

/** Inserts those rows into the same tables of a new file, and what the full-text indexes hold, and nothing else. */
export function insertRaw(path: string, sources: ImportedRows): void {
  const db = new Database(path);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('cache_size = -65536');
    for (const sql of migrations()) db.exec(sql);
    for (const { type, create } of searchIndex()) if (type === 'table') db.exec(create);
    const inserts = tables.map((table) => [table, insertInto(db, table)] as const);
    const words = db.prepare('INSERT INTO search_words (rowid, body) VALUES (@id, @body)');
    const text = db.prepare('INSERT INTO search_text (rowid, content) VALUES (@id, @content)');
    const put = db.transaction((some: ImportedRows) => {
      for (const rows of some) {
        for (const [table, insert] of inserts) for (const row of rows[table]) insert.run(row);
        for (const row of rows.search_entry) words.run(row);
        for (const row of rows.segment) text.run(row);
      }
    });
    for (let from = 0; from < sources.length; from += batch) put(sources.slice(from, from + batch));
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

function insertInto(db: Database.Database, table: string): Database.Statement {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);
  const values = columns.map((name) => `@${name}`).join(', ');
  return db.prepare(`INSERT INTO "${table}" ("${columns.join('", "')}") VALUES (${values})`);
}

function migrations(): string[] {
  const folder = join(root, 'migrations');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}
