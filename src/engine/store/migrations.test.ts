import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/id.ts';
import { packageFolder } from '../resources.ts';
import {
  applicationId,
  contentHash,
  formatVersion,
  migrationNames,
  openStore,
  type CaseStore,
} from './index.ts';

const actor = () => ({ name: 'Ana Ruiz', initials: 'AR', organization: '' });
let folder: string;
let path: string;
const opened: CaseStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'legajo-migrations-'));
  path = join(folder, 'one.casefile');
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes a case file as it was after the first `version` migrations, and writes rows into it by plain SQL. */
function fileAt(version: number, insert: (db: Database.Database) => void): void {
  const db = new Database(path);
  db.pragma(`application_id = ${applicationId}`);
  for (const name of migrationNames().slice(0, version)) {
    db.exec(readFileSync(join(packageFolder(), 'migrations', `${name}.sql`), 'utf8'));
  }
  db.pragma(`user_version = ${version}`);
  insert(db);
  db.close();
}

function reopened(): CaseStore {
  const store = openStore(path, { actor });
  opened.push(store);
  return store;
}

/** For each migration: rows are written at the version before it, and read after it. */
const migrated: Record<string, (version: number) => void> = {
  '0000_case_file'(version) {
    fileAt(version, () => undefined);
    const store = reopened();
    expect(store.all('SELECT * FROM entity')).toEqual([]);
    expect(contentHash(store)).toMatch(/^[0-9a-f]{64}$/u);
  },

  '0001_resolutions'(version) {
    const [first, second, name, attribute] = [newId(), newId(), newId(), newId()];
    const createdAt = '2026-01-01T00:00:00.000Z';
    fileAt(version, (db) => {
      for (const id of [first, second]) {
        db.prepare(
          `INSERT INTO entity (id, kind, schema, handling, created_at) VALUES (?, 'person', 'Person', 'RED', ?)`,
        ).run(id, createdAt);
      }
      db.prepare(
        `INSERT INTO name (id, entity_id, kind, value, created_at) VALUES (?, ?, 'primary', 'Gersón', ?)`,
      ).run(name, first, createdAt);
      db.prepare(
        `INSERT INTO attribute (id, entity_id, property, value, created_at) VALUES (?, ?, 'birthDate', '1980', ?)`,
      ).run(attribute, first, createdAt);
    });
    const store = reopened();
    expect(store.all('SELECT id, kind FROM entity ORDER BY id')).toEqual([
      { id: first, kind: 'person' },
      { id: second, kind: 'person' },
    ]);
    expect(store.all('SELECT value FROM name')).toEqual([{ value: 'Gersón' }]);
    store.gesture('entity.update', (writer) => {
      const ids = { id: newId(), firstId: first, secondId: second };
      writer.insert('resolution', { ...ids, judgement: 'same', reason: 'x', createdAt });
      const preferred = { id: newId(), entityId: first, attributeId: attribute };
      writer.insert('assessment', { ...preferred, body: 'y', createdAt });
    });
    expect(store.all('SELECT entity_id, head_id FROM cluster ORDER BY entity_id')).toEqual([
      { entity_id: first, head_id: first },
      { entity_id: second, head_id: first },
    ]);
  },

  '0002_reading'(version) {
    const [source, excerpt, tag] = [newId(), newId(), newId()];
    const createdAt = '2026-01-01T00:00:00.000Z';
    const hash = '0'.repeat(64);
    fileAt(version, (db) => {
      db.prepare(
        `INSERT INTO source (id, title, kind, file_name, media_type, sha256, byte_size, text_sha256, text_length, handling, created_at)
         VALUES (?, 'Acta', 'text', 'acta.txt', 'text/plain', ?, 4, ?, 4, 'GREEN', ?)`,
      ).run(source, hash, hash, createdAt);
      db.prepare(
        `INSERT INTO excerpt (id, source_id, text_sha256, start, end, quotation, created_at) VALUES (?, ?, ?, 0, 4, 'acta', ?)`,
      ).run(excerpt, source, hash, createdAt);
      db.prepare(
        `INSERT INTO tag (id, name, color, created_at) VALUES (?, 'Armas', '#000000', ?)`,
      ).run(tag, createdAt);
    });
    const store = reopened();
    expect(store.all('SELECT title, reading FROM source')).toEqual([
      { title: 'Acta', reading: 'unread' },
    ]);
    expect(store.all('SELECT quotation, handling FROM excerpt')).toEqual([
      { quotation: 'acta', handling: null },
    ]);
    expect(store.all('SELECT name, inclusion, exclusion FROM tag')).toEqual([
      { name: 'Armas', inclusion: '', exclusion: '' },
    ]);
    store.gesture('entity.update', (writer) => {
      const turnedDown = { quotation: 'Acta', form: 'acta', kind: 'person', createdAt };
      writer.insert('rejection', { id: newId(), ...turnedDown });
      const place = { sourceId: source, textSha256: hash, start: 0, end: 4 };
      writer.insert('rejection', { id: newId(), ...turnedDown, ...place });
    });
    expect(() =>
      store.gesture('entity.update', (writer) => {
        const place = { sourceId: source, textSha256: hash, start: 0 };
        writer.insert('rejection', {
          ...place,
          id: newId(),
          quotation: 'Acta',
          form: 'acta',
          kind: 'person',
          createdAt,
        });
      }),
    ).toThrow(/rejection_of_passage_or_name/u);
    expect(store.all('SELECT start FROM rejection ORDER BY start')).toEqual([
      { start: null },
      { start: 0 },
    ]);
  },

  '0003_exchange'(version) {
    const tag = newId();
    const createdAt = '2026-01-01T00:00:00.000Z';
    fileAt(version, (db) =>
      db
        .prepare(`INSERT INTO tag (id, name, color, created_at) VALUES (?, 'Armas', '#000000', ?)`)
        .run(tag, createdAt),
    );
    const store = reopened();
    expect(store.all('SELECT name FROM tag')).toEqual([{ name: 'Armas' }]);
    store.gesture('preset.save', (writer) => {
      writer.insert('preset', {
        id: newId(),
        kind: 'passages',
        name: 'Armas',
        body: '{}',
        createdAt,
      });
      writer.insert('decision', {
        id: newId(),
        subjectTable: 'tag',
        subjectId: tag,
        field: 'name',
        choice: 'stands',
        over: '[]',
        createdAt,
      });
      writer.insert('handover', {
        id: newId(),
        format: 'casepack',
        scope: 'whole',
        handling: 'GREEN',
        fileName: 'caso.casepack',
        sha256: '0'.repeat(64),
        byteSize: 4,
        signed: 0,
        encrypted: 0,
        createdAt,
      });
    });
    expect(store.all('SELECT recipient, selection, vector FROM handover')).toEqual([
      { recipient: '', selection: '{}', vector: '{}' },
    ]);
    expect(store.all('SELECT * FROM withheld UNION ALL SELECT row_id FROM left_out')).toEqual([]);
  },

  '0004_dossier'(version) {
    const [source, entity] = [newId(), newId()];
    const createdAt = '2026-01-01T00:00:00.000Z';
    const hash = '0'.repeat(64);
    fileAt(version, (db) => {
      db.prepare(
        `INSERT INTO source (id, title, kind, file_name, media_type, sha256, byte_size, text_sha256, text_length, handling, created_at)
         VALUES (?, 'Acta', 'text', 'acta.txt', 'text/plain', ?, 4, ?, 4, 'GREEN', ?)`,
      ).run(source, hash, hash, createdAt);
      db.prepare(
        `INSERT INTO entity (id, kind, schema, handling, created_at) VALUES (?, 'person', 'Person', 'RED', ?)`,
      ).run(entity, createdAt);
    });
    const store = reopened();
    expect(store.all('SELECT title, derives_from FROM source')).toEqual([
      { title: 'Acta', derives_from: null },
    ]);
    const [finding, photo] = [newId(), newId()];
    store.gesture('finding.add', (writer) => {
      writer.insert('finding', { id: finding, body: 'So it is.', ordinal: 1, createdAt });
      writer.insert('photo', {
        id: photo,
        entityId: entity,
        sourceId: source,
        sha256: hash,
        byteSize: 4,
        mediaType: 'image/png',
        width: 2,
        height: 3,
        ordinal: 1,
        createdAt,
      });
    });
    expect(store.all('SELECT id, entity_id, likelihood, confidence FROM finding')).toEqual([
      { id: finding, entity_id: null, likelihood: null, confidence: null },
    ]);
    expect(store.all('SELECT id, caption, credit, handling FROM photo')).toEqual([
      { id: photo, caption: '', credit: '', handling: null },
    ]);
  },

  '0005_sources'(version) {
    const [source, part] = [newId(), newId()];
    const createdAt = '2026-01-01T00:00:00.000Z';
    const hash = '0'.repeat(64);
    fileAt(version, (db) => {
      for (const [id, origin] of [
        [source, null],
        [part, source],
      ]) {
        db.prepare(
          `INSERT INTO source (id, title, kind, file_name, media_type, sha256, byte_size, text_sha256, text_length,
             derives_from, handling, created_at)
           VALUES (?, 'Acta', 'text', 'acta.txt', 'text/plain', ?, 4, ?, 4, ?, 'GREEN', ?)`,
        ).run(id, hash, hash, origin, createdAt);
      }
    });
    const store = reopened();
    expect(
      store.all(
        `SELECT id, derives_from, retrieved_from, retrieved_by, retrieved_with, container_id, member_path, extraction,
           extracted_by, details, message_id, layout_sha256 FROM source ORDER BY id`,
      ),
    ).toEqual(
      [source, part].toSorted().map((id) => ({
        id,
        derives_from: id === part ? source : null,
        retrieved_from: '',
        retrieved_by: '',
        retrieved_with: '',
        container_id: null,
        member_path: '',
        extraction: '{}',
        extracted_by: '',
        details: '',
        message_id: '',
        layout_sha256: null,
      })),
    );
    store.gesture('source.update', (writer) => {
      writer.update('source', part, { containerId: source, memberPath: 'a/acta.txt' });
      writer.insert('custody', { id: newId(), sourceId: part, act: 'received', createdAt });
      const was = { textSha256: hash, textLength: 4, createdAt };
      writer.insert('textVersion', { id: newId(), sourceId: part, ...was });
    });
    expect(store.all('SELECT act, source_id FROM custody')).toEqual([
      { act: 'received', source_id: part },
    ]);
    // What a source hangs together with goes with it, but not what was in it.
    store.gesture('source.remove', (writer) => writer.remove('source', source));
    expect(store.all('SELECT id, container_id FROM source')).toEqual([
      { id: part, container_id: null },
    ]);
    store.gesture('source.remove', (writer) => writer.remove('source', part));
    expect(store.all('SELECT id FROM custody UNION ALL SELECT id FROM text_version')).toEqual([]);
  },

  '0006_arriving'(version) {
    const [first, second] = [newId(), newId()];
    const createdAt = '2026-01-01T00:00:00.000Z';
    const hash = '0'.repeat(64);
    fileAt(version, (db) => {
      for (const [id, messageId, references] of [
        [first, 'a@x', []],
        [second, 'b@x', ['a@x', 'a@x']],
      ]) {
        db.prepare(
          `INSERT INTO source (id, title, kind, file_name, media_type, sha256, byte_size, text_sha256, text_length,
             handling, message_id, details, created_at)
           VALUES (?, 'Re', 'email', 're.eml', 'message/rfc822', ?, 4, ?, 4, 'GREEN', ?, ?, ?)`,
        ).run(id, hash, hash, messageId, JSON.stringify({ references }), createdAt);
      }
    });
    const store = reopened();
    expect(store.all('SELECT id FROM source ORDER BY created_at DESC, id DESC')).toEqual([
      { id: second },
      { id: first },
    ]);
    // Who answers whom is known of messages that were there before.
    expect(store.all('SELECT source_id, reference FROM message_reference')).toEqual([
      { source_id: second, reference: 'a@x' },
    ]);
    store.gesture('source.update', (writer) => writer.remove('source', second));
    expect(store.all('SELECT * FROM message_reference')).toEqual([]);
    store.ahead((writer) => writer.run('INSERT INTO arriving_blob (sha256) VALUES (?)', hash));
    expect(store.all('SELECT * FROM arriving_blob')).toEqual([{ sha256: hash, byte_size: null }]);
  },
};

