/** A sequence of letters that is written in Latin otherwise than its letters one by one. */
export interface Sequence {
  readonly latin: string;
  /** UTF-16 units of the original it takes. */
  readonly length: number;
  /** Whether a word ends after it, though no space does. */
  readonly wordEnds: boolean;
}

/** Two Greek letters, by ELOT 743; v is f before a voiceless consonant and at the end of a word. */
const greek: Readonly<Record<string, string>> = {
  ου: 'ou',
  αυ: 'av',
  ευ: 'ev',
  ηυ: 'iv',
  γγ: 'ng',
  γξ: 'nx',
  γχ: 'nch',
  μπ: 'b',
};
const voiceless = /^(?:[θκξπσςτφχψ]|$|\P{L})/u;
const letter = /\p{L}/u;

/** The Arabic article before the rest of a word that is long enough to be a word without it. */
const arabicArticle = /(?<!\p{L})[اٱ][\u064b-\u0652]*ل[\u064b-\u0652]*(?=\p{Script=Arabic}{3})/uy;

/**
 * What stands in a text at an offset when it is a sequence with a writing of its own, such as Greek "ου" or the Arabic
 * article, which becomes a word of its own ("al asad").
 */
export function contextual(text: string, at: number): Sequence | undefined {
  const unit = text.charCodeAt(at);
  if (!mayBeginSequence(unit)) return undefined;
  if (unit <= 0x3ff) return greekPair(text, at);
  arabicArticle.lastIndex = at;
  const [article] = arabicArticle.exec(text) ?? [];
  if (article === undefined) return undefined;
  return { latin: 'al', length: article.length, wordEnds: true };
}

/** Whether a UTF-16 unit may be the first of a sequence; false is certain. */
export function mayBeginSequence(unit: number): boolean {
  return (unit >= 0x370 && unit <= 0x3ff) || unit === 0x627 || unit === 0x671;
}

function greekPair(text: string, at: number): Sequence | undefined {
  // A diaeresis parts the two letters, so it must not be taken off here.
  const pair = text
    .slice(at, at + 2)
    .toLowerCase()
    .replaceAll('ύ', 'υ');
  const latin = greek[pair];
  if (latin === undefined) return undefined;
  const atStart = at === 0 || !letter.test(text.charAt(at - 1));
  if (pair === 'μπ' && !atStart) return { latin: 'mp', length: 2, wordEnds: false };
  const isVoiceless = latin.endsWith('v') && voiceless.test(text.charAt(at + 2).toLowerCase());
  return {
    latin: isVoiceless ? latin.replace('v', 'f') : latin,
    length: 2,
    wordEnds: false,
  };
}
