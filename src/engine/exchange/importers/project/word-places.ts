/** Finds words in a text that breaks its lines elsewhere than where they were taken from. */
export class WordPlaces {
  readonly #text: string;
  #letters: { squeezed: string; offsets: Uint32Array } | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Where words stand, white space left aside, nearest to a place.
   *
   * @param share of the text before the place, from 0 to 1
   * @returns UTF-16 code units, or null when they do not stand in the text
   */
  nearest(words: string, share: number): { start: number; end: number } | null {
    const { squeezed, offsets } = (this.#letters ??= squeeze(this.#text));
    const wanted = words.replaceAll(/\s+/gu, '');
    if (wanted === '') return null;
    const place = Math.round(squeezed.length * share);
    const before = squeezed.lastIndexOf(wanted, place);
    const after = squeezed.indexOf(wanted, place);
    const at = after < 0 || (before >= 0 && place - before <= after - place) ? before : after;
    if (at < 0) return null;
    return { start: offsets[at] ?? 0, end: (offsets[at + wanted.length - 1] ?? 0) + 1 };
  }
}

function squeeze(text: string): { squeezed: string; offsets: Uint32Array } {
  const offsets = new Uint32Array(text.length);
  const parts: string[] = [];
  let length = 0;
  for (const { 0: part, index } of text.matchAll(/\S+/gu)) {
    for (let at = 0; at < part.length; at += 1) offsets[length + at] = index + at;
    length += part.length;
    parts.push(part);
  }
  return { squeezed: parts.join(''), offsets };
}
