/*
 * Arabic script writes long vowels and consonants, Latin writings of the same name write all vowels and each consonant
 * in several ways. The two are compared letter by letter, as far as the script tells.
 */

/** What Latin letters a folded Arabic letter may be written with, longest first. */
const writings: Readonly<Record<string, readonly string[]>> = {
  a: ['aa', 'a', 'e', 'i', 'u', 'o', ''],
  w: ['ou', 'oo', 'aw', 'au', 'ow', 'w', 'u', 'o', 'v'],
  y: ['ei', 'ai', 'ay', 'ey', 'ee', 'iy', 'ie', 'yi', 'y', 'i', 'e', 'a', 'j'],
  b: ['bb', 'b', 'p'],
  p: ['p', 'b'],
  t: ['tt', 'th', 't', 'd'],
  j: ['dj', 'jj', 'j', 'g', 'y', 'zh', 'dzh'],
  h: ['kh', 'hh', 'h', 'j', 'ch', ''],
  d: ['dd', 'dh', 'd', 'z', 'th'],
  r: ['rr', 'r'],
  z: ['zz', 'dh', 'z', 's'],
  s: ['ss', 's', 'sh', 'c', 'z', 'th'],
  f: ['ff', 'ph', 'f', 'v'],
  q: ['qq', 'kk', 'gh', 'q', 'k', 'g', 'c'],
  k: ['kk', 'ck', 'k', 'c', 'q'],
  l: ['ll', 'l'],
  m: ['mm', 'm'],
  n: ['nn', 'n'],
  g: ['gg', 'gu', 'g', 'q', 'gh'],
  v: ['v', 'w', 'u', 'f', 'o', 'b'],
};

/** Pairs of folded Latin letters that stand for one Arabic letter. */
const pairs: Readonly<Record<string, readonly string[]>> = {
  kh: ['kh', 'j', 'ch', 'h', 'x', 'k'],
  gh: ['gh', 'g', 'r', 'q'],
  sh: ['sch', 'ch', 'sh', 'x', 's'],
  th: ['th', 't', 's'],
  dh: ['dh', 'd', 'z', 'th'],
  ch: ['tch', 'ch', 'tsch', 'sh'],
  zh: ['zh', 'j'],
};

/** Length of the short vowel at an offset, however it is written; 0 when there is none. */
function shortVowel(latin: string, at: number): number {
  if (!/[aeiou]/.test(latin.charAt(at))) return 0;
  return latin.startsWith('aa', at) ? 2 : 1;
}

/**
 * Whether a word in Latin letters can be a writing of a word in Arabic script: every consonant and long vowel of the
 * script is there in order, and what the Latin has beside is short vowels.
 *
 * @param script the word in Arabic script as `foldName` gives it
 * @param latin the other word, folded
 */
export function canBeWritten(script: string, latin: string): boolean {
  const failed = new Set<number>();
  const steps = (at: number, to: number, shorts: number): boolean => {
    if (at === script.length) return isShortEnd(latin, to);
    const key = at * 4096 + to * 4 + shorts;
    if (failed.has(key)) return false;
    const pair = script.slice(at, at + 2);
    const forPair = pairs[pair];
    if (
      forPair?.some((way) => latin.startsWith(way, to) && steps(at + 2, to + way.length, 0)) ===
      true
    ) {
      return true;
    }
    const ways = writings[script.charAt(at)] ?? [script.charAt(at)];
    for (const way of ways) {
      // A letter may be silent only where a vowel or the end makes it so.
      if (way === '' ? silent(script, at) : latin.startsWith(way, to)) {
        if (steps(at + 1, to + way.length, 0)) return true;
      }
    }
    // A word may begin with ayn or hamza, which folding leaves out, and so with a vowel.
    const short = shorts < 1 && (to > 0 || at === 0) ? shortVowel(latin, to) : 0;
    if (short > 0 && steps(at, to + short, 1)) return true;
    failed.add(key);
    return false;
  };
  return steps(0, 0, 0);
}

function silent(script: string, at: number): boolean {
  return script.charAt(at) === 'h'
    ? at === script.length - 1
    : at === script.length - 1 || at === 0;
}

function isShortEnd(latin: string, to: number): boolean {
  const rest = latin.slice(to);
  return rest === '' || /^(?:[aeiou]h?|e)$/.test(rest);
}
