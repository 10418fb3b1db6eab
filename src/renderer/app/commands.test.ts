import { expect, test } from 'vitest';
import { dispatchKey, useCommands, type Command } from './commands.ts';
import { findCommands } from './find-commands.ts';
import type { KeyPress } from './hotkeys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const command = (id: string, keys: string[], more: Partial<Command> = {}): Command => ({
  id,
  title: 'common.open',
  group: 'view',
  keys,
  run: () => undefined,
  ...more,
});
const reading = { typing: false, mac: false };
const typing = { typing: true, mac: false };

test('a key runs its command', () => {
  const open = command('open', ['o']);
  expect(dispatchKey([open], [], press('o'), reading).run).toBe(open);
  expect(dispatchKey([open], [], press('x'), reading).run).toBeNull();
});

test('a sequence waits for its second key, and forgets the first when another comes', () => {
  const sources = command('sources', ['g s']);
  const open = command('open', ['o']);
  const begun = dispatchKey([sources, open], [], press('g'), reading);
  expect(begun.run).toBeNull();
  expect(dispatchKey([sources, open], begun.pending, press('s'), reading).run).toBe(sources);
  expect(dispatchKey([sources, open], begun.pending, press('o'), reading).run).toBe(open);
});

test('letters are text while a person types; keys with a modifier work anyway', () => {
  const open = command('open', ['o']);
  const find = command('find', ['mod+f']);
  const leave = command('leave', ['Escape'], { whileTyping: true });
  expect(dispatchKey([open], [], press('o'), typing).run).toBeNull();
  expect(dispatchKey([find], [], press('f', { ctrlKey: true }), typing).run).toBe(find);
  expect(dispatchKey([leave], [], press('Escape'), typing).run).toBe(leave);
});

test('what a field undoes by itself is left to it', () => {
  const undo = command('undo', ['mod+z'], { notWhileTyping: true });
  const keys = press('z', { ctrlKey: true });
  expect(dispatchKey([undo], [], keys, typing).run).toBeNull();
  expect(dispatchKey([undo], [], keys, reading).run).toBe(undo);
  const redo = command('redo', ['shift+mod+z', 'mod+y'], { notWhileTyping: true });
  const again = press('Z', { ctrlKey: true, shiftKey: true });
  expect(dispatchKey([undo, redo], [], again, reading).run).toBe(redo);
});

test('of two commands on one key the one that came last is run', () => {
  const beneath = command('beneath', ['n']);
  const above = command('above', ['n']);
  expect(dispatchKey([beneath, above], [], press('n'), reading).run).toBe(above);
});

test('a command is there until it is taken away again', () => {
  const remove = useCommands.getState().add(command('here', ['h']));
  expect(useCommands.getState().commands.map(({ id }) => id)).toContain('here');
  remove();
  expect(useCommands.getState().commands.map(({ id }) => id)).not.toContain('here');
});

test('commands are found by any words of theirs, accents and case ignored', () => {
  const all = [
    { ...command('import', []), words: 'Importar documentos' },
    { ...command('option', []), words: 'Opción de pestañas' },
    { ...command('hidden', [], { keyboardOnly: true }), words: 'Documentos' },
  ];
  expect(findCommands(all, 'DOC imp').map(({ id }) => id)).toEqual(['import']);
  expect(findCommands(all, 'opcion').map(({ id }) => id)).toEqual(['option']);
  expect(findCommands(all, '').map(({ id }) => id)).toEqual(['import', 'option']);
});
