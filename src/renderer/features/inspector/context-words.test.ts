import { expect, test } from 'vitest';
import { contextWords } from './context-words.ts';

test('context ends with its paragraph', () => {
  expect(contextWords({ prefix: 'as of 2015.\n\nThen ', suffix: ' and so on.\nNext' })).toEqual({
    prefix: 'Then ',
    suffix: ' and so on.',
  });
  expect(contextWords({ prefix: 'Heading\n', suffix: '\n\nNext' })).toEqual({
    prefix: '',
    suffix: '',
  });
});

test('words that were cut off are left out, and dots say so', () => {
  const prefix = `pport for terrorism, cocaine importation and firearms offences. x`;
  const suffix = ` he was 42 and had not been found; the reward stood unchanged, a`;
  expect(prefix.length).toBeGreaterThanOrEqual(64);
  expect(contextWords({ prefix, suffix })).toEqual({
    prefix: '…for terrorism, cocaine importation and firearms offences. x',
    suffix: ' he was 42 and had not been found; the reward stood unchanged,…',
  });
});

test('no more is kept than was asked for', () => {
  const short = contextWords({ prefix: 'one two three four ', suffix: ' five six seven' }, 12);
  expect(short).toEqual({ prefix: '…three four ', suffix: ' five six…' });
});
