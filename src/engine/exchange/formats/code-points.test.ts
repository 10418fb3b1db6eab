import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointOffsets } from './code-points.ts';

test('an emoji is one code point and two code units', () => {
  const found = codePointOffsets(['a😀b', '👩‍👩‍👧 ñ'], [0, 1, 3, 4, 6, 12, 13, 14]);
  expect([...found]).toEqual([
    [0, 0],
    [1, 1],
    [3, 2],
    [4, 3],
    [6, 4],
    [12, 8],
    [13, 9],
    [14, 10],
  ]);
});

test('places agree with counting the code points before them, however the text is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 8 }),
      (pieces) => {
        const text = pieces.join('');
        const places = [0];
        for (const sign of text) places.push((places.at(-1) ?? 0) + sign.length);
        const found = codePointOffsets(pieces, places);
        for (const place of places) {
          expect(found.get(place)).toBe(Array.from(text.slice(0, place)).length);
        }
      },
    ),
  );
});
