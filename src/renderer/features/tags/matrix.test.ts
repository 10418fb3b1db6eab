import { expect, test } from 'vitest';
import type { Tag } from '#contract/annotation.ts';
import { matrixCsv, shownMatrix } from './matrix.ts';
import { rowsOf, tagTree } from './tag-tree.ts';

const tag = (id: string, name: string, parent: string | null = null): Tag => ({
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
const all = rowsOf(tagTree([tag('1', 'b'), tag('2', 'a'), tag('3', '=1+1', '2')]), () => true);
const column = (id: string, title: string) => ({ id, title, kind: null });

test('tags stand in the order of the codebook, and lines without a count only when they are asked for', () => {
  const matrix = {
    rows: ['1', '2', '3'],
    columns: [column('1', 'b'), column('2', 'a'), column('3', '=1+1')],
    cells: [0, 0, 9, 0, 2, 4, 2, 0, 5],
  };
  const some = shownMatrix(matrix, all, true, false);
  expect(some.rows.map(({ title, depth }) => [title, depth])).toEqual([
    ['=1+1', 1],
    ['b', 0],
  ]);
  expect([some.at(0, 1), some.at(1, 0), some.at(0, 0), some.at(1, 1)]).toEqual([5, 4, 0, 9]);
  expect(some.largest).toBe(5);
  expect(shownMatrix(matrix, all, true, true).columns).toHaveLength(3);
});

test('a spreadsheet computes nothing of what it is given', () => {
  const matrix = {
    rows: ['3'],
    columns: ['@x', '+1', '-1', '=2', 'a, "b"', '\tq', 'plain'].map((title) =>
      column(title, title),
    ),
    cells: [0, 0, 1],
  };
  expect(matrixCsv(shownMatrix(matrix, all, false, true), 'Tag').split('\r\n')).toEqual([
    `\uFEFFTag,'@x,'+1,'-1,'=2,"a, ""b""",'\tq,plain`,
    `'=1+1,1,0,0,0,0,0,0`,
    '',
  ]);
});
