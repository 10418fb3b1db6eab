import { expect, test } from 'vitest';
import { addSource, testCase } from '../testing/index.ts';
import { addEvidence, addName, createEntity, getEntity } from '../entities/index.ts';
import { getSource, originsOf, removeSource, updateSource } from './index.ts';

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

test('a fact of an entity counts what supports it by origin', () => {
  const store = testCase();
  const texts = ['Rosa Lind, it was said.', 'Rosa Lind, as was said.', 'It is Rosa Lind.'];
  const [wire = '', repeat = '', other = ''] = texts.map((text) => addSource(store, [text]));
  const entity = createEntity(store, { kind: 'person', name: 'R. L.', aliases: [] });
  const { fact } = addName(store, {
    entity: { entity },
    kind: 'alias',
    value: 'Rosa Lind',
    passage: { source: wire, start: 0, end: 9 },
    stance: 'supports',
    credibility: '2',
  });
  for (const [source, start] of [
    [repeat, 0],
    [other, 6],
  ] as const) {
    addEvidence(store, {
      fact: { kind: 'name', id: fact },
      passage: { source, start, end: start + 9 },
      stance: 'supports',
      credibility: '2',
    });
  }
  const counted = () => getEntity(store, entity).names.find(({ id }) => id === fact)?.sources;
  expect(counted()).toBe(3);
  updateSource(store, repeat, { derivesFrom: wire });
  expect(counted()).toBe(2);
});

test('a source does not come to derive from itself', () => {
  const store = testCase();
  const [a, b, c] = ['A', 'B', 'C'].map((text) => addSource(store, [text], { title: text }));
  if (a === undefined || b === undefined || c === undefined) throw new Error('no sources');
  expect(updateSource(store, b, { derivesFrom: a }).derivesFrom).toEqual({ id: a, title: 'A' });
  updateSource(store, c, { derivesFrom: b });
  for (const origin of [a, b, c]) {
    expect(() => updateSource(store, a, { derivesFrom: origin })).toThrow(
      expect.objectContaining({ code: 'source.derivesCycle' }),
    );
  }
  expect(() => updateSource(store, a, { derivesFrom: 'none' })).toThrow(
    expect.objectContaining({ code: 'record.notFound' }),
  );
  expect(updateSource(store, c, { derivesFrom: null }).derivesFrom).toBeNull();
  updateSource(store, c, { derivesFrom: b });
  removeSource(store, b);
  expect(getSource(store, c).derivesFrom).toBeNull();
});
