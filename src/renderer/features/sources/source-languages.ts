import type { Language } from '#contract/vocabulary.ts';

/** Languages offered for a source, BCP 47. Any other that a source has is offered too. */
const offered = [
  'en',
  'es',
  'pt',
  'fr',
  'it',
  'de',
  'nl',
  'ca',
  'gl',
  'eu',
  'ru',
  'uk',
  'ar',
  'he',
  'tr',
  'fa',
  'zh',
  'ja',
  'ko',
];

/** A language by its name in the language of the workbench; its tag when it has none. */
export function languageName(tag: string, shownIn: Language): string {
  try {
    return new Intl.DisplayNames(shownIn, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Not a language tag: shown as it was written.
    return tag;
  }
}

export function languageChoices(
  shownIn: Language,
  present: string | undefined,
): { value: string; label: string }[] {
  const tags =
    present === undefined || present === '' || offered.includes(present)
      ? offered
      : [...offered, present];
  return tags.map((value) => ({ value, label: languageName(value, shownIn) }));
}
