import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createTag, listTags } from '../annotations/index.ts';
import { closing, testActor, testCase, testFolder } from '../testing/index.ts';
import { openStore, verifyStore, type CaseStore } from './index.ts';
import { holderOf } from './testing/holder.ts';

const tag = (store: CaseStore, name: string) =>
  createTag(store, { name, parent: null, description: '', inclusion: '', exclusion: '' });

const tags = (store: CaseStore) => listTags(store).map(({ name }) => name);

/** Tries to change a case whose file is gone. */
function refused(store: CaseStore): void {
  expect(() => tag(store, 'two')).toThrow(vanished);
}

const vanished = expect.objectContaining({ code: 'case.vanished' });

/** The file alone, as after a crash: what it holds without anything beside it. */
async function asItLies(path: string): Promise<{ tags: string[]; findings: unknown[] }> {
  const copy = join(testFolder(), basename(path));
  copyFileSync(path, copy);
  const store = closing(openStore(copy, { access: 'read', actor: testActor }));
  return { tags: tags(store), findings: (await verifyStore(store)).findings };
}

describe('a case file that is moved while it is open', () => {
  test('takes no more changes and has all that was done, even if the program then dies', async () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    renameSync(path, `${path}.moved`);
    expect(() => tag(store, 'two')).toThrow(vanished);
    expect(await asItLies(`${path}.moved`)).toEqual({ tags: ['one'], findings: [] });
    expect(() => tags(store)).toThrow(vanished);
    store.close();
  });

  test('has all that was done when it is closed without a further change', async () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    renameSync(path, `${path}.moved`);
    store.close();
    expect(await asItLies(`${path}.moved`)).toEqual({ tags: ['one'], findings: [] });
    expect(readdirSync(dirname(path))).toEqual([`${basename(path)}.moved`]);
  });

  test('goes on once it is put back', async () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    renameSync(path, `${path}.moved`);
    refused(store);
    renameSync(`${path}.moved`, path);
    expect(tags(store)).toEqual(['one']);
    tag(store, 'three');
    expect(existsSync(`${path}-wal`)).toBe(true);
    expect(tags(store)).toEqual(['one', 'three']);
    store.close();
    expect(await asItLies(path)).toEqual({ tags: ['one', 'three'], findings: [] });
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
  });

  test('is left to whoever has opened it where it is now', async () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    renameSync(path, `${path}.moved`);
    expect(() => tag(store, 'two')).toThrow(vanished);
    const other = closing(openStore(`${path}.moved`, { actor: testActor }));
    expect(other.replica).toBe(store.replica);
    tag(other, 'theirs');
    expect(() => tag(store, 'three')).toThrow(vanished);
    store.close();
    tag(other, 'theirs too');
    other.close();
    expect(await asItLies(`${path}.moved`)).toEqual({
      tags: ['one', 'theirs', 'theirs too'],
      findings: [],
    });
  });
});

describe('a case file that is moved while it is open, and opened where it is now', () => {
  test('has all that was done, and who opened it first lets go of it', async () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    renameSync(path, `${path}.moved`);
    const moved = closing(openStore(`${path}.moved`, { actor: testActor }));
    expect(moved.opening.access).toBe('write');
    tag(moved, 'two');
    refused(store);
    store.close();
    expect(tags(moved)).toEqual(['one', 'two']);
    moved.close();
    expect(await asItLies(`${path}.moved`)).toEqual({ tags: ['one', 'two'], findings: [] });
  });

  test('is opened for reading as long as another process has it, and whole afterwards', async () => {
    const store = testCase();
    const { path } = store.opening;
    store.close();
    const moved = `${path}.moved`;
    const child = await holderOf(path);
    renameSync(path, moved);
    for (const _ of ['at first', 'and again']) {
      const reading = openStore(moved, { actor: testActor });
      expect(reading.opening).toMatchObject({ access: 'read', readOnlyReason: 'held' });
      reading.close();
    }
    child.stdin.write('enough');
    await once(child, 'exit');
    const next = closing(openStore(moved, { actor: testActor }));
    expect(next.opening.access).toBe('write');
    expect(tags(next)).toEqual(['theirs']);
    next.close();
    expect(await asItLies(moved)).toEqual({ tags: ['theirs'], findings: [] });
  });
});

describe('a case file whose move nobody noticed', () => {
  test('goes on if it is back before the next change', () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    renameSync(path, `${path}.moved`);
    expect(tags(store)).toEqual(['one']);
    renameSync(`${path}.moved`, path);
    tag(store, 'two');
    expect(tags(store)).toEqual(['one', 'two']);
  });
});

describe('a case file that is removed while it is open', () => {
  test('takes no more changes, and nothing comes to be where it was', () => {
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    rmSync(path);
    expect(() => tag(store, 'two')).toThrow(vanished);
    expect(() => tag(store, 'two')).toThrow(vanished);
    store.close();
    expect(readdirSync(dirname(path))).toEqual([]);
  });
});

describe('a case file that is replaced while it is open', () => {
  /** A case that is open, with another in the place of its file. */
  function replaced(): { store: CaseStore; path: string } {
    const other = testCase();
    tag(other, 'of the other');
    other.close();
    const store = testCase();
    const { path } = store.opening;
    tag(store, 'one');
    renameSync(other.opening.path, path);
    return { store, path };
  }

  test('takes no more changes, and the other file is left as it is', async () => {
    const { store, path } = replaced();
    const before = readFileSync(path);
    expect(() => tag(store, 'two')).toThrow(vanished);
    expect(existsSync(`${path}-wal`)).toBe(false);
    expect(await asItLies(path)).toEqual({ tags: ['of the other'], findings: [] });
    store.close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
  });

  test.each([
    ['after it has noticed', true],
    ['without having noticed', false],
  ])('leaves the other file’s log alone when it is closed, %s', (_, notices) => {
    const { store, path } = replaced();
    if (notices) refused(store);
    // A program that replaces a database takes what lies beside it away as well, if it knows what it does.
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    const other = new Database(path);
    other.pragma('journal_mode = WAL');
    other.function('legajo_gesture', () => 0);
    other.exec(`UPDATE tag SET name = 'in the log'`);
    const log = readFileSync(`${path}-wal`);
    store.close();
    expect(readFileSync(`${path}-wal`).equals(log)).toBe(true);
    expect(other.prepare('SELECT name FROM tag').pluck().all()).toEqual(['in the log']);
    other.close();
  });
});
