import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SegmentKind } from '#contract/vocabulary.ts';
import { packSegments, unpackSegments } from './packed-segments.ts';

const segment = fc.record({
  kind: fc.constantFrom(...SegmentKind.options),
  start: fc.nat(),
  end: fc.nat(),
  page: fc.option(fc.integer({ min: 1, max: 100_000 })),
});

test('segments that were packed are what they were', () => {
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      expect(unpackSegments(packSegments(segments))).toEqual(segments);
    }),
  );
});

test('a number that no kind has is no segment', () => {
  expect(() => unpackSegments(new Int32Array([999, 0, 1, 0]))).toThrow(RangeError);
});
