import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testCase, testFolder } from '../../testing/index.ts';
import { importDocuments } from '../import.ts';
import { KnownBytes } from './known-bytes.ts';

const signal = new AbortController().signal;

test('the source of the same bytes is found under any name, and of others of the same length none', async () => {
  const store = testCase();
  const folder = testFolder();
  const paths = ['one.txt', 'same.txt', 'other.txt'].map((name) => join(folder, name));
  const [one = '', same = '', other = ''] = paths;
  writeFileSync(one, 'Some words.');
  writeFileSync(same, 'Some words.');
  writeFileSync(other, 'Same words.');
  const sources: (string | null)[] = [];
  const watcher = {
    started: () => undefined,
    settled: ({ source }: { source: string | null }) => sources.push(source),
  };
  await importDocuments(store, [one], {}, watcher);
  const known = new KnownBytes(store);
  expect(await known.find(same, signal)).toBe(sources[0]);
  expect(await known.find(other, signal)).toBeUndefined();
  expect(await known.find(folder, signal)).toBeUndefined();
  expect(await known.find(join(folder, 'absent.txt'), signal)).toBeUndefined();
  await importDocuments(store, [other], {}, watcher);
  known.add(11);
  expect(await known.find(other, signal)).toBe(sources[1]);
});

test('what is found at the end of an import that is given up is nothing', async () => {
  const store = testCase();
  const path = join(testFolder(), 'one.txt');
  writeFileSync(path, 'Some words.');
  await importDocuments(store, [path], {}, { started: () => undefined, settled: () => undefined });
  expect(await new KnownBytes(store).find(path, AbortSignal.abort())).toBeUndefined();
});
