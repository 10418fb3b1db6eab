import { expect, test } from 'vitest';
import { isSettled, settled } from './settled.ts';

const none = new Map<string, number>();

test('pairs judged one after the other are all passed over', () => {
  const both = settled(settled(none, 'a', 3), 'b', 3);
  expect(['a', 'b', 'c'].map((pair) => isSettled(both, pair, 3))).toEqual([true, true, false]);
});

test('the next answer may still have a judged pair; one that comes back later is shown', () => {
  const one = settled(none, 'a', 3);
  expect([4, 5].map((answer) => isSettled(one, 'a', answer))).toEqual([true, false]);
});

test('what later answers know is forgotten', () => {
  expect([...settled(settled(none, 'a', 3), 'b', 5).keys()]).toEqual(['b']);
});
