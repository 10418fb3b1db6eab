import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { TextKey } from '../i18n/i18n.ts';
import type { CommandId } from './command-catalogue.ts';
import { useIsActive } from './half.ts';
import { isTyping, watchTyping } from './held-typing.ts';
import { isMac, matchesChord, parseKeys, type KeyPress } from './hotkeys.ts';
import { keysOf, useKeyMap } from './key-map.ts';

/** Under which head the help and the palette list a command. */
export type CommandGroup = 'case' | 'go' | 'view' | 'reading' | 'entity';

/** Something a person can do, known to the palette, the help and the keyboard alike. */
export interface Command {
  id: string;
  title: TextKey;
  group: CommandGroup;
  /** As `parseKeys` reads them; several are alternatives, and the first is the one shown. */
  keys?: readonly string[];
  run: () => void;
  /** Works while typing too. Keys with a modifier do so anyway. */
  whileTyping?: boolean;
  /** Left to the field while typing, even with a modifier. */
  notWhileTyping?: boolean;
  /** Left out of the palette, as for keys that only make sense where the focus is. */
  keyboardOnly?: boolean;
}

interface CommandsState {
  commands: readonly Command[];
  add: (command: Command) => () => void;
}

export const useCommands = create<CommandsState>((set) => ({
  commands: [],
  add: (command) => {
    set(({ commands }) => ({ commands: [...commands, command] }));
    return () =>
      set(({ commands }) => ({ commands: commands.filter((other) => other !== command) }));
  },
}));

/** A command that the catalogue knows. */
export type KnownCommand = Command & { id: CommandId };

/**
 * Registers a command for as long as the component is drawn. `null` registers nothing. It has the keys that the person
 * gave it on this computer, else those it comes with. In a half of the work area that is not worked in it is not there.
 */
export function useCommand(command: KnownCommand | null): void {
  const isActive = useIsActive();
  const changes = useKeyMap((state) => state.changes);
  const keys = command === null ? [] : keysOf(changes, command.id, command.keys);
  const latest = useRef(command);
  useEffect(() => {
    latest.current = command;
  });
  const signature =
    command === null || !isActive
      ? null
      : JSON.stringify([command.id, command.title, command.group, keys]);
  useEffect(() => {
    const current = latest.current;
    if (signature === null || current === null) return undefined;
    return useCommands.getState().add({
      ...current,
      keys: keysOf(useKeyMap.getState().changes, current.id, current.keys),
      run: () => latest.current?.run(),
    });
  }, [signature]);
}

/** The keys a command shows, or undefined when it is not there now or has none. */
export function useCommandKeys(id: string): string | undefined {
  return useCommands(
    ({ commands }) => commands.findLast((command) => command.id === id)?.keys?.[0],
  );
}

export type Dispatch = { run: Command | null; pending: readonly KeyPress[] };

/**
 * What a key press means, given those before it that may have begun a sequence. The command registered last wins, so that
 * an open part of the page takes precedence over what lies beneath it.
 */
export function dispatchKey(
  commands: readonly Command[],
  pending: readonly KeyPress[],
  event: KeyPress,
  where: { typing: boolean; mac: boolean },
): Dispatch {
  const pressed = [...pending, event];
  const open = commands.filter(
    (command) =>
      !where.typing ||
      command.whileTyping === true ||
      (command.notWhileTyping !== true && hasModifier(event, where.mac)),
  );
  let begun = false;
  for (const command of open.toReversed()) {
    for (const keys of command.keys ?? []) {
      const chords = parseKeys(keys);
      const fits = pressed.every((press, index) => {
        const chord = chords[index];
        return chord !== undefined && matchesChord(chord, press, where.mac);
      });
      if (!fits) continue;
      if (chords.length === pressed.length) return { run: command, pending: [] };
      begun = true;
    }
  }
  if (begun) return { run: null, pending: pressed };
  // A key that continues nothing may still begin something.
  return pending.length > 0 ? dispatchKey(commands, [], event, where) : { run: null, pending: [] };
}

function hasModifier(event: KeyPress, mac: boolean): boolean {
  return event.altKey || (mac ? event.metaKey : event.ctrlKey);
}

/** How long a begun sequence waits for its next key, in milliseconds. */
const patience = 1200;

/** Listens for the keys of all commands. Once, at the root of the page. */
export function useKeyboard(): void {
  useEffect(() => {
    let pending: readonly KeyPress[] = [];
    let last = 0;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      const inDialog =
        event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
      if (inDialog && !hasModifier(event, isMac)) return;
      if (event.timeStamp - last > patience) pending = [];
      last = event.timeStamp;
      const outcome = dispatchKey(useCommands.getState().commands, pending, event, {
        typing: isTyping(event.target),
        mac: isMac,
      });
      pending = outcome.pending;
      if (outcome.run === null) return;
      event.preventDefault();
      outcome.run.run();
    };
    const leaveTyping = watchTyping();
    window.addEventListener('keydown', listen);
    return () => {
      leaveTyping();
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
