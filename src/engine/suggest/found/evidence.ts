import type { Reason, ReasonCode } from './found.ts';

export type NameKind = 'person' | 'organization' | 'location';
export const nameKinds: readonly NameKind[] = ['person', 'organization', 'location'];

/** One thing that speaks for, or with a negative weight against, a kind. */
export interface Clue {
  readonly kind: NameKind;
  readonly weight: number;
  readonly reason: Reason;
  /** Whether it is said of the name and not only of this occurrence, so that other occurrences share it. */
  readonly shared: boolean;
}

/** Gathers clues for one occurrence of a name. */
export class Clues {
  readonly all: Clue[] = [];

  add(kind: NameKind, weight: number, code: ReasonCode, params?: Record<string, string>): void {
    this.#add(kind, weight, code, params, true);
  }

  /** A clue that holds for this occurrence only, such as a preposition before it. */
  addHere(kind: NameKind, weight: number, code: ReasonCode, params?: Record<string, string>): void {
    this.#add(kind, weight, code, params, false);
  }

  #add(
    kind: NameKind,
    weight: number,
    code: ReasonCode,
    params: Record<string, string> | undefined,
    shared: boolean,
  ): void {
    this.all.push({
      kind,
      weight,
      reason: params === undefined ? { code } : { code, params },
      shared,
    });
  }
}

export interface Verdict {
  readonly kind: NameKind;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What one clue of weight 1 is worth against nothing: it gives a score of 1 / (1 + doubt). */
const doubt = 0.6;

/**
 * Weighs clues: the kind with the most weight wins, and its score is its share of all weight, some doubt among it.
 * Clues of other occurrences of the same name count for somewhat less than those of this one.
 */
export function weigh(own: readonly Clue[], others: readonly Clue[]): Verdict | undefined {
  const totals: Record<NameKind, number> = { person: 0, organization: 0, location: 0 };
  const seen = new Set<string>();
  for (const clue of own) {
    totals[clue.kind] += clue.weight;
    seen.add(sortOf(clue));
  }
  for (const clue of others) {
    const key = sortOf(clue);
    if (!clue.shared || seen.has(key)) continue;
    seen.add(key);
    totals[clue.kind] += clue.weight * 0.8;
  }
  const ranked = nameKinds.toSorted((one, other) => totals[other] - totals[one]);
  const [kind, second] = ranked;
  if (kind === undefined || second === undefined || totals[kind] <= 0) return undefined;
  const score = totals[kind] / (totals[kind] + Math.max(0, totals[second]) * 0.7 + doubt);
  const speaking = [...own, ...others.filter(({ shared }) => shared)].filter(
    (clue) => clue.kind === kind && clue.weight > 0,
  );
  return { kind, score: Math.round(score * 100) / 100, reasons: distinct(speaking) };
}

/** Clues of one sort count once: the same thing said of the same kind, for it or against it. */
export function sortOf({ kind, reason, weight }: Clue): string {
  return `${weight < 0 ? '-' : '+'}${kind} ${reason.code}`;
}

function distinct(clues: readonly Clue[]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { reason } of clues) if (!reasons.has(reason.code)) reasons.set(reason.code, reason);
  return [...reasons.values()];
}
