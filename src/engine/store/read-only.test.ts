import { chmodSync, readFileSync, readdirSync } from 'node:fs';
import type * as FileSystem from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createTag, listTags } from '../annotations/index.ts';
import { closing, testActor, testCase } from '../testing/index.ts';
import { backupStore, openStore, type CaseStore } from './index.ts';

/** Paths that may not be written. A test run as root could write them all the same, so the system's answer is stood in for. */
const forbidden = vi.hoisted(() => new Set<string>());

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof FileSystem>();
  return {
    ...fs,
    accessSync: (path: string, mode: number) => {
      if (forbidden.has(path) && (mode & fs.constants.W_OK) !== 0) {
        throw Object.assign(new Error(`EACCES: permission denied, access '${path}'`), {
          code: 'EACCES',
        });
      }
      fs.accessSync(path, mode);
    },
  };
});

const tag = (store: CaseStore, name: string) =>
  createTag(store, { name, parent: null, description: '', inclusion: '', exclusion: '' });

const readOnly = expect.objectContaining({ code: 'case.readOnly' });

test.each([
  ['that may not be written', (path: string) => path],
  ['in a folder that may not be written', (path: string) => dirname(path)],
])('a case file %s is opened for reading, says why, and stays as it is', (_, which) => {
  const store = testCase();
  const { path } = store.opening;
  tag(store, 'one');
  store.close();
  const before = readFileSync(path);
  forbidden.add(which(path));
  chmodSync(path, 0o444);
  const again = closing(openStore(path, { actor: testActor }));
  expect(again.opening).toMatchObject({ access: 'read', readOnlyReason: 'file', holder: null });
  expect(() => tag(again, 'two')).toThrow(readOnly);
  expect(listTags(again).map(({ name }) => name)).toEqual(['one']);
  again.close();
  forbidden.clear();
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual([basename(path)]);
});

test('a backup into a folder that may not be written says so', async () => {
  const store = testCase();
  const folder = dirname(store.opening.path);
  forbidden.add(folder);
  await expect(backupStore(store, join(folder, 'copy.casefile'))).rejects.toMatchObject({
    code: 'file.notWritable',
  });
  forbidden.clear();
});

test('a case file that can no longer be written while it is open says so and loses nothing', () => {
  const store = testCase();
  const { path } = store.opening;
  tag(store, 'one');
  // SQLite answers as it does when the file system has become read-only.
  store.replay((writer) => writer.run('PRAGMA query_only = ON'));
  expect(() => tag(store, 'two')).toThrow(readOnly);
  expect(listTags(store).map(({ name }) => name)).toEqual(['one']);
  store.close();
  const again = closing(openStore(path, { actor: testActor }));
  tag(again, 'three');
  expect(listTags(again).map(({ name }) => name)).toEqual(['one', 'three']);
});
