import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inDocumentOrder, type Stretch } from './interval-index.ts';
import { cutIntoPieces } from './overlap.ts';

const ordered = fc
  .array(fc.tuple(fc.nat(100), fc.nat(40)), { maxLength: 40 })
  .map((spans) =>
    spans
      .map(([start, length], at): Stretch => ({ id: `s${at}`, start, end: start + length }))
      .toSorted(inDocumentOrder),
  );
const part = fc
  .tuple(fc.nat(120), fc.nat(120))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }));

test('each code unit lies under the stretches that its piece names, and under no others', () => {
  fc.assert(
    fc.property(ordered, part, (all, { from, to }) => {
      const pieces = cutIntoPieces(all, from, to, 100);
      for (let at = from; at < to; at += 1) {
        const piece = pieces.find((one) => one.from <= at && at < one.to);
        const expected = all.filter(({ start, end }) => start <= at && at < end);
        expect(piece?.over.map(({ id }) => id) ?? []).toEqual(expected.map(({ id }) => id));
        expect(piece?.depth ?? 0).toBe(expected.length);
      }
    }),
  );
});

test('pieces are in order, not empty, apart, and within the part asked for', () => {
  fc.assert(
    fc.property(ordered, part, (all, { from, to }) => {
      let last = from;
      for (const piece of cutIntoPieces(all, from, to)) {
        expect(piece.from).toBeGreaterThanOrEqual(last);
        expect(piece.to).toBeGreaterThan(piece.from);
        expect(piece.to).toBeLessThanOrEqual(to);
        expect(piece.over.length).toBeGreaterThan(0);
        expect(piece.over.length).toBeLessThanOrEqual(4);
        last = piece.to;
      }
    }),
  );
});

test('of a deep overlap the innermost are named and all are counted', () => {
  const nested = [0, 1, 2, 3, 4, 5].map((start) => ({ id: `s${start}`, start, end: 20 - start }));
  const middle = cutIntoPieces(nested, 8, 10, 3)[0];
  expect(middle?.over.map(({ id }) => id)).toEqual(['s3', 's4', 's5']);
  expect(middle?.depth).toBe(6);
});
