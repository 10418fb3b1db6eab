import { contextual } from './contextual.ts';
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
  return plain.test(text) ? text.toLowerCase() : foldWithMap(text).folded;
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

/** A mark belongs to the letter before it: a passage that ends with the letter has to take the mark along. */
function stretch(text: string, folded: string, ends: number[], at: number, next: number): void {
  if (ends.at(-1) !== at || !mark.test(text.slice(at, next))) return;
  const letterEnds = at;
  for (let unit = folded.length - 1; unit >= 0 && ends[unit] === letterEnds; unit -= 1) {
    ends[unit] = next;
  }
}

const mark = /^\p{M}$/u;
