import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import { wordAt, wordEdge } from './word.ts';

const doc = (...lines: string[]) => Text.of(lines);
const taken = (text: Text, offset: number, language = '') => {
  const { from, to } = wordAt(text, offset, language);
  return text.sliceString(from, to);
};

test('a word is taken whole in any script', () => {
  expect(taken(doc('Héctor O’Neil fled.'), 9)).toBe('O’Neil');
  expect(taken(doc('Он бежал ночью.'), 4)).toBe('бежал');
  expect(taken(doc('هرب ليلاً من السجن'), 5)).toBe('ليلاً');
  expect(taken(doc('他昨天逃离了监狱'), 1, 'zh')).toBe('昨天');
  expect(taken(doc('Marta 🦊 came'), 7)).toBe('🦊');
});

test('at the edge of a word the word is meant, not what stands beside it', () => {
  expect(taken(doc('was empty.'), 3)).toBe('was');
  expect(taken(doc('was empty.'), 9)).toBe('empty');
});

test('the next edge is that of a word, past signs and line ends', () => {
  const text = doc('One, two', '', '— three');
  expect(wordEdge(text, 0, true)).toBe(3);
  expect(wordEdge(text, 3, true)).toBe(8);
  expect(wordEdge(text, 8, true)).toBe(text.length);
  expect(wordEdge(text, text.length, false)).toBe(text.length - 5);
  expect(wordEdge(text, text.length - 5, false)).toBe(5);
  expect(wordEdge(text, 0, false)).toBe(0);
  expect(wordEdge(text, text.length, true)).toBe(text.length);
});

test('a stretch without words, longer than what is looked at once, is passed', () => {
  const text = doc(`one${' '.repeat(3000)}two`);
  expect(wordEdge(text, 3, true)).toBe(text.length);
  expect(wordEdge(text, 3003, false)).toBe(0);
});
