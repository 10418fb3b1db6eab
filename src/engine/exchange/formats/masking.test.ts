import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textKey } from '../../sources/index.ts';
import { mask, Masking } from './masking.ts';

test('what is hidden is covered sign by sign, wherever a text is cut', () => {
  const masking = new Masking(
    new Map([
      [
        textKey('s', 't'),
        [
          { start: 2, end: 6 },
          { start: 5, end: 7 },
        ],
      ],
    ]),
  );
  expect(masking.cover('s', 't', 0, 'ab😀cdefg')).toBe(`ab${mask.repeat(4)}fg`);
  expect(masking.cover('s', 't', 6, 'efg')).toBe(`${mask}fg`);
  expect(masking.cover('other', 't', 0, 'abcdef')).toBe('abcdef');
  expect(masking.cover('s', 'other', 0, 'abcdef')).toBe('abcdef');
});

test('as many code points stay, and nothing of what is hidden', () => {
  const pieces = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 4 });
  fc.assert(
    fc.property(pieces, fc.nat(10), (pairs, at) => {
      const text = 'abcdefghijklmnopqrstuvwxyz'.slice(at);
      const spans = pairs.map(([start, length]) => ({ start, end: start + length }));
      const masking = new Masking(new Map([[textKey('s', 't'), spans]]));
      const hidden = new Set<number>();
      for (const [start, length] of pairs) {
        for (let place = start; place < start + length; place += 1) hidden.add(place);
      }
      const covered = masking.cover('s', 't', at, text);
      expect(covered).toBe(
        Array.from(text, (sign, place) => (hidden.has(at + place) ? mask : sign)).join(''),
      );
    }),
  );
});
