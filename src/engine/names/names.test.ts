import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EntityKind } from '#contract/vocabulary.ts';
import { compareNames } from './index.ts';
import { agreement, labelledPairs } from './labelled/labelled.ts';

const score = (a: string, b: string, kind: EntityKind = 'person'): number =>
  compareNames(a, b, kind).score;
const matches = ({ a, b, kind }: { a: string; b: string; kind: EntityKind }): boolean =>
  compareNames(a, b, kind).match;

describe('two names', () => {
  test.each([
    ['person', 0.95, 0.95],
    ['organization', 0.95, 0.93],
    ['location', 0.9, 0.9],
  ] as const)(
    'of a %s agree with the labelled pairs that were kept from tuning',
    (kind, precision, recall) => {
      const found = agreement(
        labelledPairs.filter((pair) => pair.kind === kind && pair.heldOut),
        matches,
      );
      expect(found.precision).toBeGreaterThanOrEqual(precision);
      expect(found.recall).toBeGreaterThanOrEqual(recall);
    },
  );

  test.each(['person', 'organization'] as const)(
    'of a %s agree with the other labelled pairs',
    (kind) => {
      const found = agreement(
        labelledPairs.filter((pair) => pair.kind === kind && !pair.heldOut),
        matches,
      );
      expect(found.precision).toBeGreaterThanOrEqual(0.97);
      expect(found.recall).toBeGreaterThanOrEqual(0.95);
    },
  );

  test('match themselves', () => {
    const low = labelledPairs.filter(({ a, kind }) => score(a, a, kind) < 0.9);
    expect(low).toEqual([]);
  });

  test('of persons of one family, whose surnames stand the other way round, do not match', () => {
    expect(score('Carlos Pérez Gómez', 'Niurka Gómez Pérez')).toBeLessThan(0.1);
    expect(score('Niurka Gómez Pérez', 'Carlos Pérez Gómez')).toBeLessThan(0.1);
    expect(score('Carlos Pérez Gómez', 'Pérez Gómez Carlos')).toBeGreaterThan(0.9);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(...labelledPairs.map(({ a }) => a)),
  );
  const kind = fc.constantFrom(...EntityKind.options);

  test('score between 0 and 1 with reasons, whatever they are', () => {
    fc.assert(
      fc.property(text, text, kind, (a, b, of) => {
        const compared = compareNames(a, b, of);
        expect(compared.score).toBeGreaterThanOrEqual(0);
        expect(compared.score).toBeLessThanOrEqual(1);
        expect(compared.match).toBe(compared.score >= 0.5);
        expect(compared.reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  test('score the same either way round, whatever they are', () => {
    fc.assert(
      fc.property(text, text, kind, (a, b, of) => {
        expect(score(a, b, of)).toBe(score(b, a, of));
      }),
    );
  });

  test('of nothing, of pictures and of a thousand letters are taken', () => {
    expect(score('', '')).toBe(0);
    expect(score('', 'Ana')).toBe(0);
    expect(score('🙂', '🙃')).toBe(0);
    expect(compareNames('🙂', '🙂', 'person').match).toBe(true);
    const long = 'Ana María '.repeat(100);
    expect(compareNames(long, long, 'person').match).toBe(true);
    expect(score(long, 'x'.repeat(1000))).toBeLessThan(0.1);
    expect(score('Ana Торрес 王', 'Ana Torres')).toBeGreaterThan(0.4);
  });
});

describe('what tells two people apart keeps the score far below a half', () => {
  test.each([
    ['Juan Pérez', 'José Pérez'],
    ['María López', 'Mario López'],
    ['Juan Pérez Gómez', 'Juan Pérez Gómez (hijo)'],
    ['Carlos Menem', 'Carlos Menem Jr.'],
    ['George Bush II', 'George Bush III'],
    ['Nicolás Maduro Moros', 'Nicolás Maduro Guerra'],
    ['Mohammed Ali', 'Mahmoud Ali'],
  ])('%s, %s', (a, b) => {
    expect(score(a, b)).toBeLessThan(0.3);
  });
});

test('a reason names the words that it is about', () => {
  const { reasons } = compareNames('Pepe Pérez', 'José Pérez', 'person');
  expect(reasons).toContainEqual({ code: 'name.nickname', params: { a: 'Pepe', b: 'José' } });
});
