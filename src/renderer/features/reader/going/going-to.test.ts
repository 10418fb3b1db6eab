import { Text } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { lastOf, offsetOf, readPlace } from './going-to.ts';

describe('a place that is typed', () => {
  test('is read by its sign or word, in either language', () => {
    expect(readPlace('p 12', 'paragraph')).toEqual({ sort: 'page', number: 12 });
    expect(readPlace('Pág. 3', 'paragraph')).toEqual({ sort: 'page', number: 3 });
    expect(readPlace('¶34', 'page')).toEqual({ sort: 'paragraph', number: 34 });
    expect(readPlace('§ 34', 'page')).toEqual({ sort: 'paragraph', number: 34 });
    expect(readPlace('párrafo 7', 'page')).toEqual({ sort: 'paragraph', number: 7 });
    expect(readPlace('l 56', 'page')).toEqual({ sort: 'line', number: 56 });
    expect(readPlace('línea 2', 'page')).toEqual({ sort: 'line', number: 2 });
  });

  test('is of the sort that is usual where only a number is typed', () => {
    expect(readPlace(' 9 ', 'page')).toEqual({ sort: 'page', number: 9 });
    expect(readPlace('9', 'paragraph')).toEqual({ sort: 'paragraph', number: 9 });
  });

  test('is none without a number or with another word', () => {
    expect(readPlace('', 'page')).toBeNull();
    expect(readPlace('p', 'page')).toBeNull();
    expect(readPlace('house 3', 'page')).toBeNull();
    expect(readPlace('3 4', 'page')).toBeNull();
  });
});

describe('the offset of a place', () => {
  const doc = Text.of(['One', 'Two', '', 'Three']);
  const segments = [
    { start: 0, page: 1, paragraph: 1, kind: 'paragraph' },
    { start: 4, page: 1, paragraph: 2, kind: 'paragraph' },
    { start: 9, page: 3, paragraph: 3, kind: 'paragraph' },
  ];

  test('is where its first segment or line begins', () => {
    expect(offsetOf({ sort: 'page', number: 1 }, doc, segments)).toBe(0);
    expect(offsetOf({ sort: 'page', number: 3 }, doc, segments)).toBe(9);
    expect(offsetOf({ sort: 'paragraph', number: 2 }, doc, segments)).toBe(4);
    expect(offsetOf({ sort: 'line', number: 4 }, doc, segments)).toBe(9);
  });

  test('of a page without words is that of the next', () => {
    expect(offsetOf({ sort: 'page', number: 2 }, doc, segments)).toBe(9);
  });

  test('is none beyond the last, and of pages where there are none', () => {
    expect(offsetOf({ sort: 'page', number: 4 }, doc, segments)).toBeNull();
    expect(offsetOf({ sort: 'line', number: 0 }, doc, segments)).toBeNull();
    const plain = segments.map((segment) => ({ ...segment, page: null }));
    expect(lastOf('page', doc, plain)).toBe(0);
    expect(offsetOf({ sort: 'page', number: 1 }, doc, plain)).toBeNull();
  });
});
