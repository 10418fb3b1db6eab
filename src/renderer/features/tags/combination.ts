import type { PassageClause, PassageTerm } from '#contract/passage-query.ts';

/** How a part of a combination is joined to the one before it. */
export type Joint = 'and' | 'or' | 'not';
export const joints: readonly Joint[] = ['and', 'or', 'not'];

/**
 * Parts in the order a person put them, as groups: an `or` belongs to the part right before it, so that
 * `A or B and not C` is `(A or B) and not C`. The first part begins the first group, however it is joined.
 */
export function groupsOf<T extends { joint: Joint }>(
  parts: readonly T[],
): { not: boolean; parts: T[] }[] {
  const groups: { not: boolean; parts: T[] }[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last === undefined) groups.push({ not: false, parts: [part] });
    else if (part.joint === 'or') last.parts.push(part);
    else groups.push({ not: part.joint === 'not', parts: [part] });
  }
  return groups;
}

/** The groups as the engine is asked for them. */
export function clausesOf<T extends { joint: Joint }>(
  parts: readonly T[],
  termOf: (part: T) => PassageTerm,
): PassageClause[] {
  return groupsOf(parts).map((group) => ({ not: group.not, any: group.parts.map(termOf) }));
}
