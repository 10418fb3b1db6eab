import { expect, test } from 'vitest';
import { HeldKeys } from './held-keys.ts';

const press = (keys: HeldKeys, key: string, now: number, gone = false) =>
  keys.press({ key, modified: false }, gone, now);

test('what is typed after a field was asked for is the field’s, and no command', () => {
  const keys = new HeldKeys();
  keys.await(0);
  for (const [at, key] of ['S', 'a', 'k', 'Backspace', 'l', 'Enter', 'n'].entries())
    expect(press(keys, key, at)).toBe(true);
  expect(keys.take(100)).toEqual(['Sal', 'Enter', 'n']);
  expect(press(keys, 'n', 101)).toBe(false);
});

test('keys are commands where no field was asked for', () => {
  expect(press(new HeldKeys(), 'y', 0)).toBe(false);
});

test('a field that does not come gives the keys back', () => {
  const keys = new HeldKeys();
  keys.await(0);
  expect(press(keys, 'S', 10)).toBe(true);
  expect(press(keys, 'y', 5000)).toBe(false);
  expect(keys.take(5001)).toEqual([]);
});

test('Escape, and chords, are meant for what is there', () => {
  const keys = new HeldKeys();
  keys.await(0);
  expect(press(keys, 'S', 1)).toBe(true);
  expect(keys.press({ key: 'z', modified: true }, false, 2)).toBe(false);
  expect(press(keys, 'Escape', 3)).toBe(false);
  expect(press(keys, 'y', 4)).toBe(false);
});

test('the rest of the words that were typed into a field which went away is no command', () => {
  const keys = new HeldKeys();
  keys.typed({ key: 'S', modified: false }, 0);
  expect(press(keys, 'n', 100, true)).toBe(true);
  expect(press(keys, 'y', 900, true)).toBe(true);
  expect(keys.take(950)).toEqual(['ny']);
});

test('after a field that was closed by Enter, or was left for a while, keys are commands', () => {
  const keys = new HeldKeys();
  keys.typed({ key: 'S', modified: false }, 0);
  keys.typed({ key: 'Enter', modified: false }, 10);
  expect(press(keys, 't', 20, true)).toBe(false);
  keys.typed({ key: 'S', modified: false }, 30);
  expect(press(keys, 't', 2000, true)).toBe(false);
});
