import { Prose } from './prose.ts';

/** Texts with names in them. */
export interface NamedSources {
  readonly names: readonly string[];
  /** About a million characters each. */
  readonly texts: readonly string[];
  /** For each text, where names were put, in UTF-16 units. */
  readonly placed: readonly (readonly number[])[];
}

const textLength = 1_000_000;

/**
 * Names of two and three words, and texts of so many bytes in all, a name in every other paragraph or so: half of them
 * as they are, a quarter in capitals, a quarter without accents. One word of ten in the names is also a word of the
 * texts, as with people's names; the others are not.
 */
export function namedSources(nameCount: number, bytes: number): NamedSources {
  const prose = new Prose(3);
  const rare = new Prose(4, 120_000);
  const word = (): string => {
    const isUsual = prose.between(0, 10) === 0;
    return capital(
      isUsual ? prose.word(prose.between(100, 20_000)) : rare.word(prose.between(20_000, 120_000)),
    );
  };
  const names = new Set<string>();
  while (names.size < nameCount) {
    names.add(Array.from({ length: 2 + (names.size % 2) }, word).join(' '));
  }
  const list = [...names];
  const texts: string[] = [];
  const placed: number[][] = [];
  for (let left = bytes; left > 0;) {
    let text = '';
    const starts: number[] = [];
    while (text.length < Math.min(textLength, left)) {
      text += `${prose.paragraph(prose.between(150, 500))} `;
      starts.push(text.length);
      text += `${rewritten(list[prose.between(0, nameCount)] ?? '', prose.between(0, 4))} `;
      text += `${prose.paragraph(prose.between(150, 500))}\n\n`;
    }
    texts.push(text);
    placed.push(starts);
    left -= Buffer.byteLength(text);
  }
  return { names: list, texts, placed };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function rewritten(name: string, how: number): string {
  if (how === 0) return name.toUpperCase();
  if (how === 1) return name.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return name;
}
