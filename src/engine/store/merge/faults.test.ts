import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addNote } from '../../notes/index.ts';
import { testCase, testFolder } from '../../testing/index.ts';
import { changeSetsBeyond, mergeChangeSets, verifyStore, versionVector } from '../index.ts';
import { mergeCrashRounds } from '../testing/crash.ts';
import { atEachPage, refusals } from '../testing/full-disk.ts';
import { newTag, person, two } from '../testing/replicas.ts';

test('a process killed in the middle of merges loses none it had acknowledged and leaves none half-done', async () => {
  const folder = testFolder();
  const store = testCase({ folder });
  newTag(store, 'movement');
  store.close();
  const other = join(folder, 'other.casefile');
  copyFileSync(store.opening.path, other);
  const { acknowledged, lost, findings } = await mergeCrashRounds(store.opening.path, other, 8);
  expect(lost).toEqual([]);
  expect(findings).toEqual([]);
  expect(acknowledged).toBeGreaterThan(7);
}, 300_000);

test('a disk that is full at any page of a merge leaves the case as it was', async () => {
  const [one, other] = two((store) => void newTag(store, 'movement'));
  for (let at = 0; at < 5; at += 1) {
    const id = person(one, `Person ${at}`);
    addNote(one, { table: 'entity', id }, 'Long enough for pages of its own. '.repeat(200));
  }
  const { path } = other.opening;
  const merged = await atEachPage(other, () =>
    mergeChangeSets(other, changeSetsBeyond(one, versionVector(other))),
  );
  expect(merged.length).toBeGreaterThan(10);
  expect(merged).toEqual(refusals(merged.length, path));
  expect((await verifyStore(other)).findings).toEqual([]);
});
