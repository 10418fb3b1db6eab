import type { Script } from './known.ts';

/**
 * The forms that a folded word may be an inflection of, itself first: Russian and Ukrainian decline surnames
 * ("Чавеса", "Зеленского"), Greek does the masculine ones ("Τσίπρα"). Without a dictionary, so forms that are no words
 * are among them; they are only looked up among names.
 */
export function baseForms(word: string, script: Script): string[] {
  if (word.length < 5) return [word];
  const forms = [word];
  for (const [ending, bases] of endings[script] ?? []) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length > 2) forms.push(...bases.map((base) => stem + base));
  }
  return forms;
}

/** What a word may end in, and what it then ended in before it was inflected; й is и when folded. */
const endings: Readonly<
  Partial<Record<Script, readonly (readonly [ending: string, bases: readonly string[]])[]>>
> = {
  cyrillic: [
    ['ого', ['ии', 'ыи', 'ои']],
    ['ому', ['ии', 'ыи', 'ои']],
    ['им', ['ии', 'ин']],
    ['ым', ['ыи', '']],
    ['ом', ['', 'о']],
    ['ем', ['', 'и']],
    ['ою', ['а']],
    ['ои', ['а', 'ая']],
    ['еи', ['а', 'я']],
    ['ую', ['ая']],
    ['а', ['']],
    ['у', ['', 'а']],
    ['е', ['', 'а']],
    ['ы', ['', 'а']],
    ['и', ['а', 'я']],
    ['я', ['и', 'ь']],
    ['ю', ['и', 'ь', 'я']],
  ],
  greek: [
    ['ου', ['οσ']],
    ['ο', ['οσ']],
    ['η', ['ησ']],
    ['α', ['ασ']],
  ],
};
