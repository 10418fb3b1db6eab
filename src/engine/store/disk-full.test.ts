import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ImportItem } from '#contract/job.ts';
import { createTag, updateTag } from '../annotations/index.ts';
import { closeExtraction, importDocuments } from '../sources/index.ts';
import { closing, testActor, testCase, testFolder } from '../testing/index.ts';
import { contentHash, openStore, undo, verifyStore } from './index.ts';
import { atEachPage, refusals } from './testing/full-disk.ts';

afterAll(closeExtraction);

test('a disk that is full at any page of an import leaves the case as it was, and once there is room it goes on', async () => {
  const folder = testFolder();
  const document = join(folder, 'document.txt');
  writeFileSync(document, `A document.\n\n${'Some words of it.\n\n'.repeat(2000)}`);
  const store = testCase({ folder });
  const { path } = store.opening;
  const told: string[][] = [];
  const failures = await atEachPage(store, async () => {
    const items: ImportItem[] = [];
    const watcher = { started: () => {}, settled: (item: ImportItem) => items.push(item) };
    try {
      await importDocuments(store, [document], {}, watcher);
    } finally {
      told.push(items.map(({ outcome }) => outcome));
    }
  });
  expect(failures.length).toBeGreaterThan(20);
  expect(failures).toEqual(refusals(failures.length, path));
  expect(told.pop()).toEqual(['imported']);
  expect(told).toEqual(failures.map(() => ['failed']));
  expect((await verifyStore(store)).findings).toEqual([]);
  store.close();
  const again = closing(openStore(path, { actor: testActor }));
  expect(again.one('SELECT count(*) AS n FROM source')).toEqual({ n: 1 });
});

test('a disk that is full at any page of a gesture or of its undoing leaves the case as it was acknowledged', async () => {
  const store = testCase();
  const { path } = store.opening;
  const description = 'Long enough for pages of its own. '.repeat(1000);
  let tag = '';
  const made = await atEachPage(store, () => {
    tag = createTag(store, {
      name: 'tag',
      parent: null,
      description,
      inclusion: '',
      exclusion: '',
    });
  });
  expect(made.length).toBeGreaterThan(2);
  expect(made).toEqual(refusals(made.length, path));
  const full = contentHash(store);
  await atEachPage(store, () => updateTag(store, tag, { description: '' }));
  const undone = await atEachPage(store, () => undo(store, 'undo'));
  expect(undone.length).toBeGreaterThan(2);
  expect(undone).toEqual(refusals(undone.length, path));
  expect(contentHash(store)).toBe(full);
  expect((await verifyStore(store)).findings).toEqual([]);
});
