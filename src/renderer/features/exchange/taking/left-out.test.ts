import { expect, test } from 'vitest';
import {
  countLeftOut,
  isLeftOut,
  leaveOutOf,
  nothingLeftOut,
  withRecords,
  withTable,
} from './left-out.ts';

const tag = { table: 'tag', id: '1' };
const note = { table: 'note', id: '2' };
const totals = [
  { table: 'tag', state: 'new', count: 3 },
  { table: 'tag', state: 'leftOut', count: 5 },
  { table: 'note', state: 'changed', count: 2 },
] as const;

test('records and whole kinds are left out and taken again', () => {
  const one = withRecords(nothingLeftOut, [tag], true);
  expect([isLeftOut(one, tag), isLeftOut(one, note)]).toEqual([true, false]);
  expect(isLeftOut(withRecords(one, [tag], false), tag)).toBe(false);
  const notes = withTable(one, 'note', true);
  expect(leaveOutOf(notes)).toEqual({ tables: ['note'], records: [tag] });
  expect(isLeftOut(withTable(notes, 'note', false), note)).toBe(false);
});

test('a record of a kind that is left out is not taken by itself, and not counted twice', () => {
  const notes = withTable(withRecords(nothingLeftOut, [note], true), 'note', true);
  expect(leaveOutOf(notes)).toEqual({ tables: ['note'], records: [] });
  expect(isLeftOut(withRecords(notes, [note], false), note)).toBe(true);
  expect(countLeftOut(notes, [...totals])).toEqual({ taken: 3, left: 2 });
});

test('what was left out before is neither taken nor left out now', () => {
  expect(countLeftOut(withRecords(nothingLeftOut, [tag], true), [...totals])).toEqual({
    taken: 4,
    left: 1,
  });
});
