import type { SuggestionSpan } from '#contract/suggestion.ts';
import { isAhead, type Judgement } from './standing.ts';

/**
 * What is left of the suggestions of a source, though the list does not know of the last judgements. Where nothing of it
 * was judged it is the same list, so that whoever draws thousands of them has nothing to do anew.
 *
 * @param asked when the list was asked for, by the clock of questions and answers
 */
export function leftSpans(
  spans: readonly SuggestionSpan[],
  judgements: readonly Judgement[],
  source: string,
  asked: number,
): readonly SuggestionSpan[] {
  const keys = new Set<string>();
  const groups = new Set<string>();
  for (const judgement of judgements) {
    if (!isAhead(judgement, asked)) continue;
    if (judgement.keys !== null) for (const key of judgement.keys) keys.add(key);
    else if (judgement.source === null || judgement.source === source) groups.add(judgement.group);
  }
  if (keys.size === 0 && groups.size === 0) return spans;
  const left = spans.filter(({ key, group }) => !keys.has(key) && !groups.has(group));
  return left.length === spans.length ? spans : left;
}

/** Whether two lists say the same: then the one before stands, and what was made of it. */
export function isSameSpans(
  before: readonly SuggestionSpan[],
  after: readonly SuggestionSpan[],
): boolean {
  return (
    before === after ||
    (before.length === after.length &&
      after.every(({ key, group, kind }, at) => {
        const other = before[at];
        return other?.key === key && other.group === group && other.kind === kind;
      }))
  );
}
