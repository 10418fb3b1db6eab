import { expect, test } from 'vitest';
import { sharedRows } from './shared-rows.ts';

const rows = () => [
  { id: 'a', tags: ['x'] },
  { id: 'b', tags: [] },
];

test('records that say the same as before stay the same objects, wherever they stand now', () => {
  const before = rows();
  const after = sharedRows(before, [{ id: 'new', tags: [] }, ...rows()]);
  expect(after).toEqual([{ id: 'new', tags: [] }, ...rows()]);
  expect(Array.isArray(after) && after[1] === before[0] && after[2] === before[1]).toBe(true);
});

test('a list that says the same as before is the one before; one in another order is another', () => {
  const before = rows();
  expect(sharedRows(before, rows())).toBe(before);
  expect(sharedRows(before, rows().toReversed())).toEqual(rows().toReversed());
  expect(sharedRows(before, rows().slice(1))).toEqual(rows().slice(1));
});

test('a record that changed is another, and what is no list is taken as it is', () => {
  const before = rows();
  const changed = [{ id: 'a', tags: ['y'] }, ...rows().slice(1)];
  expect(sharedRows(before, changed)).toEqual(changed);
  expect(sharedRows(undefined, changed)).toBe(changed);
});
