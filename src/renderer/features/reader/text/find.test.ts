import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll } from './find.ts';

const found = (text: string, query: string): string[] =>
  findAll(text, query).map(({ from, to }) => text.slice(from, to));

test('case, accents and the kind of white space do not matter, in query or text', () => {
  expect(found('Héctor GUERRERO\nFlores', 'hector guerrero flores')).toEqual([
    'Héctor GUERRERO\nFlores',
  ]);
  expect(found('Niño, nino, NIN\u0303O', 'niño')).toEqual(['Niño', 'nino', 'NIN\u0303O']);
});

test('whole words are found where no letter or digit adjoins them', () => {
  const whole = (text: string, query: string): number[] =>
    findAll(text, query, 100, true).map(({ from }) => from);
  expect(whole('Lind, Linden, élind, LIND2, líND.', 'lind')).toEqual([0, 28]);
  expect(whole('nin\u0303o nin\u0303os', 'niño')).toEqual([0]);
  expect(whole('(x) a(x)b', '(x)')).toEqual([0, 5]);
  expect(whole('Rosa\nLind Rosa Linda', 'rosa lind')).toEqual([0]);
});

test('signs are looked for as they are written', () => {
  for (const sign of [
    'a.b',
    '(x)',
    'c++',
    '[1]',
    'a-b',
    'a/b',
    '$5',
    '^',
    '\\',
    '{2}',
    '|',
    '?',
    '*',
  ]) {
    expect(found(`before ${sign} after`, sign)).toEqual([sign]);
  }
  expect(found('axb', 'a.b')).toEqual([]);
});

test('nothing is looked for in vain', () => {
  expect(found('some text', '  ')).toEqual([]);
  expect(found('some text', 'absent')).toEqual([]);
});

test('no more than the limit are found', () => {
  expect(findAll('a'.repeat(50), 'a', 7)).toHaveLength(7);
});

test('any text contains itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (text) => {
      fc.pre(text.trim() !== '' && /^[\p{L}\p{P} ]+$/u.test(text));
      fc.pre(text.normalize('NFC') === text);
      expect(findAll(`.. ${text} ..`, text).length).toBeGreaterThan(0);
    }),
  );
});
