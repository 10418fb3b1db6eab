import i18next, { type ParseKeys } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { Language } from '#contract/vocabulary.ts';
import en from './en.json';
import es from './es.json';

/** The key of a text in `en.json` and `es.json`, such as `sources.title`. */
export type TextKey = ParseKeys;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** The workbench's language on a computer that speaks `tags` (BCP 47), in order of preference; English failing all. */
export function languageFor(tags: readonly string[]): Language {
  for (const tag of tags) {
    const known = Language.safeParse(tag.slice(0, 2).toLowerCase());
    if (known.success) return known.data;
  }
  return 'en';
}

/** The language shown now. */
export function currentLanguage(): Language {
  return languageFor([i18next.language]);
}

/** Makes the texts ready; done before anything is drawn. */
export async function startTexts(language: Language): Promise<void> {
  i18next.on('languageChanged', (tag) => {
    document.documentElement.lang = tag;
  });
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, es: { translation: es } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
