import { create } from 'zustand';
import { catalogue, commandIds, type CommandId, type Where } from './command-catalogue.ts';
import { ariaKeys, isMac, parseKeys, type KeyPress } from './hotkeys.ts';

/** Keys that a person gave to commands on this computer, by the command's id; an empty list takes all away. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>;

/** The changed keys, as the settings of this computer have them. */
export const useKeyMap = create<{ changes: KeyChanges }>(() => ({ changes: {} }));

/** The keys of a command: those it was given, else its own. */
export function keysOf(
  changes: KeyChanges,
  id: string,
  own: readonly string[] = [],
): readonly string[] {
  return changes[id] ?? own;
}

/** The keys to show on a control for a command that has these by itself; empty when they were taken away. */
export function useShownKeys(id: CommandId, own: string): string {
  const changed = useKeyMap(({ changes }) => changes[id]);
  return changed === undefined ? own : (changed[0] ?? '');
}

/** The keys of a command as a control shows them, and as it says them in `aria-keyshortcuts`. */
export interface KeyHint {
  readonly keys: string;
  readonly aria: string | undefined;
}

/** The keys to show for any command, as they are on this computer. */
export function useKeyHints(): (id: CommandId) => KeyHint {
  const changes = useKeyMap((state) => state.changes);
  return (id) => {
    const [keys = ''] = keysOf(changes, id, catalogue[id].keys);
    return { keys, aria: ariaKeys(keys, isMac) };
  };
}

/** Keys in one form, so that `shift+mod+z` and `mod+shift+z` are found to be the same. */
function canonical(keys: string): string[] {
  return parseKeys(keys).map(
    ({ key, mod, alt, shift }) =>
      `${mod ? 'mod+' : ''}${alt ? 'alt+' : ''}${shift === true ? 'shift+' : ''}${key}`,
  );
}

/** Whether one of them would never be reached, or would be waited upon: they are the same, or one begins the other. */
function inTheWay(one: string, other: string): boolean {
  const [a, b] = [canonical(one), canonical(other)];
  const shorter = Math.min(a.length, b.length);
  return shorter > 0 && a.slice(0, shorter).every((chord, at) => chord === b[at]);
}

/** Whether two places can be in use at once. What is meant to lie over another place is not in its way. */
function meet(one: Where, other: Where): boolean {
  return one === other || one === 'everywhere' || other === 'everywhere';
}

/** Another command that has these keys where this one works; null when they are free. */
export function conflictOf(changes: KeyChanges, id: CommandId, keys: string): CommandId | null {
  const { where } = catalogue[id];
  return (
    commandIds.find(
      (other) =>
        other !== id &&
        meet(where, catalogue[other].where) &&
        keysOf(changes, other, catalogue[other].keys).some((theirs) => inTheWay(theirs, keys)),
    ) ?? null
  );
}

/** The changes once a command has these keys and no other. Its own keys are no change. */
export function withKeys(changes: KeyChanges, id: CommandId, keys: readonly string[]): KeyChanges {
  const { [id]: _, ...others } = changes;
  const own = catalogue[id].keys;
  const same = own.length === keys.length && own.every((each, at) => each === keys[at]);
  return same ? others : { ...others, [id]: [...keys] };
}

/** The changes once `id` has taken keys that others had. */
export function takenOver(changes: KeyChanges, id: CommandId, keys: string): KeyChanges {
  let after = changes;
  for (
    let other = conflictOf(after, id, keys);
    other !== null;
    other = conflictOf(after, id, keys)
  ) {
    const left = keysOf(after, other, catalogue[other].keys);
    after = withKeys(
      after,
      other,
      left.filter((theirs) => !inTheWay(theirs, keys)),
    );
  }
  return withKeys(after, id, [keys]);
}

/** Keys that a command cannot have: they move, leave and type everywhere. */
const reserved: ReadonlySet<string> = new Set([
  'Enter',
  'Escape',
  'Tab',
  'Backspace',
  ' ',
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'Dead',
  'Process',
  'Unidentified',
]);

/** A press as commands declare keys: `mod+k`. Null for a key that no command can have. */
export function pressedKeys(event: KeyPress, mac: boolean): string | null {
  if (reserved.has(event.key)) return null;
  const letter = event.key.length === 1;
  const key = letter ? event.key.toLowerCase() : event.key;
  const sign = letter && key === event.key.toUpperCase();
  return [
    ...((mac ? event.metaKey : event.ctrlKey) ? ['mod'] : []),
    ...(event.altKey ? ['alt'] : []),
    ...(event.shiftKey && !sign ? ['shift'] : []),
    key,
  ].join('+');
}
