import { foldWord } from './fold-word.ts';

/** A word of the text. */
export interface Token {
  readonly start: number;
  /** After the last letter: a possessive `'s` and the point of an abbreviation are not in it. */
  readonly end: number;
  readonly text: string;
  readonly folded: string;
  readonly shape: 'lower' | 'capital' | 'capitals' | 'number';
  /** A point follows without a space, as after abbreviations, initials, and sentences. */
  readonly pointed: boolean;
  readonly possessive: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

/**
 * Words of letters and digits, held together by apostrophes, hyphens, points and the ampersand inside:
 * "O'Donnell", "Deir ez-Zor", "S.A", "14.225.901", "AT&T".
 */
const wordPattern =
  /\p{Lu}(?:\/\p{Lu})+(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’\-.&‑][\p{L}\p{M}\p{N}]+)*/gu;
const possessivePattern = /['’][sS]$/;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const firstIsUpper = /^[\p{Lu}\p{Lt}]/u;
/** The Arabic article and its like, which stay small before a name: al-Nur, ez-Zor, d'Alba. */
const smallPrefix = /^(?:a[ltnrsdz]|a[sdt]h|e[lzrsdn]|esh|ul|d|dell|l)['’\-‑]\p{Lu}/u;
const digit = /^\p{N}/u;
/** Shorter than this, a hyphen or point may be one between two words that a missing space ran together. */
const runTogether = /^(.*[\p{Ll}\p{N}])\.(\p{Lu}\p{Ll}.*)$/u;

/** The words of a text in order. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let before = 0;
  const add = (start: number, word: string): void => {
    const together = runTogether.exec(word);
    if (together?.[1] !== undefined && together[2] !== undefined) {
      add(start, together[1]);
      add(start + together[1].length + 1, together[2]);
      return;
    }
    const possessive = possessivePattern.test(word);
    const bare = possessive ? word.slice(0, -2) : word;
    const end = start + bare.length;
    found.push({
      start,
      end,
      text: bare,
      folded: foldWord(bare),
      shape: shapeOf(bare),
      pointed: text[start + word.length] === '.',
      possessive,
      gap: text.slice(before, start),
    });
    before = end;
  };
  for (const match of text.matchAll(wordPattern)) add(match.index, match[0]);
  return found;
}

/** "Caracas-based": an adjective made of a name. */
const compound =
  /-(?:based|controlled|led|born|linked|owned|backed|style|era|held|run|speaking|trained|funded|like|related|sponsored|wide|level|only|made|dominated|aligned|registered|affiliated)$/i;

function shapeOf(word: string): Token['shape'] {
  if (compound.test(word)) return 'lower';
  if (firstIsUpper.test(word)) {
    return word.length > 1 && !lower.test(word) ? 'capitals' : 'capital';
  }
  if (digit.test(word)) return 'number';
  return upper.test(word) && smallPrefix.test(word) ? 'capital' : 'lower';
}
