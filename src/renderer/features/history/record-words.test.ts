import { expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import { createInstance } from 'i18next';
import type { Described } from '#contract/history.ts';
import en from '../../i18n/en.json';
import { recordWords, routeTo, valueWords, type Wording } from './record-words.ts';

const texts = createInstance({
  lng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
void texts.init();
const t: TFunction = texts.t;
const wording: Wording = { t, language: 'en', ontology: undefined };
const record = (more: Partial<Described>): Described => ({
  table: 'tag',
  id: 'x',
  title: '',
  type: '',
  other: '',
  opens: null,
  ...more,
});

test('words of a source stand in quotation marks, names do not', () => {
  const tagged = record({ table: 'excerpt_tag', title: 'at noon', other: 'times' });
  expect(recordWords(tagged, wording)).toEqual({ title: '“at noon”', detail: 'times' });
  const tag = record({ title: 'times' });
  expect(recordWords(tag, wording)).toEqual({ title: 'times', detail: '' });
});

test('evidence says how it bears on what', () => {
  const evidence = record({ table: 'evidence', title: 'x', type: 'contradicts', other: 'Rosa' });
  expect(recordWords(evidence, wording).detail).toBe('Contradicts · Rosa');
});

test('what is no longer known is said to be so', () => {
  expect(recordWords(record({}), wording).title).toBe(en.history.nameless);
});

test('a passage leads to its source, and what is gone nowhere', () => {
  const opens = { table: 'excerpt', id: 'e', source: 's' } as const;
  expect(routeTo(record({ opens }))).toEqual({ screen: 'source', id: 's', excerpt: 'e' });
  expect(routeTo(record({ opens: { table: 'tag', id: 'g', source: null } }))).toEqual({
    screen: 'tags',
    id: 'g',
  });
  expect(routeTo(record({}))).toBeNull();
});

test('values of the vocabularies are told in words, others as they are', () => {
  expect(valueWords('kind', 'person', wording)).toBe('Person');
  expect(valueWords('kind', 'alias', wording)).toBe('Alias');
  expect(valueWords('handling', 'AMBER', wording)).toBe('TLP:AMBER');
  expect(valueWords('role', 'captain', wording)).toBe('captain');
  expect(valueWords('role', null, wording)).toBe('');
});
