import { createInstance } from 'i18next';
import { errorText } from '#contract/error-text.ts';
import type { ErrorCode } from '#contract/error.ts';
import type { Language } from '#contract/vocabulary.ts';
import en from '../../src/renderer/i18n/en.json' with { type: 'json' };
import es from '../../src/renderer/i18n/es.json' with { type: 'json' };
import type { TextKey } from '../../src/renderer/i18n/i18n.ts';

const texts = createInstance({
  lng: 'en',
  resources: { en: { translation: en }, es: { translation: es } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
void texts.init();

type Values = Record<string, string | number>;

/** What the workbench says in a language: its own catalogues, so that a test asks for what a person reads. */
export class Words {
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  t(key: TextKey, values: Values = {}): string {
    return texts.t(key, { ...values, lng: this.language });
  }

  /** The sentence of an error, without what to do next. */
  error(code: ErrorCode, details: Record<string, string> = {}): string {
    return errorText(code, details, this.language).sentence;
  }
}
