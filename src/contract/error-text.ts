import type { ErrorCode, ErrorDetails } from './error.ts';
import { englishErrors } from './error-text-en.ts';
import { spanishErrors } from './error-text-es.ts';
import type { Language } from './vocabulary.ts';

/** What a person is told: what happened and that nothing was lost, and, where there is something, what to do. */
export interface ErrorText {
  sentence: string;
  next?: string;
}

/** The values of an error as its sentence uses them. */
export interface ErrorValues {
  /** One value as text; empty when the error does not carry it. */
  value: (name: string) => string;
  /** The file concerned, in quotation marks, or `otherwise` when the error does not name it. */
  file: (otherwise: string) => string;
}

export type ErrorTexts = Record<ErrorCode, (values: ErrorValues) => ErrorText>;

const texts: Record<Language, ErrorTexts> = { en: englishErrors, es: spanishErrors };
const quotes: Record<Language, readonly [string, string]> = { en: ['“', '”'], es: ['«', '»'] };

/** The sentence of an error code in a language, filled with its details. */
export function errorText(code: ErrorCode, details: ErrorDetails, language: Language): ErrorText {
  const value = (name: string): string => String(details[name] ?? '');
  const [open, close] = quotes[language];
  const file = (otherwise: string): string => {
    const path = value('path') || value('file') || value('name');
    const base = path.split(/[/\\]/).findLast((part) => part !== '');
    return base === undefined ? otherwise : `${open}${base}${close}`;
  };
  return texts[language][code]({ value, file });
}
