import { expect, test } from 'vitest';
import { countFilters, everySource, filterOf, listsAll } from './source-filter.ts';

test('all sources are listed where nothing is asked for', () => {
  expect(listsAll(everySource)).toBe(true);
  expect(countFilters(everySource)).toBe(0);
  expect(listsAll({ ...everySource, text: 'quay' })).toBe(false);
  expect(listsAll({ ...everySource, orphaned: true })).toBe(false);
});

test('each value that is asked for counts, but for the words and the reading, which are seen in their places', () => {
  const listed = {
    ...everySource,
    text: 'quay',
    reading: 'read' as const,
    kinds: ['pdf' as const, 'html' as const],
    container: { id: 'c', title: 'Bundle' },
    publishedFrom: '2021',
  };
  expect(countFilters(listed)).toBe(4);
});

test('the engine is asked for what is set, and for nothing else', () => {
  expect(filterOf(everySource)).not.toHaveProperty('withoutText');
  expect(filterOf(everySource)).not.toHaveProperty('text');
  expect(
    filterOf({
      ...everySource,
      text: 'quay',
      container: { id: 'c', title: 'Bundle' },
      withoutText: true,
    }),
  ).toMatchObject({ container: 'c', withoutText: true });
});
