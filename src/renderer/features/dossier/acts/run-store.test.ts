import { expect, test } from 'vitest';
import type { ImportItem } from '#contract/job.ts';
import { countedIn, withTold } from './run-store.ts';

const item = (path: string, outcome: ImportItem['outcome']): ImportItem => ({
  name: path,
  path,
  outcome,
  source: null,
  parts: 0,
  error: null,
  warnings: [],
});

test('what became of each dossier is told once, and what waits is not yet told', () => {
  const first = withTold([], [item('/out/Ana.pdf', 'made'), item('id-2', 'waiting')]);
  expect(first.map(({ path }) => path)).toEqual(['/out/Ana.pdf']);
  const all = withTold(first, [
    item('/out/Ana.pdf', 'made'),
    item('id-2', 'failed'),
    item('id-3', 'cancelled'),
  ]);
  expect(all).toHaveLength(3);
  expect(countedIn(all)).toEqual({ made: 1, failed: 1, cancelled: 1 });
});
