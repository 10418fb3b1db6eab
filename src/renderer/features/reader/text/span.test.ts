import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trimmed } from './span.ts';

test('a selection loses the white space at its ends and nothing else', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(' ', '\n', '\u00A0', 'a', 'é', '.'), { maxLength: 40 }),
      fc.nat(600),
      fc.nat(40),
      fc.nat(40),
      (letters, blanks, a, b) => {
        const text = letters.join('') + ' '.repeat(blanks) + letters.join('');
        const from = Math.min(a, b, text.length);
        const to = text.length - Math.min(a, b, text.length - from);
        const left = trimmed({ from, to }, (x, y) => text.slice(x, y));
        const expected = text.slice(from, to).trim();
        expect(left === undefined ? '' : text.slice(left.from, left.to)).toBe(expected);
      },
    ),
  );
});
