import { contextual, mayBeginSequence } from './contextual.ts';
import { foldLetter } from './letters.ts';

/** A folded text that knows where it came from. */
export interface FoldedText {
  /** Lower-case Latin letters and digits in words with single spaces between them, none at the ends. */
  readonly folded: string;
  /** For each unit of `folded`, where in the original the character it came from begins, in UTF-16 units. */
  readonly starts: Uint32Array;
  /** For each unit of `folded`, where that character ends, with the marks that follow it. */
  readonly ends: Uint32Array;
}

/**
 * Folds a name, so that two writings of it compare equal whatever their case, accents, script, apostrophes, hyphens
 * and punctuation: "Héctor O’Brien-Núñez" gives "hector obrien nunez". Scripts are written in Latin letters (Greek by
 * ELOT 743, the Arabic article apart from its word), ideographs each as a word. Short vowels that Arabic does not
 * write are not in the result: compare such names by `skeleton`.
 */
export function foldName(text: string): string {
  return plain.test(text) ? text.toLowerCase() : foldedAlone(text);
}

/** Words of ASCII with single spaces between them: most names of most cases. */
const plain = /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/i;

/** Folds as `foldName` does, and says for each unit of the result where it stood in the original. */
export function foldWithMap(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let apart = false;
  const write = (latin: string, from: number, to: number): void => {
    if (latin === '') return;
    if (apart && folded !== '') {
      const end = ends.at(-1) ?? 0;
      folded += ' ';
      starts.push(end);
      ends.push(from);
    }
    apart = false;
    folded += latin;
    for (let unit = 0; unit < latin.length; unit += 1) {
      starts.push(from);
      ends.push(to);
    }
  };
  for (let at = 0; at < text.length;) {
    const sequence = contextual(text, at);
    if (sequence !== undefined) {
      write(sequence.latin, at, at + sequence.length);
      apart ||= sequence.wordEnds;
      at += sequence.length;
      continue;
    }
    const codePoint = text.codePointAt(at) ?? 0;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const letter = foldLetter(codePoint);
    if (letter.kind === 'letters') write(letter.latin, at, next);
    else if (letter.kind === 'nothing') stretch(text, folded, ends, at, next);
    else {
      apart = true;
      if (letter.kind === 'ideograph') {
        write(letter.latin, at, next);
        apart = true;
      }
    }
    at = next;
  }
  return { folded, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** The same letters without where they stood: a sixth of the work, for whoever only compares. */
function foldedAlone(text: string): string {
  let folded = '';
  let count = 0;
  let apart = false;
  const write = (latin: string): void => {
    if (count + latin.length + 1 > mostWritten) {
      folded += textOf(count);
      count = 0;
    }
    if (apart && (count > 0 || folded !== '')) {
      written[count] = blank;
      count += 1;
    }
    apart = false;
    for (let unit = 0; unit < latin.length; unit += 1) {
      written[count] = latin.charCodeAt(unit);
      count += 1;
    }
  };
  for (let at = 0; at < text.length;) {
    const simple = simplyFolded(text.charCodeAt(at));
    if (simple > blank && count + 2 <= mostWritten) {
      if (apart && (count > 0 || folded !== '')) {
        written[count] = blank;
        count += 1;
      }
      apart = false;
      written[count] = simple;
      count += 1;
      at += 1;
      continue;
    }
    if (simple === blank) {
      apart = true;
      at += 1;
      continue;
    }
    const sequence = contextual(text, at);
    if (sequence !== undefined) {
      if (sequence.latin !== '') write(sequence.latin);
      apart ||= sequence.wordEnds;
      at += sequence.length;
      continue;
    }
    const codePoint = text.codePointAt(at) ?? 0;
    at += codePoint > 0xffff ? 2 : 1;
    const letter = foldLetter(codePoint);
    if (letter.kind === 'nothing') continue;
    if (letter.kind !== 'letters') apart = true;
    if (letter.kind === 'space' || letter.latin === '') continue;
    write(letter.latin);
    if (letter.kind === 'ideograph') apart = true;
  }
  return folded + textOf(count);
}

/** ASCII letters, digits and spaces that are not yet a string: one made at the end costs less than one made by each. */
const written: number[] = [];
const mostWritten = 4096;
const blank = 0x20;

function textOf(count: number): string {
  return String.fromCharCode(...written.slice(0, count));
}

/** Latin, Greek, Cyrillic and Arabic letters, and the punctuation of most texts, are below. */
const simpleUnits = 0x2070;
const notSimple = 1;
/** By unit what `simplyFolded` gives, 0 until it was asked for. */
const simple = new Uint8Array(simpleUnits);

/** The one letter, or the space, that a unit folds to whatever is around it; `notSimple` when it does not. */
function simplyFolded(unit: number): number {
  if (unit >= simpleUnits) return notSimple;
  const known = simple[unit] ?? 0;
  if (known !== 0) return known;
  const letter = foldLetter(unit);
  let made = notSimple;
  if (mayBeginSequence(unit)) made = notSimple;
  else if (letter.kind === 'space') made = blank;
  else if (letter.kind === 'letters' && letter.latin.length === 1)
    made = letter.latin.charCodeAt(0);
  simple[unit] = made;
  return made;
}

/** A mark belongs to the letter before it: a passage that ends with the letter has to take the mark along. */
function stretch(text: string, folded: string, ends: number[], at: number, next: number): void {
  if (ends.at(-1) !== at || !mark.test(text.slice(at, next))) return;
  const letterEnds = at;
  for (let unit = folded.length - 1; unit >= 0 && ends[unit] === letterEnds; unit -= 1) {
    ends[unit] = next;
  }
}

const mark = /^\p{M}$/u;
