import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tag } from '#contract/annotation.ts';
import { isWithin, rowsOf, tagTree } from './tag-tree.ts';

const tag = (id: string, parent: string | null, name = id): Tag => ({
  id,
  name,
  parent,
  color: '#000000',
  description: '',
  inclusion: '',
  exclusion: '',
  excerpts: 0,
  below: 0,
});

const book = [tag('c', 'a'), tag('a', null), tag('b', null), tag('d', 'c'), tag('e', 'gone')];

test('each level stands in the order of names, beneath its parent', () => {
  const rows = rowsOf(tagTree(book), () => true);
  expect(rows.map(({ tag, depth }) => [tag.id, depth])).toEqual([
    ['a', 0],
    ['c', 1],
    ['d', 2],
    ['b', 0],
    ['e', 0],
  ]);
  expect(rows[2]?.path).toEqual(['a', 'c', 'd']);
});

test('what lies beneath a closed tag is not shown', () => {
  expect(rowsOf(tagTree(book), (id) => id !== 'a').map(({ tag }) => tag.id)).toEqual([
    'a',
    'b',
    'e',
  ]);
});

test('a tag lies within itself and its ancestors, and within no other', () => {
  const tree = tagTree(book);
  expect(isWithin(tree, 'a', 'd')).toBe(true);
  expect(isWithin(tree, 'a', 'a')).toBe(true);
  expect(isWithin(tree, 'b', 'd')).toBe(false);
});

test('every tag has one place, whatever its parents say', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const parents = fc.array(fc.constantFrom(null, 'gone', ...ids), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(parents, (chosen) => {
      const tags = ids.map((id, at) => tag(id, chosen[at] ?? null));
      const rows = rowsOf(tagTree(tags), () => true);
      expect(rows.map(({ tag }) => tag.id).toSorted()).toEqual(ids);
    }),
  );
});
