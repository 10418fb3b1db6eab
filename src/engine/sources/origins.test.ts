import { expect, test } from 'vitest';
import { addSource, testCase } from '../testing/index.ts';
import { originsOf } from './index.ts';

type Store = ReturnType<typeof testCase>;

/** Says of sources what they derive from, without asking whether that is sensible: a merge does not ask either. */
function derive(store: Store, ...pairs: [from: string, to: string][]): void {
  store.gesture('source.update', (writer) => {
    for (const [from, to] of pairs) writer.update('source', from, { derivesFrom: to });
  });
}

const origins = (store: Store, ...ids: string[]) => [...originsOf(store, ids).values()];

test('what derives from another, however far, has its origin, in the case of those that were not asked for too', () => {
  const store = testCase();
  const wire = addSource(store, ['Wire']);
  const paper = addSource(store, ['Paper']);
  const repeat = addSource(store, ['Repeat']);
  const other = addSource(store, ['Other']);
  expect(new Set(origins(store, wire, paper, repeat, other)).size).toBe(4);
  derive(store, [repeat, paper], [paper, wire]);
  expect(origins(store, repeat, other)).toEqual([wire, other]);
  expect(origins(store, repeat, paper, wire)).toEqual([wire, wire, wire]);
});

test('two that repeat the same third are one, whether or not that was asked for', () => {
  const store = testCase();
  const a = addSource(store, ['A']);
  const b = addSource(store, ['B']);
  const wire = addSource(store, ['Wire']);
  derive(store, [a, wire], [b, wire]);
  expect(origins(store, a, b)).toEqual([wire, wire]);
});

test('sources of the same text are one, and so is what derives from either; sources without words are not', () => {
  const store = testCase();
  const first = addSource(store, ['The same words.']);
  const second = addSource(store, ['The same words.']);
  const child = addSource(store, ['Something made of the second.']);
  derive(store, [child, second]);
  expect(origins(store, second, child)).toEqual([first, first]);
  const [blank, empty] = [addSource(store, ['One']), addSource(store, ['Two'])];
  store.gesture('source.update', (writer) => {
    for (const [id, sha256] of [
      [blank, 'a'],
      [empty, 'b'],
    ] as const) {
      writer.update('source', id, { sha256, textSha256: 'none', textLength: 0 });
    }
  });
  expect(origins(store, blank, empty)).toEqual([blank, empty]);
});

test('a ring is one origin, and what is not there has none', () => {
  const store = testCase();
  const [a, b] = [addSource(store, ['A']), addSource(store, ['B'])];
  derive(store, [a, b], [b, a]);
  expect(originsOf(store, [b, 'gone'])).toEqual(new Map([[b, a]]));
});
