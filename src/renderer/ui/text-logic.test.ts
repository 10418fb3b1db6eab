import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts } from './marked-parts.ts';
import { quotationMarks } from './quotation-marks.ts';

test('matches are marked in their text', () => {
  expect(markedParts({ text: 'the gate opened', marks: [[4, 8]] })).toEqual([
    { start: 0, text: 'the ', marked: false },
    { start: 4, text: 'gate', marked: true },
    { start: 8, text: ' opened', marked: false },
  ]);
});

test('no mark, whatever it is, loses or doubles a letter', () => {
  const mark = fc.tuple(fc.nat(40), fc.nat(40));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(mark), (text, marks) => {
      const parts = markedParts({ text, marks });
      expect(parts.map((part) => part.text).join('')).toBe(text);
    }),
  );
});

test('a quotation stands in the marks of its language', () => {
  expect(quotationMarks('es-VE')).toEqual(['«', '»']);
  expect(quotationMarks('en')).toEqual(['“', '”']);
  expect(quotationMarks('')).toEqual(['“', '”']);
  expect(quotationMarks('xx')).toEqual(['“', '”']);
});
