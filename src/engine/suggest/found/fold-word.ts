const ascii = /^[a-z]+$/;
const marks = /\p{M}+/gu;
const known = new Map<string, string>();
/** Enough for the words of any language a text is in; the map starts anew beyond it. */
const most = 50_000;

/** A word in small letters without accents, as the word lists are written; apostrophes and hyphens made plain. */
export function foldWord(word: string): string {
  if (ascii.test(word)) return word;
  const before = known.get(word);
  if (before !== undefined) return before;
  const folded = word
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[‑‐]/g, '-');
  if (known.size >= most) known.clear();
  known.set(word, folded);
  return folded;
}
