/** A key with its modifiers. `shift` null: it does not matter, as for signs that need it on some keyboards only. */
export interface Chord {
  key: string;
  mod: boolean;
  alt: boolean;
  shift: boolean | null;
}

/** What a keyboard event tells, so that matching needs no DOM. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * Reads keys as a command declares them: `mod+k`, `alt+ArrowLeft`, `?`, or a sequence such as `g s`. `mod` is Command on
 * a Mac and Control elsewhere.
 */
export function parseKeys(keys: string): Chord[] {
  return keys
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const pieces = part.split('+');
      const last = pieces.pop() ?? '';
      // `mod++` is the plus sign with a modifier.
      const key = last === '' ? '+' : last;
      const sign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
      return {
        key: key.length === 1 ? key.toLowerCase() : key,
        mod: pieces.includes('mod'),
        alt: pieces.includes('alt'),
        shift: pieces.includes('shift') ? true : sign ? null : false,
      };
    });
}

/** Whether the event presses this chord. Letters are told by what they type, so that layouts agree with keycaps. */
export function matchesChord(chord: Chord, event: KeyPress, mac: boolean): boolean {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherMod = mac ? event.ctrlKey : event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return (
    key === chord.key &&
    mod === chord.mod &&
    !otherMod &&
    event.altKey === chord.alt &&
    (chord.shift === null || event.shiftKey === chord.shift)
  );
}

const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** What a Spanish keyboard has printed on the keys that are named otherwise. */
const spanishNames: Record<string, string> = {
  Shift: 'Mayús',
  Enter: 'Intro',
  Space: 'Espacio',
  Delete: 'Supr',
  Backspace: 'Retroceso',
  Home: 'Inicio',
  End: 'Fin',
  PageUp: 'RePág',
  PageDown: 'AvPág',
};

/** The keys as keycaps in a language, one list a chord: `[['Ctrl', 'K']]`, `[['G'], ['S']]`. */
export function keycaps(keys: string, mac: boolean, language = 'en'): string[][] {
  const printed = (key: string): string =>
    (language === 'es' ? spanishNames[key] : undefined) ??
    names[key] ??
    (key.length === 1 ? key.toUpperCase() : key);
  return parseKeys(keys).map(({ key, mod, alt, shift }) => [
    ...(mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(shift === true ? [mac ? '⇧' : printed('Shift')] : []),
    printed(key),
  ]);
}

/** Keys in the form of the `aria-keyshortcuts` attribute (WAI-ARIA 1.2): `Control+K`. Sequences have no such form. */
export function ariaKeys(keys: string, mac: boolean): string | undefined {
  if (keys === '') return undefined;
  const chords = parseKeys(keys);
  const [chord] = chords;
  if (chord === undefined || chords.length > 1) return undefined;
  return [
    ...(chord.mod ? [mac ? 'Meta' : 'Control'] : []),
    ...(chord.alt ? ['Alt'] : []),
    ...(chord.shift === true ? ['Shift'] : []),
    chord.key.length === 1 ? chord.key.toUpperCase() : chord.key,
  ].join('+');
}

export const isMac =
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
