import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/id.ts';
import {
  changeSetHash,
  createStore,
  journaled,
  openStore,
  type CaseStore,
  type Writer,
} from './index.ts';

const actor = () => ({ name: 'Ana Ruiz', initials: 'AR', organization: '' });
let folder: string;
let path: string;
const opened: CaseStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'legajo-store-'));
  path = join(folder, 'one.casefile');
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  rmSync(folder, { recursive: true, force: true });
});
function made(passphrase?: string): CaseStore {
  const store = createStore(path, { passphrase, actor });
  opened.push(store);
  return store;
}
function reopened(options?: { passphrase?: string; access?: 'read' | 'write' }): CaseStore {
  const store = openStore(path, { ...options, actor });
  opened.push(store);
  return store;
}
function addTag(store: CaseStore, name: string): string {
  const id = newId();
  store.gesture('tag.create', (writer) => {
    writer.insert('tag', { id, name, color: '#123456', createdAt: '2026-01-01T00:00:00Z' });
  });
  return id;
}
const tagNames = (store: CaseStore) =>
  store.all<{ name: string }>('SELECT name FROM tag ORDER BY name').map((row) => row.name);

describe('a case file', () => {
  test('keeps what a gesture wrote when it is closed and opened again', () => {
    const store = made();
    addTag(store, 'money');
    store.close();
    expect(readFileSync(path).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(existsSync(`${path}-wal`)).toBe(false);
    expect(existsSync(`${path}-lock`)).toBe(false);
    expect(tagNames(reopened())).toEqual(['money']);
  });

  test('opens with its passphrase and with no other, and shows no word of its own outside', () => {
    const store = made('correct horse');
    addTag(store, 'unmistakable');
    store.close();
    expect(readFileSync(path).includes('unmistakable')).toBe(false);
    expect(() => openStore(path, { actor })).toThrow(
      expect.objectContaining({ code: 'case.passphraseNeeded' }),
    );
    expect(() => openStore(path, { passphrase: 'wrong', actor })).toThrow(
      expect.objectContaining({ code: 'case.passphraseWrong' }),
    );
    expect(tagNames(reopened({ passphrase: 'correct horse' }))).toEqual(['unmistakable']);
  });

  test.each([
    ['a PDF', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1015, 'a')])],
    ['text', Buffer.from('not a database '.repeat(100))],
    ['nothing', Buffer.alloc(0)],
    ['random bytes of the wrong length', randomBytes(1000)],
  ])('is told from %s', (_, content) => {
    writeFileSync(path, content);
    expect(() => openStore(path, { actor })).toThrow(
      expect.objectContaining({ code: 'case.notACaseFile' }),
    );
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  test('is told from another SQLite database', () => {
    const other = new Database(path);
    other.exec('CREATE TABLE t (a)');
    other.close();
    expect(() => openStore(path, { actor })).toThrow(
      expect.objectContaining({ code: 'case.notACaseFile' }),
    );
  });

  test('from a newer version is refused in words, and left as it is', () => {
    made().close();
    const raw = new Database(path);
    raw.pragma('user_version = 999');
    raw.close();
    const before = readFileSync(path);
    expect(() => openStore(path, { actor })).toThrow(
      expect.objectContaining({ code: 'case.newerVersion' }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('is not made over a file that is there', () => {
    writeFileSync(path, 'precious');
    expect(() => createStore(path, { actor })).toThrow(
      expect.objectContaining({ code: 'case.exists' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  test('opened a second time can be read, and says who writes it', () => {
    const first = made();
    addTag(first, 'seen');
    const second = reopened();
    expect(second.opening).toMatchObject({ access: 'read', readOnlyReason: 'held' });
    expect(second.opening.holder?.pid).toBe(process.pid);
    expect(tagNames(second)).toEqual(['seen']);
    addTag(first, 'seen later');
    expect(tagNames(second)).toEqual(['seen', 'seen later']);
    expect(() => addTag(second, 'no')).toThrow(expect.objectContaining({ code: 'case.readOnly' }));
    second.close();
    first.close();
    expect(reopened().opening.access).toBe('write');
  });

  test('whose file was taken away takes no more changes', () => {
    const store = made();
    renameSync(path, `${path}.moved`);
    expect(() => addTag(store, 'lost')).toThrow(expect.objectContaining({ code: 'case.vanished' }));
    writeFileSync(path, 'another file');
    expect(() => addTag(store, 'lost')).toThrow(expect.objectContaining({ code: 'case.vanished' }));
  });

  test('beside which no lock can be made is opened for reading', () => {
    const store = made();
    addTag(store, 'kept');
    store.close();
    // As in a folder that cannot be written, which a test run as root could write all the same.
    mkdirSync(`${path}-lock`);
    const again = reopened();
    expect(again.opening).toMatchObject({ access: 'read', readOnlyReason: 'file' });
    expect(tagNames(again)).toEqual(['kept']);
  });
});

describe('a gesture', () => {
  test('leaves one change set with each field’s old and new value', () => {
    const store = made();
    const id = addTag(store, 'money');
    store.gesture('tag.update', (writer) => writer.update('tag', id, { name: 'cash' }));
    store.gesture('tag.remove', (writer) => writer.remove('tag', id));
    const changes = store.all<{
      label: string;
      undoes: string | null;
      sequence: number;
      operation: string;
      fields: string;
    }>(
      `SELECT label, sequence, operation, fields FROM change JOIN change_set s ON s.id = change_set_id ORDER BY change.id`,
    );
    expect(changes.map((one) => ({ ...one, fields: JSON.parse(one.fields) as unknown }))).toEqual([
      {
        label: 'tag.create',
        sequence: 1,
        operation: 'insert',
        fields: {
          name: [null, 'money'],
          color: [null, '#123456'],
          description: [null, ''],
          inclusion: [null, ''],
          exclusion: [null, ''],
          created_at: [null, '2026-01-01T00:00:00Z'],
        },
      },
      {
        label: 'tag.update',
        sequence: 2,
        operation: 'update',
        fields: { name: ['money', 'cash'] },
      },
      {
        label: 'tag.remove',
        sequence: 3,
        operation: 'delete',
        fields: {
          name: ['cash', null],
          color: ['#123456', null],
          description: ['', null],
          inclusion: ['', null],
          exclusion: ['', null],
          created_at: ['2026-01-01T00:00:00Z', null],
        },
      },
    ]);
  });

  test('that throws leaves nothing behind', () => {
    const store = made();
    expect(() =>
      store.gesture('tag.create', (writer) => {
        writer.insert('tag', { id: newId(), name: 'x', color: '#000000', createdAt: '' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(tagNames(store)).toEqual([]);
    expect(store.one('SELECT 1 FROM change_set')).toBeUndefined();
  });

  test('that changes nothing leaves no change set', () => {
    const store = made();
    const id = addTag(store, 'money');
    const events: unknown[] = [];
    store.subscribe((event) => events.push(event));
    store.gesture('tag.update', (writer) => writer.update('tag', id, { name: 'money' }));
    expect(store.all('SELECT 1 FROM change_set')).toHaveLength(1);
    expect(events).toEqual([]);
  });

  test('tells those who watch which tables changed', () => {
    const store = made();
    const events: unknown[] = [];
    store.subscribe((event) => events.push(event));
    addTag(store, 'money');
    expect(events).toEqual([{ revision: 1, tables: ['tag'] }]);
  });

  test('records what a cascade took away', () => {
    const store = made();
    const entityId = newId();
    store.gesture('entity.create', (writer) => {
      writer.insert('entity', {
        id: entityId,
        kind: 'person',
        schema: 'Person',
        handling: 'AMBER',
        createdAt: '',
      });
      writer.insert('name', {
        id: newId(),
        entityId,
        kind: 'primary',
        value: 'Ana',
        createdAt: '',
      });
    });
    store.gesture('entity.remove', (writer) => writer.remove('entity', entityId));
    expect(
      store.all<{ table_name: string }>(
        `SELECT table_name FROM change WHERE operation = 'delete' ORDER BY table_name`,
      ),
    ).toEqual([{ table_name: 'entity' }, { table_name: 'name' }]);
  });

  test('is chained to the one before it', () => {
    const store = made();
    addTag(store, 'one');
    addTag(store, 'two');
    const sets = store.all<{
      id: number;
      replica: string;
      sequence: number;
      clock: string;
      actor: string;
      label: string;
      undoes: string | null;
      previousHash: string;
      hash: string;
    }>(
      'SELECT id, replica, sequence, clock, actor, label, undoes, previous_hash AS previousHash, hash FROM change_set ORDER BY id',
    );
    expect(sets).toHaveLength(2);
    expect(sets[1]?.previousHash).toBe(sets[0]?.hash);
    for (const set of sets) {
      const changes = store.all<{
        tableName: string;
        rowId: string;
        operation: string;
        fields: string;
      }>(
        `SELECT table_name AS tableName, row_id AS rowId, operation, fields FROM change WHERE change_set_id = ? ORDER BY id`,
        set.id,
      );
      expect(set.hash).toBe(changeSetHash({ ...set, changes }));
    }
  });
});

describe('the journal cannot be gone around', () => {
  test.each(Object.values(journaled).map(getTableName))(
    '%s takes no insert, update or delete outside a gesture',
    (table) => {
      made().close();
      const refused = 'no such function: legajo_gesture';
      const foreign = () => {
        const db = new Database(path);
        db.pragma('foreign_keys = OFF');
        db.pragma('ignore_check_constraints = ON');
        return db;
      };
      const raw = foreign();
      const columns = raw
        .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`)
        .pluck()
        .all();
      const insert = `INSERT INTO "${table}" VALUES (${columns.map(() => `'x'`).join(', ')})`;
      expect(() => raw.exec(insert)).toThrow(refused);
      // What the triggers ask is answered as while a package is read, so that there is a row.
      raw.function('legajo_gesture', () => 0);
      raw.exec(insert);
      raw.close();
      const other = foreign();
      expect(() => other.exec(`UPDATE "${table}" SET ${columns[1]} = 'y'`)).toThrow(refused);
      expect(() => other.exec(`DELETE FROM "${table}"`)).toThrow(refused);
      expect(other.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()).toBe(1);
      other.close();
    },
  );

  test('the hand that writes is worthless after its gesture', () => {
    const store = made();
    const kept: Writer[] = [];
    store.gesture('tag.create', (writer) => {
      kept.push(writer);
      writer.insert('tag', { id: newId(), name: 'x', color: '#000000', createdAt: '' });
    });
    expect(() => kept[0]?.run(`UPDATE tag SET name = 'y'`)).toThrow('only inside a gesture');
    expect(tagNames(store)).toEqual(['x']);
  });

  test('what is written in the journal stays', () => {
    addTag(made(), 'one');
    opened.pop()?.close();
    const raw = new Database(path);
    expect(() => raw.exec(`UPDATE change SET fields = '{}'`)).toThrow('stay');
    expect(() => raw.exec(`DELETE FROM change`)).toThrow('stay');
    expect(() => raw.exec(`UPDATE change_set SET actor = '{}'`)).toThrow('stay');
    expect(() => raw.exec(`DELETE FROM change_set`)).toThrow('stay');
    raw.close();
  });
});
