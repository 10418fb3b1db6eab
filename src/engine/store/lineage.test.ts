import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createTag, listTags } from '../annotations/index.ts';
import { createEntity, removeEntity } from '../entities/index.ts';
import { exportPackage, openPackage } from '../exchange/index.ts';
import { closing, testActor, testCase } from '../testing/index.ts';
import {
  appendChangeSet,
  applyChange,
  backupStore,
  contentHash,
  openStore,
  undo,
  undoSteps,
  verifyStore,
  type CaseStore,
  type ClosedChangeSet,
} from './index.ts';

const tag = (store: CaseStore, name: string) =>
  createTag(store, { name, parent: null, description: '', inclusion: '', exclusion: '' });

const tags = (store: CaseStore) => listTags(store).map(({ name }) => name);

const reopen = (path: string) => closing(openStore(path, { actor: testActor }));

/** Copies a case that is not open behind the program's back, and opens the copy. */
function copied(store: CaseStore, name: string): CaseStore {
  const path = join(dirname(store.opening.path), name);
  copyFileSync(store.opening.path, path);
  return reopen(path);
}

/** Takes in what was done in another file of the case, as from a colleague. */
function takeIn(store: CaseStore, from: CaseStore): void {
  const known = new Set(
    store.all<{ hash: string }>('SELECT hash FROM change_set').map((s) => s.hash),
  );
  const sets = from.all<ClosedChangeSet & { id: number }>(
    `SELECT id, replica, sequence, clock, actor, label, undoes, previous_hash AS previousHash, hash
     FROM change_set ORDER BY id`,
  );
  store.replay((writer) => {
    for (const { id, ...set } of sets) {
      if (known.has(set.hash)) continue;
      const changes = from.all<ClosedChangeSet['changes'][number]>(
        `SELECT table_name AS tableName, row_id AS rowId, operation, fields FROM change
         WHERE change_set_id = ? ORDER BY id`,
        id,
      );
      for (const change of changes) applyChange(writer, change);
      appendChangeSet(writer, { ...set, changes });
    }
  });
}

test('what was done before a file was copied is undone and done again in the copy, back to its beginning', async () => {
  const original = testCase();
  const empty = contentHash(original);
  const entity = createEntity(original, { kind: 'person', name: 'Ana', aliases: [] });
  tag(original, 'one');
  removeEntity(original, entity);
  original.close();

  const copy = copied(original, 'copy.casefile');
  expect(copy.replica).not.toBe(original.replica);
  tag(copy, 'two');
  const full = contentHash(copy);
  copy.close();

  const again = copied(copy, 'copy of the copy.casefile');
  const labels: string[] = [];
  for (let done = undo(again, 'undo'); done !== null; done = undo(again, 'undo')) {
    labels.push(done.label);
  }
  expect(labels).toEqual(['tag.create', 'entity.remove', 'tag.create', 'entity.create']);
  expect(contentHash(again)).toBe(empty);
  again.close();

  const later = copied(again, 'later.casefile');
  while (undo(later, 'redo') !== null) continue;
  expect(contentHash(later)).toBe(full);
  expect((await verifyStore(later)).findings).toEqual([]);
});

test('what was undone before a file was copied can be done again in the copy', () => {
  const original = testCase();
  tag(original, 'one');
  undo(original, 'undo');
  original.close();
  const copy = copied(original, 'copy.casefile');
  expect(undoSteps(copy)).toMatchObject({ undo: null, redo: { label: 'tag.create' } });
  undo(copy, 'redo');
  expect(tags(copy)).toEqual(['one']);
});

test('a backup that was put in the place of its case goes on with what was done before it was taken', async () => {
  const store = testCase();
  const { path } = store.opening;
  tag(store, 'one');
  const backup = `${path}.backup`;
  await backupStore(store, backup);
  tag(store, 'two');
  store.close();
  copyFileSync(backup, path);
  const restored = reopen(path);
  expect(tags(restored)).toEqual(['one']);
  undo(restored, 'undo');
  expect(tags(restored)).toEqual([]);
});

test('what others did is not offered, not even by the file that this one was copied from', () => {
  const original = testCase();
  tag(original, 'before');
  original.close();
  const copy = copied(original, 'copy.casefile');
  const colleague = reopen(original.opening.path);
  expect(colleague.replica).toBe(original.replica);
  tag(colleague, 'theirs');
  tag(copy, 'ours');
  takeIn(copy, colleague);
  expect(tags(copy)).toEqual(['before', 'ours', 'theirs']);

  copy.close();
  const next = copied(copy, 'next.casefile');
  undo(next, 'undo');
  expect(tags(next)).toEqual(['before', 'theirs']);
  undo(next, 'undo');
  expect(tags(next)).toEqual(['theirs']);
  expect(undo(next, 'undo')).toBeNull();
  undo(next, 'redo');
  undo(next, 'redo');
  expect(tags(next)).toEqual(['before', 'ours', 'theirs']);
});

test('a case opened from a package has nothing to undo, for others did it', async () => {
  const store = testCase();
  tag(store, 'theirs');
  const { path } = store.opening;
  await exportPackage(store, `${path}.casepack`, { confirmedRed: true, record: false });
  const opened = closing(
    await openPackage(`${path}.casepack`, `${path}.opened.casefile`, { actor: testActor }),
  );
  expect(tags(opened)).toEqual(['theirs']);
  expect(undoSteps(opened)).toEqual({ undo: null, redo: null });
});
