import { expect, test } from 'vitest';
import { commonProvenance } from './common-provenance.ts';

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
