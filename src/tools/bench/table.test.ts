import { expect, test } from 'vitest';
import { table } from './table.ts';

test('a figure stands beside its baseline and their ratio', () => {
  const figures = [
    { name: 'import', figure: 1234.5, baseline: 1000, against: 'bare inserts', unit: 'ms' },
    { name: 'opening', figure: 2.345, unit: 's' },
  ] as const;
  expect(table(figures).split('\n')).toEqual([
    'name      figure  baseline   ratio  against',
    'import   1235 ms   1000 ms  1.23 x  bare inserts',
    'opening   2.35 s         -       -',
  ]);
});

test('a baseline of nothing has no ratio', () => {
  expect(table([{ name: 'a', figure: 1, baseline: 0, unit: 'ms' }])).toContain('-');
});
