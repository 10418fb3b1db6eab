import { expect, test } from 'vitest';
import type { Tag } from '#contract/annotation.ts';
import { rowsOf, tagTree } from './tag-tree.ts';
import { moveInTree } from './tree-keys.ts';

const tag = (id: string, parent: string | null): Tag => ({
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
const tree = tagTree([tag('a', null), tag('b', 'a'), tag('c', 'b'), tag('d', null)]);
const press = (key: string, at: number, closed: readonly string[] = []) => {
  const isOpen = (id: string): boolean => !closed.includes(id);
  return moveInTree(key, rowsOf(tree, isOpen), at, isOpen, 10);
};

test('up and down walk the rows that are shown', () => {
  expect(press('ArrowDown', 0)).toEqual({ kind: 'go', to: 1 });
  expect(press('ArrowUp', 1)).toEqual({ kind: 'go', to: 0 });
  expect(press('End', 0)).toEqual({ kind: 'go', to: 3 });
});

test('right opens a closed tag and then goes into it', () => {
  expect(press('ArrowRight', 0, ['a'])).toEqual({ kind: 'open', id: 'a', open: true });
  expect(press('ArrowRight', 0)).toEqual({ kind: 'go', to: 1 });
  expect(press('ArrowRight', 3)).toBeNull();
});

test('left closes an open tag, and from one without anything open goes to its parent', () => {
  expect(press('ArrowLeft', 1)).toEqual({ kind: 'open', id: 'b', open: false });
  expect(press('ArrowLeft', 2)).toEqual({ kind: 'go', to: 1 });
  expect(press('ArrowLeft', 3)).toBeNull();
});

test('other keys are left alone, and so is an empty tree', () => {
  expect(press('x', 0)).toBeNull();
  expect(moveInTree('ArrowDown', [], -1, () => true, 10)).toBeNull();
});
