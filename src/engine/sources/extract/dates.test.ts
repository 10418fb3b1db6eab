import { expect, test } from 'vitest';
import { readDate, readPdfDate } from './dates.ts';

test.each([
  ['2023-09-20T23:30:00-04:00', '2023-09-20'],
  ['2023-09', '2023-09'],
  ['2023', '2023'],
  ['20230920', '2023-09-20'],
  ['2023/9/20', '2023-09-20'],
  ['2023/09', '2023-09'],
  ['2023/13/01', null],
  ['20 de septiembre de 2023', '2023-09-20'],
  ['Wed, 20 Sep 2023 10:00:00 GMT', '2023-09-20'],
  ['September 3rd, 2023', '2023-09-03'],
  ['3 de março de 2024', '2024-03-03'],
  ['29 February 2024', '2024-02-29'],
  ['29 February 2023', null],
  ['2023-13-01', null],
  ['2023-02-30', null],
  ['03/04/2023', null],
  ['yesterday', null],
])('the date %s', (written, date) => {
  expect(readDate(written)).toBe(date);
});

test.each([
  ["D:20230920143000-04'00'", '2023-09-20'],
  ['D:2023', '2023'],
  ['D:20231301', null],
  ['soon', null],
])('the PDF date %s', (written, date) => {
  expect(readPdfDate(written)).toBe(date);
});
