import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask, Masking } from './masking.ts';

test('what is hidden is covered sign by sign, wherever a text is cut', () => {
  const masking = new Masking();
  masking.hide('s', 2, 6);
  masking.hide('s', 5, 7);
  expect(masking.cover('s', 0, 'ab😀cdefg')).toBe(`ab${mask.repeat(4)}fg`);
  expect(masking.cover('s', 6, 'efg')).toBe(`${mask}fg`);
  expect(masking.cover('other', 0, 'abcdef')).toBe('abcdef');
});

test('as many code points stay, and nothing of what is hidden', () => {
  const spans = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 4 });
  fc.assert(
    fc.property(spans, fc.nat(10), (pairs, at) => {
      const text = 'abcdefghijklmnopqrstuvwxyz'.slice(at);
      const masking = new Masking();
      const hidden = new Set<number>();
      for (const [start, length] of pairs) {
        masking.hide('s', start, start + length);
        for (let place = start; place < start + length; place += 1) hidden.add(place);
      }
      const covered = masking.cover('s', at, text);
      expect(covered).toBe(
        Array.from(text, (sign, place) => (hidden.has(at + place) ? mask : sign)).join(''),
      );
    }),
  );
});
