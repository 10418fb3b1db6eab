import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, orderChoices } from './rank.ts';

const order = (query: string, names: readonly string[], recent: readonly string[] = []): string[] =>
  orderChoices(query, names, (name) => [name], recent);

test('the closer name comes first, whatever its accents and case', () => {
  expect(
    order('flores', ['Aflorestado', 'Héctor Flores', 'Flóres', 'Flores Peña', 'nothing like it']),
  ).toEqual(['Flóres', 'Flores Peña', 'Héctor Flores', 'Aflorestado', 'nothing like it']);
});

test('words may be begun in any order', () => {
  expect(order('fl hec', ['Hernán Flor', 'Héctor Flores'])).toEqual([
    'Héctor Flores',
    'Hernán Flor',
  ]);
});

test('the closest of several names counts', () => {
  const one = { names: ['Héctor Guerrero', 'Niño'] };
  const other = { names: ['Niño Grande'] };
  expect(orderChoices('nino', [other, one], ({ names }) => names)).toEqual([one, other]);
});

test('of equally close ones the one used last leads, and so it does with nothing typed', () => {
  expect(order('a', ['ab', 'ac', 'ad'], ['ad', 'ac'])).toEqual(['ad', 'ac', 'ab']);
  expect(order('', ['x', 'y', 'z'], ['z'])).toEqual(['z', 'x', 'y']);
});

test('nothing is lost or made up, and order among equals is kept', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'á', ' '), maxLength: 6 });
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { maxLength: 12 }), (query, names) => {
      const ordered = order(query, names);
      expect(ordered.toSorted()).toEqual(names.toSorted());
      expect(order(query, ordered)).toEqual(ordered);
    }),
  );
});

test('a name that is just what was typed leads all others', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'á'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 8 }), (query, names) => {
      expect(folded(order(query, [...names, query])[0] ?? '')).toBe(folded(query));
    }),
  );
});
