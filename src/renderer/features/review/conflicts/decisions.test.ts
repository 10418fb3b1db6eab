import { expect, test } from 'vitest';
import type { Conflict, WrittenValue } from '#contract/conflict.ts';
import { bulkOf, choiceFor, matterOf } from './decisions.ts';

const by = (name: string, key?: string): WrittenValue => ({
  value: name,
  title: null,
  by: { name, initials: '', organization: '', ...(key !== undefined && { key }) },
  at: '2026-01-01T00:00:00.000Z',
  changeSet: `set of ${name}`,
  evidence: [],
});

const conflict = (id: string, choices: Conflict['choices'], others: string[]): Conflict => ({
  id,
  record: { table: 'attribute', id, title: id, type: '', other: '', opens: null },
  field: choices.includes('keep') ? '' : 'value',
  stands: by('Ana'),
  others: others.map((name) => by(name)),
  choices,
});

const field = conflict('a', ['stands', 'other', 'both'], ['Bruno', 'Carla']);
const handling = conflict('b', ['stands', 'other'], ['Carla']);
const deletion = conflict('c', ['keep', 'delete'], ['Bruno']);

test('a key means what can be chosen of the conflict at hand, and nothing where that cannot be', () => {
  expect(choiceFor(field, 'both')).toBe('both');
  expect(choiceFor(handling, 'both')).toBeNull();
  expect(choiceFor(deletion, 'stands')).toBe('keep');
  expect(choiceFor(deletion, 'other')).toBe('delete');
  expect(choiceFor(deletion, 'both')).toBeNull();
});

test('of many, what stands can be kept of all', () => {
  expect(bulkOf([field, deletion], 'stands', null)).toEqual({
    conflicts: [{ id: 'a' }, { id: 'c' }],
    left: 0,
  });
});

test('of many, the values of one person are taken where they wrote one, and nothing is deleted', () => {
  expect(bulkOf([field, handling, deletion], 'other', 'Carla')).toEqual({
    conflicts: [
      { id: 'a', other: 'set of Carla' },
      { id: 'b', other: 'set of Carla' },
    ],
    left: 1,
  });
  expect(bulkOf([field], 'other', null)).toEqual({
    conflicts: [{ id: 'a', other: 'set of Bruno' }],
    left: 0,
  });
});

test('a conflict that somebody wrote to anew is about the same field of the same record', () => {
  expect(matterOf('attribute 1 value 0a')).toBe(matterOf('attribute 1 value 0b'));
  expect(matterOf('attribute 1  0a')).not.toBe(matterOf('attribute 1 value 0a'));
});
