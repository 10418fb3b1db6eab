import { copyFileSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testActor, testCase, testFolder } from '../testing/index.ts';
import { backupStore, openStore, rekeyFile, verifyStore } from './index.ts';

/** The replica a file is when it is opened for writing, and closed again. */
function replicaIn(path: string, passphrase?: string): string {
  const store = openStore(path, { passphrase, actor: testActor });
  store.close();
  return store.replica;
}

test('a file stays the same replica wherever it is renamed or moved to', () => {
  const folder = testFolder();
  const store = testCase({ folder });
  store.close();
  const moved = join(folder, 'within', 'renamed.casefile');
  mkdirSync(join(folder, 'within'));
  renameSync(store.opening.path, moved);
  expect(replicaIn(moved)).toBe(store.replica);
  expect(replicaIn(moved)).toBe(store.replica);
});

test('a copy made behind the program’s back is a replica of its own, and the original stays what it was', async () => {
  const folder = testFolder();
  const original = testCase({ folder });
  original.close();
  const path = join(folder, 'copy.casefile');
  copyFileSync(original.opening.path, path);
  const copy = replicaIn(path);
  expect(copy).not.toBe(original.replica);
  expect(replicaIn(path)).toBe(copy);
  expect(replicaIn(original.opening.path)).toBe(original.replica);
  const opened = openStore(path, { access: 'read', actor: testActor });
  expect((await verifyStore(opened)).findings).toEqual([]);
  opened.close();
});

test('a backup is a replica of its own, even when it is put in the place of the original', async () => {
  const folder = testFolder();
  const store = testCase({ folder });
  const backup = join(folder, 'backup.casefile');
  await backupStore(store, backup);
  store.close();
  copyFileSync(backup, store.opening.path);
  const restored = replicaIn(store.opening.path);
  expect(restored).not.toBe(store.replica);
  expect(replicaIn(store.opening.path)).toBe(restored);
});

test('a file whose passphrase is changed stays the same replica', () => {
  const store = testCase({ passphrase: 'one' });
  store.close();
  rekeyFile(store.opening.path, { passphrase: 'one', next: 'two' });
  expect(replicaIn(store.opening.path, 'two')).toBe(store.replica);
});
