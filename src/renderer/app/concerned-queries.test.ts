import { expect, test } from 'vitest';
import { isConcerned } from './concerned-queries.ts';

test('an answer is fetched anew when what it rests on has changed', () => {
  expect(isConcerned(['sources', 'list'], ['source'])).toBe(true);
  expect(isConcerned(['sources', 'list'], ['tag'])).toBe(false);
  expect(isConcerned(['entities', 'get'], ['evidence'])).toBe(true);
  expect(isConcerned(['cases', 'info'], ['link'])).toBe(true);
});

test('a source has another text only when one is kept as its former text', () => {
  expect(isConcerned(['sources', 'text'], ['source'])).toBe(false);
  expect(isConcerned(['sources', 'text'], ['source', 'text_version'])).toBe(true);
  expect(isConcerned(['orphans', 'count'], ['text_version'])).toBe(true);
});

test('pictures never change, and settings are not of the case', () => {
  expect(isConcerned(['photos', 'bytes'], ['photo'])).toBe(false);
  expect(isConcerned(['settings', 'get'], [])).toBe(false);
});

test('when it is not known what has changed, all of the case is fetched anew', () => {
  expect(isConcerned(['tags', 'list'], [])).toBe(true);
});

test('one call of a subject can rest on more than the others', () => {
  expect(isConcerned(['tags', 'list'], ['mention'])).toBe(false);
  expect(isConcerned(['tags', 'matrix'], ['mention'])).toBe(true);
});
