import type { Conflict } from '#contract/conflict.ts';
import type { ConflictChoice } from '#contract/vocabulary.ts';

/** What a person can say of a conflict, by the place of its key: what stands, the other, both. */
export type Verdict = 'stands' | 'other' | 'both';

/** What a verdict means for a conflict; null where it has none. Of a deletion, what stands is that the record is there. */
export function choiceFor({ choices }: Conflict, verdict: Verdict): ConflictChoice | null {
  const meant = choices.includes('keep')
    ? ({ stands: 'keep', other: 'delete', both: null } as const)[verdict]
    : verdict;
  return meant !== null && choices.includes(meant) ? meant : null;
}

/** A conflict as the engine is told of it, with the change set whose value is taken. */
export interface Decided {
  id: string;
  other?: string;
}

/** What several conflicts are decided with at once, and how many are left since they concern a deletion. */
export interface Bulk {
  conflicts: Decided[];
  left: number;
}

/**
 * Several conflicts decided alike. What stands can be kept of all of them; another's value is only taken where there is
 * one, since nothing is deleted by the dozen.
 *
 * @param by key of the person whose values are taken, or their name; null: the latest of the others
 */
export function bulkOf(
  conflicts: readonly Conflict[],
  verdict: 'stands' | 'other',
  by: string | null,
): Bulk {
  if (verdict === 'stands') return { conflicts: conflicts.map(({ id }) => ({ id })), left: 0 };
  const taken = conflicts.filter(({ choices }) => choices.includes('other'));
  return {
    conflicts: taken.map(({ id, others }) => {
      const wanted = others.find((other) => (other.by.key ?? other.by.name) === by) ?? others[0];
      return { id, ...(wanted !== undefined && { other: wanted.changeSet }) };
    }),
    left: conflicts.length - taken.length,
  };
}

/** What tells a conflict from others even when somebody wrote to it anew: its record and field. */
export function matterOf(id: string): string {
  return id.slice(0, id.lastIndexOf(' '));
}
