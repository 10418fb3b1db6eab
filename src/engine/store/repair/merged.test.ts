import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeTag, tagPassage, updateTag } from '../../annotations/index.ts';
import { removeEntity, updateEntity } from '../../entities/index.ts';
import { addSource, closing, spanOf, testActor, testFolder } from '../../testing/index.ts';
import {
  buildCase,
  changeSetsBeyond,
  contentHash,
  createStore,
  openStore,
  repairFile,
  undo,
  undoSteps,
  verifyStore,
  type CaseStore,
} from '../index.ts';
import { give, ids, newTag, paragraphs, person, two } from '../testing/replicas.ts';

/** A file that took in what others did meanwhile, with something brought back, mended and left out. */
function merged(): { store: CaseStore; left: string } {
  let tag = '';
  let entity = '';
  const [one, other] = two((store) => {
    tag = newTag(store, 'movement');
    entity = person(store, 'Marta Luz');
  });
  updateTag(one, tag, { name: 'travel' });
  updateTag(other, tag, { name: 'journeys' });
  updateEntity(one, entity, { summary: 'A sailor.' });
  removeEntity(other, entity);
  const left = person(one, 'Rosa Luz');
  removeTag(one, newTag(one, 'weather'));
  give(one, other, { leaveOut: ({ id }) => id === left });
  return { store: other, left };
}

/** Repairs a file as it is, or after something was done to its bytes. */
function repaired(store: CaseStore, harm: (bytes: Buffer) => void = () => undefined) {
  store.close();
  const folder = testFolder();
  const path = join(folder, 'damaged.casefile');
  const bytes = readFileSync(store.opening.path);
  harm(bytes);
  writeFileSync(path, bytes);
  const out = join(folder, 'out.casefile');
  const report = repairFile(path, out, { actor: testActor });
  return { report, out: closing(openStore(out, { actor: testActor })) };
}

test('a file that has merged comes out as the same case, with all its history', async () => {
  const { store, left } = merged();
  const before = contentHash(store);
  const steps = undoSteps(store);
  const { report, out } = repaired(store);
  expect(report).toMatchObject({ totalLost: 0, totalMended: 0, history: { state: 'whole' } });
  expect(contentHash(out)).toBe(before);
  expect(ids(out, 'entity')).not.toContain(left);
  expect((await verifyStore(out)).findings).toEqual([]);
  expect(undoSteps(out)).toEqual(steps);
  expect(undo(out, 'undo')?.label).toBe('case.merge');
  expect((await verifyStore(out)).findings).toEqual([]);
});

test('a row of it whose page is lost is what its journal, in the order of the clocks, makes of it', async () => {
  const { store } = merged();
  const before = contentHash(store);
  const { root } = store.one<{ root: number }>(
    `SELECT rootpage AS root FROM sqlite_schema WHERE name = 'tag'`,
  ) ?? { root: 0 };
  const { report, out } = repaired(store, (bytes) => bytes.fill(0, (root - 1) * 4096, root * 4096));
  expect(report.totalLost).toBe(0);
  expect(contentHash(out)).toBe(before);
  expect((await verifyStore(out)).findings).toEqual([]);
});

test('a history of it that is cut off in the middle still gives a sound file with the rows that are left', async () => {
  const { store } = merged();
  const { root } = store.one<{ root: number }>(
    `SELECT rootpage AS root FROM sqlite_schema WHERE name = 'change'`,
  ) ?? { root: 0 };
  const rows = ids(store, 'tag');
  const { report, out } = repaired(store, (bytes) => bytes.fill(0, (root - 1) * 4096, root * 4096));
  expect(report.history.state).not.toBe('whole');
  expect(ids(out, 'tag')).toEqual(rows);
  expect((await verifyStore(out)).findings).toEqual([]);
});

test('a file that was handed over without its documents is not thought to have lost them', async () => {
  const [one] = two((store) => {
    const source = addSource(store, paragraphs);
    tagPassage(store, spanOf(source, paragraphs, 'quay'), { name: 'place', parent: null });
  });
  const bare = closing(createStore(join(testFolder(), 'bare.casefile'), { actor: testActor }));
  const { sha256 = '' } = one.one<{ sha256: string }>('SELECT sha256 FROM source') ?? {};
  buildCase(bare, changeSetsBeyond(one, {}), { withheld: [sha256] });
  const before = contentHash(bare);
  const { report, out } = repaired(bare);
  expect(report).toMatchObject({ totalLost: 0, totalMended: 0, history: { state: 'whole' } });
  expect(contentHash(out)).toBe(before);
  expect(out.all('SELECT sha256 FROM withheld')).toEqual([{ sha256 }]);
  expect((await verifyStore(out)).findings).toEqual([]);
});
