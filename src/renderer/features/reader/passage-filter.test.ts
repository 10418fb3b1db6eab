import { expect, test } from 'vitest';
import { everyPassage, filtered, isNarrow } from './passage-filter.ts';

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
const all = [
  plain,
  { ...plain, id: 'tagged', tags: ['raid'] },
  { ...plain, id: 'both', tags: ['raid', 'route'], entities: ['rosa'], author: 'Luis' },
  { ...plain, id: 'named', entities: ['rosa'] },
  { ...plain, id: 'evident', evidence: 1 },
];
const shown = (filter: Partial<typeof everyPassage>, kept: string[] = []) =>
  filtered(all, { ...everyPassage, ...filter }, 'Ana', new Set(kept)).map(({ id }) => id);
const rosa = { id: 'rosa', name: 'Rosa', kind: 'person' as const };

test('without a filter every passage is shown', () => {
  expect(isNarrow(everyPassage)).toBe(false);
  expect(filtered(all, everyPassage, 'Ana')).toBe(all);
});

test('any of several tags is enough, and each further part narrows', () => {
  expect(shown({ tags: ['raid', 'route'] })).toEqual(['tagged', 'both']);
  expect(shown({ tags: ['raid'], entities: [rosa] })).toEqual(['both']);
  expect(shown({ tags: ['raid'], entities: [rosa], mine: true })).toEqual([]);
  expect(shown({ mine: true })).toEqual(['p', 'tagged', 'named', 'evident']);
});

test('unconfirmed is what has no tag and is evidence for nothing, whomever it names', () => {
  expect(shown({ unconfirmed: true })).toEqual(['p', 'named']);
});

test('a passage at hand stays, whatever the filter', () => {
  expect(shown({ tags: ['route'] }, ['p'])).toEqual(['p', 'both']);
});

test('a passage shows the tag that was asked for before its others', () => {
  const [one] = filtered(all, { ...everyPassage, tags: ['route'] }, 'Ana');
  expect(one?.tags).toEqual(['route', 'raid']);
});
