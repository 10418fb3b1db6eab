import type { z } from 'zod';
import type { AcceptAs, Suggestion } from '#contract/suggestion.ts';
import type { TextKey } from '../../i18n/i18n.ts';

/** What a person has to say before it can be accepted, in words; null when nothing is missing. */
export function missingOf(
  { sort, subject, attribute }: Suggestion,
  as: z.infer<typeof AcceptAs> | null,
  property: string | null,
): TextKey | null {
  if (sort !== 'attribute') return null;
  if (subject === null && as === null) return 'suggestions.whose';
  return attribute?.property === '' && property === null ? 'suggestions.whatProperty' : null;
}
