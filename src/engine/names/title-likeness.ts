import type { NameReasonCode } from '#contract/duplicates.ts';
import { canBeWritten } from './arabic-script.ts';
import { soundKeys } from './word-traits.ts';
import type { TitleWord } from './organization-name.ts';
import { spellingDistance } from './spelling-distance.ts';
import { areSpellings } from './spellings.ts';

/** How two words of names that are not persons' are alike: how much of a full match it is worth, and why. */
export interface TitleLikeness {
  readonly worth: number;
  readonly code?: NameReasonCode;
}

/** How two words are alike, or undefined when they are not. */
export function titleLikeness(a: TitleWord, b: TitleWord): TitleLikeness | undefined {
  if (a.text === b.text) {
    const homophones = a.script === 'han' && b.script === 'han' && a.raw !== b.raw;
    return homophones ? { worth: 0.8, code: 'name.sound' } : { worth: 1 };
  }
  if (a.concept === b.concept || a.concepts.some((concept) => b.concepts.includes(concept))) {
    return { worth: 0.97, code: 'name.translated' };
  }
  if (a.number !== undefined || b.number !== undefined) return undefined;
  if (/\d/.test(a.text) || /\d/.test(b.text)) return undefined;
  if (a.script !== b.script && (a.script === 'arabic' || b.script === 'arabic')) {
    const [script, latin] = a.script === 'arabic' ? [a, b] : [b, a];
    return canBeWritten(script.text, latin.text)
      ? { worth: 0.92, code: 'name.transliterated' }
      : undefined;
  }
  if (a.script === 'han' || b.script === 'han') return undefined;
  const shorter = Math.min(a.text.length, b.text.length);
  if (
    (a.stopped && a.text.length >= 2 && b.text.startsWith(a.text)) ||
    (b.stopped && b.text.length >= 2 && a.text.startsWith(b.text))
  ) {
    return { worth: 0.9, code: 'name.abbreviated' };
  }
  // Words that mean something else are no slip of the pen of each other.
  if (a.meant && b.meant) return undefined;
  if (areSpellings(a.text, b.text) || `${a.text}s` === b.text || `${b.text}s` === a.text) {
    return { worth: 0.93, code: 'name.spelling' };
  }
  if (shorter >= 4 && soundKeys(a.text).some((key) => soundKeys(b.text).includes(key))) {
    return { worth: 0.9, code: a.script === b.script ? 'name.spelling' : 'name.transliterated' };
  }
  if (shorter < 5) return undefined;
  const distance = spellingDistance(a.text, b.text, 2);
  const near =
    distance === 1
      ? shorter >= 6 || a.text[0] === b.text[0]
      : shorter >= 9 && a.text[0] === b.text[0];
  return distance <= 2 && near
    ? { worth: distance === 1 ? 0.82 : 0.72, code: 'name.typo' }
    : undefined;
}
