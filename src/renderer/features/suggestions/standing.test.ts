import { expect, test } from 'vitest';
import fc from 'fast-check';
import { isJudged, leftOf, placeAfter, type Judgement } from './standing.ts';

const list = ['ana', 'bruno', 'carla', 'dario'];

test('one stays at what one stood at, wherever the list has it now', () => {
  expect(placeAfter(list, 'bruno', 1, ['dario', 'carla', 'bruno', 'ana'])).toBe(2);
  expect(placeAfter(list, 'bruno', 1, ['bruno'])).toBe(0);
});

test('where that is gone one goes on to the next of the old order, and at its end back', () => {
  expect(placeAfter(list, 'bruno', 1, ['dario', 'ana', 'carla'])).toBe(2);
  expect(placeAfter(list, 'bruno', 1, ['ana', 'dario', 'new'])).toBe(1);
  expect(placeAfter(list, 'dario', 3, ['ana', 'carla'])).toBe(1);
});

test('in a list of other things one stands as far down as before, and in an empty one nowhere', () => {
  expect(placeAfter(list, 'carla', 2, ['x', 'y', 'z', 'w'])).toBe(2);
  expect(placeAfter(list, 'carla', 2, ['x'])).toBe(0);
  expect(placeAfter(list, 'carla', 2, [])).toBe(-1);
  expect(placeAfter([], null, 0, ['x', 'y'])).toBe(0);
});

test('however a list changes, what is still in it is never exchanged for another', () => {
  const keys = fc.uniqueArray(fc.string(), { minLength: 1 });
  fc.assert(
    fc.property(keys, keys, fc.nat(), (before, now, number) => {
      const at = number % before.length;
      const key = before[at] ?? '';
      const place = placeAfter(before, key, at, now);
      expect(now[place]).toSatisfy(
        (one) => one === key || (one !== undefined && !now.includes(key)),
      );
    }),
  );
});

const judged = (changes: Partial<Judgement>): Judgement => ({
  group: 'g',
  keys: ['a'],
  source: null,
  answered: null,
  ...changes,
});

test('what was judged is off the list until one comes that was asked for after the answer', () => {
  const passage = { key: 'a', group: 'g', source: 's' };
  expect(isJudged([judged({})], passage, 5)).toBe(true);
  expect(isJudged([judged({ answered: 6 })], passage, 5)).toBe(true);
  // Asked for afterwards: it may be offered with another reading, or after an undo.
  expect(isJudged([judged({ answered: 4 })], passage, 5)).toBe(false);
  expect(isJudged([judged({})], { ...passage, key: 'b' }, 5)).toBe(false);
});

test('all of a group in one source leaves what the others have of it', () => {
  const whole = [judged({ keys: null, source: 's' })];
  expect(isJudged(whole, { key: 'b', group: 'g', source: 's' }, 0)).toBe(true);
  expect(isJudged(whole, { key: 'b', group: 'g', source: 'other' }, 0)).toBe(false);
  expect(leftOf(whole, { group: 'g', count: 3 }, 's', 0)).toBe(0);
  expect(leftOf(whole, { group: 'g', count: 3 }, null, 0)).toBe(3);
});

test('a group counts what is left of it, each passage once', () => {
  const two = [judged({}), judged({ keys: ['a', 'b'] }), judged({ keys: ['c'], answered: 1 })];
  expect(leftOf(two, { group: 'g', count: 3 }, null, 2)).toBe(1);
  expect(leftOf(two, { group: 'other', count: 3 }, null, 2)).toBe(3);
});
