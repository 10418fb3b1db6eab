import { expect, test } from 'vitest';
import { nameOf, sortOf } from './file-sort.ts';

test('a file is known by the ending of its name, whatever its case', () => {
  expect(sortOf('Harbour.CASEPACK')).toBe('package');
  expect(sortOf('harbour.casepack.age')).toBe('package');
  expect(sortOf('export.ndjson')).toBe('foreign');
  expect(sortOf('people.csv')).toBe('foreign');
  expect(sortOf('report.pdf')).toBeNull();
  expect(sortOf('casepack')).toBeNull();
});

test('the name of a file is the last part of a path of any system', () => {
  expect(nameOf('/media/stick/a.casepack')).toBe('a.casepack');
  expect(nameOf('E:\\handed over\\a.casepack')).toBe('a.casepack');
});
