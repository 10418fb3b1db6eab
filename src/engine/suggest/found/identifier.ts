import type { FoundItem, Reason } from './found.ts';

/** One identifier; `value` is its plain form and `property` what it would be recorded as. */
export function identifier(
  start: number,
  written: string,
  value: string,
  property: string | undefined,
  score: number,
  reason: Reason,
): FoundItem {
  return {
    start,
    end: start + written.length,
    text: written,
    kind: 'identifier',
    score,
    reasons: [reason],
    fullName: written,
    value,
    ...(property === undefined ? {} : { property }),
  };
}
