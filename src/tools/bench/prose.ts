/**
 * Makes text that is like prose to a computer: words of several lengths, a few of them very frequent and most of them
 * rare (Zipf's law), in sentences and paragraphs. The same seed gives the same text.
 */
export class Prose {
  readonly #random: () => number;
  readonly #words: readonly string[];

  /** @param vocabulary number of different words */
  constructor(seed: number, vocabulary = 20_000) {
    this.#random = randomNumbers(seed);
    this.#words = Array.from({ length: vocabulary }, (_, rank) => wordOf(rank));
  }

  /** The word of a rank: 0 is the most frequent one. */
  word(rank: number): string {
    return this.#words[rank] ?? '';
  }

  /** A paragraph of at least so many characters, without a line end. */
  paragraph(length: number): string {
    let text = '';
    while (text.length < length) {
      const count = 6 + Math.floor(this.#random() * 16);
      const words = Array.from({ length: count }, () => this.#any());
      const sentence = words.join(' ');
      text += `${text === '' ? '' : ' '}${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
    }
    return text;
  }

  /** Paragraphs with blank lines between them, at least so many characters in all. */
  text(length: number): string {
    const paragraphs: string[] = [];
    for (let written = 0; written < length;) {
      const paragraph = this.paragraph(Math.min(length - written, this.between(200, 700)));
      paragraphs.push(paragraph);
      written += paragraph.length + 2;
    }
    return `${paragraphs.join('\n\n')}\n`;
  }

  /** A whole number from `least` up to, and without, `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least));
  }

  /** Ranks whose logarithm is evenly spread follow Zipf's law. */
  #any(): string {
    const rank = Math.floor(this.#words.length ** this.#random()) - 1;
    return this.word(rank);
  }
}

const onsets = ['b', 'br', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'tr', 'v', 'z'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'á', 'ia', 'ue'];

/** A word for each number, frequent words being short. */
function wordOf(rank: number): string {
  const syllables: string[] = [];
  for (let rest = rank; rest >= 0 && syllables.length < 6;) {
    const syllable = rest % (onsets.length * vowels.length);
    const onset = onsets[syllable % onsets.length] ?? '';
    syllables.push(onset + (vowels[Math.floor(syllable / onsets.length)] ?? ''));
    rest = Math.floor(rest / (onsets.length * vowels.length)) - 1;
  }
  return syllables.join('');
}

/** Numbers from 0 to 1: the generator mulberry32, which is small and even enough for text. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
