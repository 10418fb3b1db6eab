import { expect, test } from 'vitest';
import { commonOrigin, commonProvenance, commonReading } from './common-provenance.ts';

const source = {
  title: 'One',
  publisher: 'Desk',
  author: '',
  published: '2023-09',
  retrieved: '',
  retrievedFrom: '',
  retrievedBy: '',
  retrievedWith: '',
  url: '',
  language: 'es',
  reliability: 'B',
  handling: 'AMBER',
} as const;

test('what several sources have alike is shown, what differs is left out', () => {
  const other = { ...source, title: 'Two', reliability: 'C' } as const;
  const { title: _title, reliability: _reliability, ...alike } = source;
  expect(commonProvenance([source, other])).toEqual(alike);
});

test('of one source everything is shown, of none nothing', () => {
  expect(commonProvenance([source])).toEqual(source);
  expect(commonProvenance([])).toEqual({});
});

test('what sources derive from, and how far they are read, is alike or not', () => {
  const origin = { id: 'o', title: 'Origin' };
  expect(commonOrigin([{ derivesFrom: origin }, { derivesFrom: { ...origin } }])).toEqual(origin);
  expect(commonOrigin([{ derivesFrom: null }, { derivesFrom: null }])).toBeNull();
  expect(commonOrigin([{ derivesFrom: null }, { derivesFrom: origin }])).toBeUndefined();
  expect(commonReading([{ reading: 'read' }, { reading: 'read' }])).toBe('read');
  expect(commonReading([{ reading: 'read' }, { reading: 'unread' }])).toBeUndefined();
  expect(commonReading([])).toBeUndefined();
});
