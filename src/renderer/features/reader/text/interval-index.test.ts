import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IntervalIndex, bisect, inDocumentOrder, type Stretch } from './interval-index.ts';

const stretches = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 80 })), { maxLength: 60 })
  .map((spans) =>
    spans.map(([start, length], at): Stretch => ({ id: `s${at}`, start, end: start + length })),
  );

test('a question answers just the stretches that a look at every one would find', () => {
  fc.assert(
    fc.property(stretches, fc.nat(300), fc.integer({ min: 1, max: 100 }), (all, from, length) => {
      const to = from + length;
      const expected = all.filter(({ start, end }) => start < to && end > from);
      expect(new IntervalIndex(all).overlapping(from, to)).toEqual(
        expected.toSorted(inDocumentOrder),
      );
    }),
  );
});

test('a caret touches a stretch from its first edge to its last', () => {
  fc.assert(
    fc.property(stretches, fc.nat(300), (all, offset) => {
      const expected = all.filter(({ start, end }) => start <= offset && offset <= end);
      expect(new IntervalIndex(all).touching(offset).map(({ id }) => id)).toEqual(
        expected.toSorted(inDocumentOrder).map(({ id }) => id),
      );
    }),
  );
});

test('next and previous walk through every start once, and back', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const index = new IntervalIndex(all);
      const starts = [...new Set(all.map(({ start }) => start))].toSorted((a, b) => a - b);
      const forth: number[] = [];
      for (let at = index.next(-1); at !== undefined; at = index.next(at.start))
        forth.push(at.start);
      expect(forth).toEqual(starts);
      const back: number[] = [];
      for (let at = index.previous(1000); at !== undefined; at = index.previous(at.start))
        back.push(at.start);
      expect(back).toEqual(starts.toReversed());
    }),
  );
});

test('a longer stretch comes before a shorter one that starts with it', () => {
  const index = new IntervalIndex([
    { id: 'inner', start: 5, end: 8 },
    { id: 'outer', start: 5, end: 20 },
  ]);
  expect(index.all.map(({ id }) => id)).toEqual(['outer', 'inner']);
  expect(index.positionOf('inner')).toBe(1);
  expect(index.positionOf('absent')).toBe(-1);
  expect(index.get('outer')?.end).toBe(20);
});

test('bisection finds the first that holds', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(60), (length, turn) => {
      expect(bisect(length, (at) => at >= turn)).toBe(Math.min(length, turn));
    }),
  );
});
