import { expect, test } from 'vitest';
import { ariaKeys, keycaps, matchesChord, parseKeys, type KeyPress } from './hotkeys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

function fits(keys: string, event: KeyPress, mac = false): boolean {
  const [chord] = parseKeys(keys);
  return chord !== undefined && matchesChord(chord, event, mac);
}

test('mod is Control, and Command on a Mac', () => {
  expect(fits('mod+k', press('k', { ctrlKey: true }))).toBe(true);
  expect(fits('mod+k', press('k', { metaKey: true }))).toBe(false);
  expect(fits('mod+k', press('k', { metaKey: true }), true)).toBe(true);
});

test('a letter with a modifier more is another key', () => {
  expect(fits('k', press('k', { ctrlKey: true }))).toBe(false);
  expect(fits('k', press('K', { shiftKey: true }))).toBe(false);
  expect(fits('mod+shift+i', press('I', { ctrlKey: true, shiftKey: true }))).toBe(true);
});

test('a sign is the same with and without Shift, as keyboards differ in it', () => {
  expect(fits('?', press('?', { shiftKey: true }))).toBe(true);
  expect(fits('?', press('?'))).toBe(true);
  expect(fits('mod++', press('+', { ctrlKey: true, shiftKey: true }))).toBe(true);
});

test('keys are drawn as keycaps, a sequence one after the other', () => {
  expect(keycaps('mod+shift+i', false)).toEqual([['Ctrl', 'Shift', 'I']]);
  expect(keycaps('mod+k', true)).toEqual([['⌘', 'K']]);
  expect(keycaps('g s', false)).toEqual([['G'], ['S']]);
});

test('keycaps say what is printed on the keyboards of a language', () => {
  expect(keycaps('shift+Enter', false, 'es')).toEqual([['Mayús', 'Intro']]);
  expect(keycaps('PageDown', false, 'es')).toEqual([['AvPág']]);
  expect(keycaps('Backspace', false, 'es')).toEqual([['Retroceso']]);
  expect(keycaps('PageDown', false)).toEqual([['PgDn']]);
});

test('keys are told to assistive technology where there is a form for them', () => {
  expect(ariaKeys('mod+k', false)).toBe('Control+K');
  expect(ariaKeys('g s', false)).toBeUndefined();
});
