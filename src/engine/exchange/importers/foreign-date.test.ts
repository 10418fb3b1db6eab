import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEdtf } from '#shared/edtf.ts';
import { foreignDate } from './foreign-date.ts';

test.each([
  ['2001', '2001'],
  ['2001-02', '2001-02'],
  ['2001-02-29', null],
  ['2000-02-29', '2000-02-29'],
  ['2001-13', null],
  ['2001-05-03T10:20:30Z', '2001-05-03'],
  ['2001-05-03 10:20', '2001-05-03'],
  ['2001/5/3', '2001-05-03'],
  ['23.5.2001', '2001-05-23'],
  ['5/23/2001', '2001-05-23'],
  ['5/5/2001', '2001-05-05'],
  ['4/5/2001', null],
  ['199X', '199X'],
  ['2001?', '2001?'],
  ['about 2001', null],
  ['', null],
])('“%s” is read as %s', (text, date) => {
  expect(foreignDate(text)).toBe(date);
});

test('whatever is read is EDTF', () => {
  const part = fc.nat({ max: 40 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 2999 }),
      part,
      part,
      fc.constantFrom('-', '/', '.'),
      (year, a, b, sign) => {
        for (const text of [
          [year, a, b],
          [a, b, year],
          [String(year), String(a).padStart(2, '0')],
        ].map((one) => one.join(sign))) {
          const date = foreignDate(text);
          expect(date === null || isEdtf(date)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});
