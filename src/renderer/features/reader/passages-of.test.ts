import { expect, test } from 'vitest';
import { passagesOf, withAddition, withSpan } from './passages-of.ts';

const plain = {
  id: 'p',
  start: 2,
  end: 9,
  tags: [],
  kinds: [],
  entities: [],
  evidence: 0,
  handling: null,
  author: 'Ana',
};
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

test('the text is coloured by tags or by kinds alone when asked, the margin as ever', () => {
  const [one] = [{ ...plain, tags: ['t'], kinds: ['person' as const] }];
  const drawn = (tint: 'tag' | 'kind') => passagesOf([one ?? plain, plain], [tag], tint);
  expect(drawn('tag').map(({ colors }) => colors)).toEqual([['#112233'], []]);
  expect(drawn('kind').map(({ colors }) => colors)).toEqual([['var(--lg-kind-person)'], []]);
  expect(drawn('kind').map(({ stripe }) => stripe)).toEqual([['#112233'], []]);
});

test('a passage whose ends were moved is where its place now is', () => {
  const other = { ...plain, id: 'q', start: 3, end: 5 };
  expect(withSpan([plain, other], 'p', { from: 4, to: 9 })).toEqual([
    other,
    { ...plain, start: 4, end: 9 },
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
  const added = { id: 'q', start: 4, end: 6, tag: 't', author: 'Ana' };
  expect(withAddition([plain], added)).toEqual([
    plain,
    { ...plain, id: 'q', start: 4, end: 6, tags: ['t'] },
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
