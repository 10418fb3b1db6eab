/** The words of a text: where each stands, in UTF-16 code units, and which it is, as a number that equal words share. */
export interface Words {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ids: Int32Array;
}

/** Numbers words, so that the words of two texts can be compared as numbers. */
export type Numbering = Map<string, number>;

/** Letters, marks and digits that go together. White space is no word, so that a line that breaks elsewhere changes none. */
const word = /[\p{L}\p{M}\p{N}]+|\S/gu;

/** A script that puts no space between words: each of its characters is taken for one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/v;
const wordOrCharacter =
  /[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+|\S/gv;

/** As {@link word} for a text that may have been read in a wrong encoding, in which only ASCII can be relied on. */
const reliable = /[A-Za-z0-9\u0080-\uFFFF]+|\S/g;

/**
 * The words of a text.
 *
 * @param asciiOnly takes whatever stands between the ASCII characters of a word for the same, since a text that was read
 *   in another encoding has other characters, and another number of them, just there
 */
export function wordsOf(text: string, numbering: Numbering, asciiOnly = false): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  const pattern = unspaced.test(text) ? wordOrCharacter : word;
  for (const { 0: found, index } of text.matchAll(asciiOnly ? reliable : pattern)) {
    const key = asciiOnly ? found.replaceAll(/[\u0080-\uFFFF]+/g, '\u0080') : found;
    let id = numbering.get(key);
    if (id === undefined) {
      id = numbering.size + 1;
      numbering.set(key, id);
    }
    starts.push(index);
    ends.push(index + found.length);
    ids.push(id);
  }
  return {
    text,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    ids: Int32Array.from(ids),
  };
}

/** The number of the first word that ends after an offset; the number of words when none does. */
export function firstEndingAfter({ ends }: Words, offset: number): number {
  return firstAbove(ends, offset);
}

/** The number of the first word that starts at an offset or after it; the number of words when none does. */
export function firstStartingAt({ starts }: Words, offset: number): number {
  return firstAbove(starts, offset - 1);
}

function firstAbove(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
