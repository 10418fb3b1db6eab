import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find, name } from './testing.ts';

/** Words that are no ordinary ones, some of which begin others, with accents and doubled letters among them. */
const words = ['zuruba', 'zurú', 'vexilo', 'Quorra', 'ñandui', 'strøma', 'straßig', 'kálvero'];
const word = fc.constantFrom(...words);

/** A word written in another way that folds to the same. */
const written = fc.tuple(word, fc.nat({ max: 4 })).map(([text, how]) => {
  if (how === 0) return text.toUpperCase();
  if (how === 1) return text.normalize('NFD');
  if (how === 2) return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (how === 3) return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return text;
});
const between = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '-',
  '\n',
  ', ',
  '. ',
  '\n\n',
  ' … ',
  '’s ',
  ' y ',
  ' “',
);
const text = fc
  .array(fc.tuple(written, between), { maxLength: 40 })
  .map((pairs) => pairs.flat().join(''));
const names = fc.uniqueArray(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
  { maxLength: 12 },
);

/** The same by the plainest means: at every word every name is tried, letter folding by what the platform offers. */
function naively(known: readonly string[], source: string): [start: number, end: number][] {
  const tokens = [...source.matchAll(/[\p{L}\p{M}]+/gu)]
    .filter(([token], at) => !(token === 's' && source.charAt(at) === '’'))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      folded: fold(match[0]),
    }))
    .filter(({ start }) => source.charAt(start - 1) !== '’');
  const patterns = known.map((value) => value.split(' ').map(fold));
  const spans: [number, number][] = [];
  for (let at = 0; at < tokens.length;) {
    const lengths = patterns.filter((pattern) => stands(pattern, at)).map(({ length }) => length);
    const longest = Math.max(0, ...lengths);
    if (longest > 0) spans.push([tokens[at]?.start ?? 0, tokens[at + longest - 1]?.end ?? 0]);
    at += Math.max(1, longest);
  }
  return spans;

  function stands(pattern: readonly string[], from: number): boolean {
    return pattern.every((part, index) => {
      const token = tokens[from + index];
      const before = tokens[from + index - 1];
      if (token?.folded !== part) return false;
      if (index === 0 || before === undefined) return true;
      return /^(?:’s)?(?: |-|\n)$/.test(source.slice(before.end, token.start));
    });
  }
}

function fold(token: string): string {
  return token
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o');
}

describe('the matcher', () => {
  it('finds what trying every name at every word finds, and nothing else', () => {
    fc.assert(
      fc.property(names, text, (known, source) => {
        const matches = find(
          known.map((value) => name(value, { kind: 'location' })),
          source,
          0,
        );
        expect(matches.map(({ start, end }) => [start, end])).toEqual(naively(known, source));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same wherever a text stands in a longer one', () => {
    fc.assert(
      fc.property(
        names,
        text,
        fc.integer({ min: 32_700, max: 32_800 }),
        (known, source, before) => {
          const list = known.map((value) => name(value, { kind: 'location' }));
          const alone = find(list, source, 0);
          const shifted = find(list, `${'-'.repeat(before)}\n\n${source}`, 0);
          expect(shifted.map(({ start, end }) => [start - before - 2, end - before - 2])).toEqual(
            alone.map(({ start, end }) => [start, end]),
          );
        },
      ),
    );
  });

  it('finds a name that ends where a text of any length does', () => {
    const list = [name('Quorra Vexilo', { kind: 'location' })];
    for (const length of [13, 4096, 8192, 16_384, 32_768, 65_536]) {
      const source = `${' '.repeat(length - 13)}Quorra Vexilo`;
      expect(find(list, source).map(({ end }) => end)).toEqual([length]);
    }
  });

  it('gives passages that do not overlap, in order, with the text they span, scores within 0 and 1', () => {
    const piece = fc.constantFrom(
      'Nicolás',
      'N.',
      'Maduro',
      'maduro',
      'Moros',
      'de',
      'la',
      'Cruz',
      'El',
      'Aissami',
      'ETA',
      'E.T.A.',
      'Мадуро',
      'Николас',
      'مادورو',
      'نيكولاس',
      'ومحمد',
      '北',
      '京',
      '’s',
      '\u0301',
      '😀',
      'ﬁ',
    );
    const known = [
      name('Nicolás Maduro Moros'),
      name('María de la Cruz'),
      name('Tareck El Aissami'),
      name('ETA', { kind: 'organization', nameKind: 'acronym' }),
      name('محمد مادورو'),
      name('Николас Мороз'),
      name('北京', { kind: 'location' }),
      name('Maduro', { nameKind: 'alias' }),
    ];
    const source = fc
      .array(fc.tuple(piece, fc.constantFrom(' ', ' ', '', '-', ', ', '\n')), { maxLength: 30 })
      .map((pairs) => pairs.flat().join(''));
    fc.assert(
      fc.property(source, (written) => {
        let end = 0;
        for (const match of find(known, written, 0)) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(match.end).toBeGreaterThan(match.start);
          expect(match.text).toBe(written.slice(match.start, match.end));
          expect(match.readings.length).toBeGreaterThan(0);
          const scores = match.readings.map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((one, other) => other - one));
          for (const score of scores) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
          }
          end = match.end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
