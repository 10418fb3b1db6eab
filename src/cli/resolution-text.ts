import type { Resolution } from '#contract/resolution.ts';

/** A judgement on one line: what of whom, by whom and why. */
export function resolutionText({
  first,
  second,
  judgement,
  reason,
  by,
  contradicted,
}: Resolution): string {
  const who = by?.initials || by?.name || '?';
  const pair = `${first.name} <${first.id}> | ${second.name} <${second.id}>`;
  return `${contradicted ? '! ' : ''}${judgement}: ${pair} (${who})${reason && `: ${reason}`}`;
}