describe('a case file of an earlier version', () => {
  test('is tried for each migration there is', () => {
    expect(Object.keys(migrated)).toEqual(migrationNames());
  });

  test.each(Object.entries(migrated).map(([name, check], version) => ({ name, check, version })))(
    'keeps what is in it through $name',
    ({ check, version }) => {
      check(version);
      opened.splice(0).forEach((store) => store.close());
      const db = new Database(path, { readonly: true });
      expect(formatVersion(db)).toBe(migrationNames().length);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
      expect(existsSync(`${path}.before-migration`)).toBe(false);
    },
  );
});

describe('a file of an earlier version', () => {
  /** A file at the first version, with a case that has one tag. */
  function earlier(more = ''): void {
    fileAt(1, (db) => {
      db.pragma('foreign_keys = OFF');
      db.exec(
        `INSERT INTO case_file (id, title, language, handling, created_at) VALUES ('${newId()}', 'Old', 'en', 'RED', '');
         INSERT INTO tag (id, name, color, created_at) VALUES ('${newId()}', 'kept', '#000000', ''); ${more}`,
      );
    });
  }
  const tagsAt = (file: string): unknown => {
    const db = new Database(file, { readonly: true });
    try {
      return [formatVersion(db), db.prepare('SELECT name FROM tag').pluck().all()];
    } finally {
      db.close();
    }
  };

  test('is backed up before it is migrated, where the caller says', () => {
    earlier();
    const backup = join(folder, 'backup.casefile');
    const told: unknown[] = [];
    const store = openStore(path, {
      actor,
      backup: (about) => {
        told.push(about);
        return backup;
      },
    });
    opened.push(store);
    expect(told).toMatchObject([{ title: 'Old', path, encrypted: false, revision: 0 }]);
    expect(tagsAt(backup)).toEqual([1, ['kept']]);
    expect(store.all('SELECT name FROM tag')).toEqual([{ name: 'kept' }]);
  });

  test('is backed up beside itself when the place that was said is gone', () => {
    earlier();
    opened.push(openStore(path, { actor, backup: () => join(folder, 'gone', 'backup.casefile') }));
    expect(tagsAt(`${path}.before-migration`)).toEqual([1, ['kept']]);
  });

  test('stays as it was when it cannot be migrated, and the backup is named', () => {
    earlier(
      `INSERT INTO name (id, entity_id, kind, value, created_at) VALUES ('n', 'nobody', 'alias', 'x', '');`,
    );
    const backup = join(folder, 'backup.casefile');
    expect(() => openStore(path, { actor, backup: () => backup })).toThrow(
      expect.objectContaining({
        code: 'case.migrationFailed',
        details: expect.objectContaining({ path, backup }),
      }),
    );
    for (const file of [path, backup]) expect(tagsAt(file)).toEqual([1, ['kept']]);
  });

  test('can be read as it is, without being changed', () => {
    fileAt(1, (db) => {
      db.exec(
        `INSERT INTO tag (id, name, color, created_at) VALUES ('${newId()}', 'kept', '#000000', '')`,
      );
    });
    const before = readFileSync(path);
    const store = openStore(path, { access: 'read', actor });
    opened.push(store);
    expect(store.all('SELECT name FROM tag')).toEqual([{ name: 'kept' }]);
    expect(store.all('SELECT * FROM resolution')).toEqual([]);
    expect(
      store.all(`SELECT row_id FROM search_entry WHERE kind = 'tag' AND body LIKE 'kept%'`),
    ).toHaveLength(1);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
