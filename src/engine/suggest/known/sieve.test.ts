import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KnownIndex } from './known-index.ts';
import { matchText } from './match.ts';
import { Sieve } from './sieve.ts';
import { name } from './testing.ts';

const values = [
  'Nicolás de la Mora Vives',
  "Sean O'Brien-Ríos",
  'Grupo Aduanero Kálvero, S.A.',
  'GAK',
  'Straße & Œuvre',
  'Сергей Вексилов',
  'Σοφία Ζαρούμπα',
  'خالد البصري',
  '王小明',
] as const;
const kinds = ['person', 'organization', 'location'] as const;
/** Each name by itself, and with the next one. An index takes far longer to make than a short text to be read. */
const indexes = values
  .flatMap((value, at) => [[value], [value, values[(at + 1) % values.length] ?? value]])
  .map((some, at) => {
    const index = new KnownIndex(some.map((one) => name(one, { kind: kinds[at % 3] ?? 'person' })));
    // Whoever was named in full before is found by a surname alone.
    return { index, sieve: new Sieve(index), before: `${some.join('.\n\n')}.\n\n` };
  });

const words = values.flatMap((value) => value.split(/[\s,-]+/));
const word = fc
  .tuple(
    fc.constantFrom(
      ...words,
      'Sergey',
      'Vexilov',
      'Sofía',
      'Jaled',
      'Basri',
      'Мора',
      'de',
      'N',
      'el',
    ),
    fc.nat({ max: 8 }),
  )
  .map(([text, how]) => {
    if (how === 0) return text.toUpperCase();
    if (how === 1) return text.normalize('NFD');
    if (how === 2) return `${text}’s`;
    if (how === 3) return `${text}s'`;
    if (how === 4) return `\u0301'${text}\u00ad`;
    if (how === 5) return [...text].join('.');
    if (how === 6) return text.replace('a', 'ⓐ').replace('o', 'º');
    return text;
  });
const between = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '-',
  '\n',
  '. ',
  ', ',
  '',
  '²',
  '№',
  '🙂',
  '漢',
  '%',
);
const text = fc
  .array(fc.tuple(word, between), { maxLength: 12 })
  .map((pairs) => pairs.flat().join(''));

it('lets through every text that the matcher finds a name in', () => {
  let found = 0;
  let passed = 0;
  let all = 0;
  fc.assert(
    fc.property(fc.constantFrom(...indexes), text, ({ index, sieve, before }, some) => {
      const isFound = matchText(index, before + some).some(({ start }) => start >= before.length);
      const mayHold = sieve.mayHold(some);
      all += 1;
      if (isFound) found += 1;
      if (mayHold) passed += 1;
      expect(isFound && !mayHold).toBe(false);
    }),
    { numRuns: 1500 },
  );
  expect(found).toBeGreaterThan(all / 20);
  expect(passed).toBeLessThan(all);
});

it('keeps back a text that has no more than some of the words of a name', () => {
  const sieve = new Sieve(new KnownIndex([name('Puerto de Vexilo', { kind: 'location' })]));
  expect(sieve.mayHold('A ship left the puerto de Kálvero.')).toBe(false);
  expect(sieve.mayHold('Puerto de Vexilo')).toBe(true);
  // Nothing is left of the text before.
  expect(sieve.mayHold('Vexilo')).toBe(false);
});

it('leaves to the matcher what is too long for a word', () => {
  const index = new KnownIndex([name('Vexilo')]);
  expect(new Sieve(index).mayHold('a'.repeat(300))).toBe(true);
});
