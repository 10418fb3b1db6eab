import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** What one tagged passage leaves in a case file besides the journal. */
export interface TaggedPassage {
  readonly excerpt: Record<string, unknown>;
  readonly excerptTag: Record<string, unknown>;
  readonly searchEntry: { id: number; body: string };
}

/**
 * The same file, the same indexes, full text among them, and the same pragmas, without any trigger: what SQLite alone
 * makes of the same rows.
 */
export class RawCase {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  /** @param path of a closed case file, which is copied */
  constructor(path: string, copy: string) {
    copyFileSync(path, copy);
    this.#db = new Database(copy);
    prepare(this.#db);
    const triggers = this.#db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
      .pluck()
      .all();
    for (const name of triggers) this.#db.exec(`DROP TRIGGER "${name}"`);
  }

  insertPassage({ excerpt, excerptTag, searchEntry }: TaggedPassage): void {
    this.#db
      .transaction(() => {
        this.#insert('excerpt', excerpt);
        this.#insert('search_entry', searchEntry);
        this.#run('INSERT INTO search_words (rowid, body) VALUES (@id, @body)', searchEntry);
        this.#insert('excerpt_tag', excerptTag);
      })
      .immediate();
  }

  insertAll(passages: readonly TaggedPassage[]): void {
    this.#db.transaction(() => {
      for (const passage of passages) this.insertPassage(passage);
    })();
  }

  deleteAll(passages: readonly TaggedPassage[]): void {
    this.#db
      .transaction(() => {
        for (const { excerpt, excerptTag, searchEntry } of passages) {
          this.#run('DELETE FROM excerpt_tag WHERE id = @id', { id: excerptTag['id'] });
          this.#run('DELETE FROM excerpt WHERE id = @id', { id: excerpt['id'] });
          this.#run(
            `INSERT INTO search_words (search_words, rowid, body) VALUES ('delete', @id, @body)`,
            searchEntry,
          );
          this.#run('DELETE FROM search_entry WHERE id = @id', { id: searchEntry.id });
        }
      })
      .immediate();
  }

  close(): void {
    this.#db.close();
  }

  #insert(table: string, row: object): void {
    const columns = Object.keys(row);
    this.#run(
      `INSERT INTO "${table}" ("${columns.join('", "')}") VALUES (@${columns.join(', @')})`,
      row,
    );
  }

  #run(sql: string, row: object): void {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    statement.run(row);
  }
}

/** Reads what tagging a passage has left. */
export function taggedPassage(db: Database.Database, excerpt: string): TaggedPassage {
  const one = (sql: string) => db.prepare<[string], Record<string, unknown>>(sql).get(excerpt);
  const entry = db
    .prepare<[string], { id: number; kind: string; row_id: string; body: string }>(
      `SELECT * FROM search_entry WHERE kind = 'excerpt' AND row_id = ?`,
    )
    .get(excerpt);
  if (entry === undefined) throw new Error('the passage is not there');
  return {
    excerpt: one('SELECT * FROM excerpt WHERE id = ?') ?? {},
    excerptTag: one('SELECT * FROM excerpt_tag WHERE excerpt_id = ?') ?? {},
    searchEntry: entry,
  };
}

/** Gives a connection the pragmas that the engine gives its own. */
export function prepare(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
}
