import type { Script } from './known.ts';

/** How the words of a passage hang together; from the loosest to what parts them. */
export type Gap = 'space' | 'joined' | 'stop' | 'comma' | 'apart';

const joining = /^[\s&+_·•\p{Pd}]+$/u;
const paragraph = /\n[^\S\n]*\n/;

/** What stands in a text between the end of one word and the beginning of the next. */
export function gapBetween(text: string, end: number, start: number): Gap {
  if (start - end === 1) {
    const unit = text.charCodeAt(end);
    if (unit === 0x20) return 'space';
    if (unit === 0x2d) return 'joined';
  }
  if (start === end) return 'joined';
  const between = text.slice(end, start);
  if (paragraph.test(between)) return 'apart';
  if (/^\s+$/u.test(between)) return 'space';
  if (joining.test(between)) return 'joined';
  if (/^\.\s*$/u.test(between)) return 'stop';
  if (/^,\s*$/u.test(between)) return 'comma';
  // The apostrophe of a name's own, or one that ends a possessive.
  if (/^['’]s?\s+$/u.test(between)) return 'space';
  return 'apart';
}

/** How a word is written. Scripts without capitals are `caseless`, and so are numbers. */
export type Capitals = 'lower' | 'capital' | 'upper' | 'caseless';

export function capitalsOf(word: string): Capitals {
  return capitalsInAscii(word) ?? capitalsInUnicode(word);
}

/** The same for most words, without making strings; undefined where a letter is not of ASCII. */
function capitalsInAscii(word: string): Capitals | undefined {
  let capitals = 0;
  let small = 0;
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    if (unit >= 0x80) return undefined;
    if (unit >= 0x41 && unit <= 0x5a) capitals += 1;
    else if (unit >= 0x61 && unit <= 0x7a) small += 1;
  }
  if (capitals === 0) return small === 0 ? 'caseless' : 'lower';
  const first = word.charCodeAt(0);
  if (first < 0x41 || first > 0x5a) return 'lower';
  return small === 0 ? 'upper' : 'capital';
}

function capitalsInUnicode(word: string): Capitals {
  const lower = word.toLowerCase();
  if (word === lower) return word === word.toUpperCase() ? 'caseless' : 'lower';
  const [first = ''] = word;
  if (first === first.toLowerCase()) return 'lower';
  return word === word.toUpperCase() ? 'upper' : 'capital';
}

/** Whether what stands before an offset ends a sentence, or nothing stands there. */
export function beginsSentence(text: string, start: number): boolean {
  let at = start - 1;
  let sawLineEnd = false;
  for (; at >= 0; at -= 1) {
    const character = text.charAt(at);
    if (character === '\n') {
      if (sawLineEnd) return true;
      sawLineEnd = true;
    } else if (!/[\s"'“”‘’«»()[\]*_#>-]/.test(character)) {
      break;
    }
  }
  return at < 0 || /[.!?:…¡¿•؟。]/.test(text.charAt(at));
}

/** The script of a word, by its first letter. */
export function scriptOf(word: string): Script {
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0;
    if (/\p{L}/u.test(character)) {
      if (code < 0x370) return 'latin';
      if (code < 0x400 || (code >= 0x1f00 && code < 0x2000)) return 'greek';
      if (code < 0x530) return 'cyrillic';
      if (/\p{Script=Arabic}/u.test(character)) return 'arabic';
      return /\p{Script=Latin}/u.test(character) ? 'latin' : 'other';
    }
  }
  return 'latin';
}
