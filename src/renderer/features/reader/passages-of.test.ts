import { expect, test } from 'vitest';
import { passagesOf, withAddition } from './passages-of.ts';

const plain = { id: 'p', start: 2, end: 9, tags: [], kinds: [], evidence: 0 };
const tag = { id: 't', name: 'Raid', parent: null, color: '#112233', description: '', excerpts: 1 };

test('a passage has the colours of its tags, or else of the kinds it speaks of', () => {
  const drawn = passagesOf(
    [
      { ...plain, tags: ['t', 'gone'], kinds: ['person'] },
      { ...plain, kinds: ['person', 'location'] },
      plain,
    ],
    [tag],
  );
  expect(drawn.map(({ colors }) => colors)).toEqual([
    ['#112233'],
    ['var(--lg-kind-person)', 'var(--lg-kind-location)'],
    [],
  ]);
});

test('evidence outweighs tags, and tags outweigh mentions', () => {
  const uses = passagesOf(
    [
      { ...plain, tags: ['t'], kinds: ['person'], evidence: 1 },
      { ...plain, tags: ['t'], kinds: ['person'] },
      { ...plain, kinds: ['person'] },
      plain,
    ],
    [tag],
  ).map(({ use }) => use);
  expect(uses).toEqual(['evidence', 'tag', 'mention', 'none']);
});

test('a new passage is added with what it was made for', () => {
  expect(withAddition([plain], { id: 'q', start: 4, end: 6, tag: 't' })).toEqual([
    plain,
    { id: 'q', start: 4, end: 6, tags: ['t'], kinds: [], evidence: 0 },
  ]);
});

test('a new passage stands where the engine will have it', () => {
  const order = (start: number, end: number) =>
    withAddition([plain], { id: 'q', start, end }).map(({ id }) => id);
  expect(order(0, 3)).toEqual(['q', 'p']);
  expect(order(2, 20)).toEqual(['q', 'p']);
  expect(order(2, 5)).toEqual(['p', 'q']);
});

test('a known passage keeps its place and what it carries', () => {
  const before = { ...plain, tags: ['t'], kinds: ['person' as const], evidence: 1 };
  expect(
    withAddition([before], {
      id: 'p',
      start: 0,
      end: 1,
      tag: 't',
      kind: 'location',
      evidence: true,
    }),
  ).toEqual([{ ...before, kinds: ['person', 'location'], evidence: 2 }]);
});
