import { describe, expect, test } from 'vitest';
import { catalogue, commandIds } from './command-catalogue.ts';
import { conflictOf, keysOf, pressedKeys, takenOver, withKeys } from './key-map.ts';

const press = (key: string, held: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('the key map', () => {
  test('comes without commands whose keys are in the way of one another', () => {
    const found = commandIds.flatMap((id) =>
      catalogue[id].keys.flatMap((keys) => {
        const other = conflictOf({}, id, keys);
        return other === null ? [] : [`${id} and ${other}: ${keys}`];
      }),
    );
    expect(found).toEqual([]);
  });

  test('keeps what was changed, and nothing of a command that has its own keys again', () => {
    const changed = withKeys({}, 'reading.tag', ['k']);
    expect(keysOf(changed, 'reading.tag', ['t'])).toEqual(['k']);
    expect(withKeys(changed, 'reading.tag', ['t'])).toEqual({});
    expect(keysOf(withKeys({}, 'reading.tag', []), 'reading.tag', ['t'])).toEqual([]);
  });

  test('finds keys that another command has where both work, whole or as their beginning', () => {
    expect(conflictOf({}, 'reading.tag', 'e')).toBe('reading.entity');
    expect(conflictOf({}, 'reading.tag', 'g')).toBe('go.sources');
    expect(conflictOf({}, 'reading.tag', 'mod+shift+z')).toBe('case.redo');
    // These never meet.
    expect(conflictOf({}, 'reading.tag', 'y')).toBeNull();
    expect(conflictOf({ 'reading.entity': ['k'] }, 'reading.tag', 'e')).toBeNull();
  });

  test('takes keys from the command that had them and leaves it the others', () => {
    const after = takenOver({}, 'reading.tag', ']');
    expect(after).toEqual({ 'reading.tag': [']'], 'reading.next': ['alt+ArrowDown'] });
    expect(takenOver({}, 'reading.tag', 'e')).toEqual({
      'reading.tag': ['e'],
      'reading.entity': [],
    });
  });
});

describe('a press', () => {
  test('is read as commands declare their keys', () => {
    expect(pressedKeys(press('k', { ctrlKey: true }), false)).toBe('mod+k');
    expect(pressedKeys(press('K', { shiftKey: true, metaKey: true }), true)).toBe('mod+shift+k');
    expect(pressedKeys(press('?', { shiftKey: true }), false)).toBe('?');
    expect(pressedKeys(press('ArrowDown', { shiftKey: true, altKey: true }), false)).toBe(
      'alt+shift+ArrowDown',
    );
  });

  test('of a key that moves, leaves or types is none', () => {
    expect(pressedKeys(press('Escape'), false)).toBeNull();
    expect(pressedKeys(press('Shift', { shiftKey: true }), false)).toBeNull();
    expect(pressedKeys(press(' '), false)).toBeNull();
  });
});
