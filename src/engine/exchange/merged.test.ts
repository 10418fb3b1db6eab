import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/id.ts';
import { changeSetsBeyond, contentHash, mergeChangeSets, versionVector } from '../store/index.ts';
import { closing, testFolder } from '../testing/index.ts';
import { exportPackage, openPackage } from './index.ts';
import { actor, fullCase, unasked } from './testing/full-case.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = testFolder();
});

test('a case that has merged is handed on whole, and is the same case', async () => {
  const one = closing(fullCase(at('one.casefile')));
  await exportPackage(one, at('one.casepack'), unasked);
  const two = closing(await openPackage(at('one.casepack'), at('two.casefile'), { actor }));
  const entity = one.one<{ id: string }>('SELECT id FROM entity ORDER BY id')?.id ?? '';
  for (const [store, summary] of [
    [one, 'ours'],
    [two, 'theirs'],
    [one, 'ours again'],
  ] as const) {
    store.gesture('entity.update', (writer) => {
      writer.update('entity', entity, { summary });
      writer.insert('tag', { id: newId(), name: summary, color: '#000000', createdAt: '' });
    });
  }
  two.gesture('entity.update', (writer) => writer.update('entity', entity, { handling: 'GREEN' }));
  mergeChangeSets(one, changeSetsBeyond(two, versionVector(one)));
  one.gesture('entity.update', (writer) => writer.update('entity', entity, { summary: 'both' }));
  await exportPackage(one, at('merged.casepack'), unasked);
  const three = closing(await openPackage(at('merged.casepack'), at('three.casefile'), { actor }));
  expect(contentHash(three)).toBe(contentHash(one));
  expect(versionVector(three)).toEqual(versionVector(one));
  const again = await exportPackage(three, at('again.casepack'), unasked);
  const first = await exportPackage(one, at('first.casepack'), unasked);
  expect(again.sha256).toBe(first.sha256);
});
