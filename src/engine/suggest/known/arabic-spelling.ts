/**
 * Whether a name in Arabic letters may be the spelling of one in Latin letters: consonant by consonant, with short
 * vowels free, since Arabic does not write them. Long vowels have to be there. Articles are left out before.
 *
 * @param arabic words as written, without their articles
 * @param latin the same number of words or fewer or more, folded; they are compared as one
 */
export function isArabicSpelling(arabic: readonly string[], latin: readonly string[]): boolean {
  const written = arabic
    .join('')
    .normalize('NFKD')
    .replaceAll(/[\p{M}ـ]/gu, '')
    .replaceAll('تش', 'چ');
  const spelt = latin.join('');
  if (written === '' || spelt === '' || spelt.length > longest) return false;
  let pattern = vowel;
  for (const letter of written) {
    const latinOf = sounds[letter];
    if (latinOf === undefined) return false;
    pattern += latinOf === '' ? vowel : `(?:${latinOf}){1,2}${vowel}`;
  }
  return new RegExp(`^${pattern}$`).test(spelt);
}

/** A pattern of many free vowels must not be tried on a text made to keep it busy. */
const longest = 80;
/** One that Arabic does not write: two letters of Latin stand for a long one, which it does. */
const vowel = '(?:ou|[aeiouy])?';

const yod = 'y|i|e|j|l|a|ei|ai|ay|ey|ee|ie|ia|iy';

/** What each letter is written as in Latin, in Arabic names and in names of others that Arabic writes by ear. */
const sounds: Readonly<Record<string, string>> = {
  ا: '',
  آ: '',
  ى: '',
  ء: '',
  ع: '',
  ب: 'b|p|v',
  پ: 'p',
  ت: 't',
  ة: 't|h|',
  ث: 'th|t|s|z|c',
  ج: 'j|dj|g|gu',
  چ: 'ch|tch|tsch',
  ح: 'h',
  خ: 'kh|h|j|g|x|ch',
  د: 'd',
  ذ: 'dh|d|z|th',
  ر: 'r',
  ز: 'z|s|c',
  ژ: 'zh|j|g',
  س: 's|c|z|x|sc',
  ش: 'sh|ch|sch|x|s|tch',
  ص: 's|c|z',
  ض: 'd|dh',
  ط: 't|th',
  ظ: 'z|dh|d',
  غ: 'gh|g|gu|r',
  ف: 'f|v|ph',
  ڤ: 'v',
  ق: 'q|k|c|g|gh',
  ك: 'k|c|ck|q|qu|ch|kh|g|x',
  ک: 'k|c|ck|q|qu|ch|x',
  گ: 'g|gu',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h|',
  و: 'w|v|u|o|b|ou|oo|au|ao',
  ي: yod,
  ی: yod,
};
