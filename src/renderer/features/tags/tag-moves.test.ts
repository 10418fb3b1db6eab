import { expect, test } from 'vitest';
import { canMove, inward, outward } from './tag-moves.ts';
import { tagTree } from './tag-tree.ts';
import type { Tag } from '#contract/annotation.ts';

const tag = (id: string, parent: string | null = null): Tag => ({
  id,
  name: id,
  parent,
  color: '#000000',
  description: '',
  inclusion: '',
  exclusion: '',
  excerpts: 0,
  below: 0,
});
/** a, b > (c > d, e) */
const nodes = tagTree([tag('a'), tag('b'), tag('c', 'b'), tag('d', 'c'), tag('e', 'b')]);

test('a tag moves beneath any but itself and what lies beneath it, and only where it is not yet', () => {
  const allowed = ['a', 'b', 'c', 'd', 'e', null].filter((parent) => canMove(nodes, 'c', parent));
  expect(allowed).toEqual(['a', 'e', null]);
  expect(canMove(nodes, 'a', null)).toBe(false);
  expect(canMove(nodes, 'gone', 'a')).toBe(false);
});

test('inward is beneath the one before it on its level', () => {
  expect(inward(nodes, 'b')).toBe('a');
  expect(inward(nodes, 'e')).toBe('c');
  expect(inward(nodes, 'a')).toBeUndefined();
  expect(inward(nodes, 'c')).toBeUndefined();
});

test('outward is beside what it lies beneath', () => {
  expect(outward(nodes, 'd')).toBe('b');
  expect(outward(nodes, 'c')).toBeNull();
  expect(outward(nodes, 'a')).toBeUndefined();
});
