import { CaseError, type CaseErrorData } from '#contract/error.ts';
import { errorText } from '#contract/error-text.ts';
import type { Language } from '#contract/vocabulary.ts';

/** The sentence of a failure in a person's language. What is not a `CaseError` is an internal error. */
export function errorWords(
  error: unknown,
  language: Language,
): { sentence: string; next?: string | undefined } {
  const { code, details } = errorData(error);
  return errorText(code, details, language);
}

/** Code and details of a failure, however it came: thrown, or told of within an answer. */
export function errorData(error: unknown): CaseErrorData {
  if (error instanceof CaseError) return { code: error.code, details: error.details };
  return { code: 'internal', details: {} };
}
