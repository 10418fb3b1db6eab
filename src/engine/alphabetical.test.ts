import { expect, test } from 'vitest';
import { alphabetical } from './alphabetical.ts';
import { testCase } from './testing/index.ts';

test('texts are sorted by the alphabet, letters with marks where their letters are', () => {
  const store = testCase();
  const sorted = (texts: readonly string[]): string[] =>
    store
      .all<{ value: string }>(
        `SELECT value FROM json_each(?) ORDER BY ${alphabetical('value')}, value`,
        JSON.stringify(texts),
      )
      .map(({ value }) => value);
  const inOrder = [
    'ábaco',
    'Acta',
    'Álvarez',
    'eco',
    'Élite',
    'nube',
    'nzz',
    'Ñandú',
    'oca',
    'Óscar',
    'zar',
  ];
  expect(sorted(inOrder.toReversed())).toEqual(inOrder);
  expect(sorted(['b', 'Çatal', 'cz', 'a'])).toEqual(['a', 'b', 'Çatal', 'cz']);
  expect(sorted(['JOZ', 'JOÃO', 'Joana'])).toEqual(['Joana', 'JOÃO', 'JOZ']);
});
