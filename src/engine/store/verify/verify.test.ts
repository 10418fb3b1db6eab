import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { fullFile } from '../testing/full-file.ts';
import { assess, createEntity, judge } from '../../entities/index.ts';
import { closing, testActor, testFolder } from '../../testing/index.ts';
import { sealed, setLocal } from '../local.ts';
import { openStore, undo, verifyStore, type CaseStore } from '../index.ts';

/** What verify finds in a file, `unopened` when it cannot even be opened. */
async function findingsIn(path: string, passphrase?: string): Promise<string[]> {
  let store: CaseStore;
  try {
    store = openStore(path, { access: 'read', passphrase, actor: testActor });
  } catch (error) {
    if (error instanceof CaseError) return ['unopened'];
    throw error;
  }
  try {
    const { findings, sound } = await verifyStore(store);
    expect(sound).toBe(findings.length === 0);
    return findings.map(({ check, table }) => `${check} ${table}`.trim());
  } finally {
    store.close();
  }
}

async function closedFile(folder: string, passphrase?: string): Promise<string> {
  const store = await fullFile(folder, passphrase);
  store.close();
  return store.opening.path;
}

/**
 * Everything that can be read from a database: each row of each table with its number, each word of the full-text indexes,
 * and how the tables are made.
 */
function allThatCanBeRead(path: string): string {
  const db = new Database(path, { readonly: true });
  try {
    const rows = db
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'search\\_%\\_data' ESCAPE '\\'
         ORDER BY name`,
      )
      .all()
      .map(({ name, sql }) => {
        const number = sql.includes('WITHOUT ROWID') ? 'NULL' : '_rowid_';
        return db.prepare(`SELECT ${number}, * FROM "${name}"`).raw().all();
      });
    const words = ['search_words', 'search_names', 'search_text'].map((index) => {
      db.exec(
        `CREATE VIRTUAL TABLE temp.words_of_${index} USING fts5vocab(main, ${index}, instance)`,
      );
      return db.prepare(`SELECT * FROM temp.words_of_${index}`).raw().all();
    });
    return JSON.stringify([db.prepare('SELECT * FROM sqlite_schema').all(), rows, words]);
  } finally {
    db.close();
  }
}

describe('a case file as it was written', () => {
  test('is sound, open and closed, after work and after undoing it', async () => {
    const store = closing(await fullFile(testFolder()));
    const report = await verifyStore(store);
    expect(report).toMatchObject({ sound: true, findings: [], total: 0 });
    expect(
      report.checked.every(
        ({ count, check }) => count > 0 || check === 'keys' || check === 'clusters',
      ),
    ).toBe(true);
    for (let step = 0; step < 5; step += 1) undo(store, 'undo');
    undo(store, 'redo');
    expect((await verifyStore(store)).findings).toEqual([]);
    store.close();
    expect(await findingsIn(store.opening.path)).toEqual([]);
  });

  test('is sound when it is encrypted', async () => {
    expect(await findingsIn(await closedFile(testFolder(), 'open sesame'), 'open sesame')).toEqual(
      [],
    );
  });

  test('is looked at until the signal says stop', async () => {
    const store = closing(await fullFile(testFolder()));
    await expect(verifyStore(store, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'job.cancelled',
    });
  });
});

describe('a change that went around the program is found', () => {
  let original: Buffer;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'legajo-verify-'));
    original = readFileSync(await closedFile(folder));
    rmSync(folder, { recursive: true });
  });
  test.each([
    [`UPDATE name SET value = 'Another' WHERE kind = 'primary'`, 'records name'],
    [`UPDATE link SET since_latest = '2019-11-31'`, 'dates link'],
    [`DELETE FROM evidence`, 'records evidence'],
    [
      `INSERT INTO tag SELECT 'x', name, NULL, color, '', created_at, '', '' FROM tag`,
      'records tag',
    ],
    [`UPDATE excerpt SET start = start + 1`, 'passages excerpt'],
    [`UPDATE excerpt SET prefix = 'x' || substr(prefix, 2)`, 'passages excerpt'],
    [`UPDATE blob_chunk SET bytes = zeroblob(length(bytes))`, 'blobs blob'],
    [`UPDATE blob SET byte_size = byte_size + 1`, 'blobs blob'],
    [`DELETE FROM blob_chunk WHERE ordinal = 0`, 'blobs blob'],
    [`DELETE FROM blob`, 'blobs source'],
    [`UPDATE segment SET content = upper(content) WHERE ordinal = 0`, 'texts extracted_text'],
    [`UPDATE segment SET start = start + 1 WHERE ordinal = 1`, 'texts segment'],
    [`UPDATE segment SET kind = 'other' WHERE ordinal = 0`, 'texts segment'],
    [`UPDATE text_version SET text_length = text_length + 1`, 'texts text_version'],
    [`DELETE FROM extracted_text`, 'texts text_version'],
    [`UPDATE text_version SET layout_sha256 = printf('%064d', 0)`, 'blobs text_version'],
    [
      `DELETE FROM blob WHERE sha256 = (SELECT layout_sha256 FROM source WHERE layout_sha256 <> '')`,
      'blobs source',
    ],
    [
      `UPDATE excerpt SET start = start + 1, end = end + 1
       WHERE text_sha256 = (SELECT text_sha256 FROM text_version)`,
      'passages excerpt',
    ],
    [`UPDATE custody SET happened_latest = '2020-06-31'`, 'dates custody'],
    [`UPDATE custody SET party = 'Somebody else'`, 'records custody'],
    [`UPDATE change_set SET actor = '{}' WHERE sequence = 2`, 'journal change_set'],
    [`UPDATE change_set SET clock = 'q' || clock`, 'journal change_set'],
    [`DELETE FROM change WHERE id = 4`, 'journal change_set'],
    [`UPDATE change SET row_id = 'x' WHERE id = 4`, 'journal change_set'],
    [
      `DELETE FROM change WHERE change_set_id = (SELECT max(id) FROM change_set);
       DELETE FROM change_set WHERE id = (SELECT max(id) FROM change_set)`,
      'records source',
    ],
    [`INSERT INTO cluster VALUES ('a', 'b', NULL)`, 'clusters cluster'],
    [`INSERT INTO cluster_stale VALUES ('a')`, 'clusters cluster_stale'],
    [`INSERT INTO message_reference VALUES ('a', 'b@x')`, 'records message_reference'],
    [
      `UPDATE source SET message_id = 'a@x', details = '{"references": ["b@x"]}';
       DELETE FROM message_reference`,
      'records message_reference',
    ],
    [`DELETE FROM search_entry WHERE kind = 'note'`, 'search search_entry'],
    [`UPDATE search_entry SET body = 'x' WHERE kind = 'tag'`, 'search search_words'],
    [`INSERT INTO search_text (rowid, content) VALUES (99, 'more')`, 'search search_text'],
    [`UPDATE local SET value = 'x' WHERE key = 'replica'`, 'local local'],
    [`DROP INDEX note_subject`, 'schema sqlite_schema'],
    [`CREATE TRIGGER more AFTER INSERT ON note BEGIN SELECT 1; END`, 'schema sqlite_schema'],
    [`PRAGMA foreign_keys = OFF; DELETE FROM excerpt`, 'keys evidence'],
    [`PRAGMA application_id = 1`, 'unopened'],
  ])('%s', async (sql, finding) => {
    const path = join(testFolder(), 'changed.casefile');
    writeFileSync(path, original);
    const db = new Database(path);
    // As the program itself defines it while it replays: the triggers let the change pass and write nothing.
    db.function('legajo_gesture', () => 0);
    const sealed = db
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'sealed%'`,
      )
      .all();
    for (const { name } of sealed) db.exec(`DROP TRIGGER "${name}"`);
    db.exec(sql);
    for (const trigger of sealed) db.exec(trigger.sql);
    db.close();
    expect(await findingsIn(path)).toContain(finding);
  });
});

