import { languageName } from '#contract/language-name.ts';
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