describe('which entities are shown as one', () => {
  test.each([
    ['a row that follows from no judgement', `INSERT INTO cluster VALUES ('a', 'b', NULL)`],
    [
      'a member that was left out',
      `DELETE FROM cluster WHERE entity_id = (SELECT max(entity_id) FROM cluster)`,
    ],
    ['another head', `UPDATE cluster SET head_id = (SELECT max(entity_id) FROM cluster)`],
    ['another name', `UPDATE cluster SET name_id = NULL`],
    ['all of them gone', `DELETE FROM cluster`],
  ])('is compared with the judgements: %s', async (_, sql) => {
    const store = closing(await fullFile(testFolder()));
    const ids = ['Ana', 'Anna', 'Anne', 'Bo'].map((name) =>
      createEntity(store, { kind: 'person', name, aliases: ['Nan'] }),
    );
    const [first = '', second = '', third = ''] = ids;
    judge(store, { first, second, judgement: 'same', reason: '' });
    judge(store, { first: second, second: third, judgement: 'same', reason: '' });
    judge(store, { first, second: ids[3] ?? '', judgement: 'different', reason: '' });
    const [alias] = store.all<{ id: string }>(
      `SELECT id FROM name WHERE entity_id = ? AND kind = 'alias'`,
      third,
    );
    assess(store, {
      entity: first,
      fact: { kind: 'name', id: alias?.id ?? '' },
      body: 'As she signs.',
    });
    expect(await verifyStore(store)).toMatchObject({ sound: true });
    store.close();
    const db = new Database(store.opening.path);
    db.exec(sql);
    expect(db.prepare('SELECT total_changes() AS n').get()).not.toEqual({ n: 0 });
    db.close();
    expect(await findingsIn(store.opening.path)).toContain('clusters cluster');
  });
});

describe('a file whose indexes another version made', () => {
  test('is as it was written once they are made anew', async () => {
    const path = await closedFile(testFolder());
    const db = new Database(path);
    sealed(db, () => {
      db.exec('ANALYZE');
      setLocal(db, { derived: 'as of another version' });
    });
    db.close();
    openStore(path, { actor: testActor }).close();
    expect(await findingsIn(path)).toEqual([]);
  });
});

describe('a flipped bit', () => {
  test('is found wherever it changes anything that can be read', async () => {
    const folder = testFolder();
    const path = await closedFile(folder);
    const flipped = join(folder, 'flipped.casefile');
    const bytes = readFileSync(path);
    const before = allThatCanBeRead(path);
    let found = 0;
    const runs = 150;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const copy = Buffer.from(bytes);
        copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        writeFileSync(flipped, copy);
        const isFound = (await findingsIn(flipped)).length > 0;
        if (isFound) found += 1;
        expect(isFound || allThatCanBeRead(flipped) === before).toBe(true);
      }),
      { numRuns: runs },
    );
    expect(found).toBeGreaterThan(runs / 4);
  });

  test('is found anywhere in an encrypted file', async () => {
    const folder = testFolder();
    const path = await closedFile(folder, 'open sesame');
    const flipped = join(folder, 'flipped.casefile');
    // Free pages are never read, so a change of theirs is none: there are none after this.
    const db = new Database(path);
    for (const pragma of [`cipher = 'sqlcipher'`, 'legacy = 4', `key = 'open sesame'`]) {
      db.pragma(pragma);
    }
    db.exec('VACUUM');
    db.close();
    const bytes = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const copy = Buffer.from(bytes);
        copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        writeFileSync(flipped, copy);
        expect(await findingsIn(flipped, 'open sesame')).not.toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
