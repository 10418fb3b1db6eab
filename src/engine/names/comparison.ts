import type { NameReason } from '#contract/duplicates.ts';

/** What comparing two names gives. */
export interface NameComparison {
  /** 0 to 1; from `decision` on they are held to mean one. */
  readonly score: number;
  readonly match: boolean;
  readonly reasons: readonly NameReason[];
}

/** The score from which two names are held to mean one. */
export const decision = 0.5;

/** A comparison before it is decided: evidence as log-odds, with its reasons. */
export interface Evidence {
  readonly odds: number;
  readonly reasons: readonly NameReason[];
}

/** The comparison that evidence comes to. Log-odds become a probability by the logistic function. */
export function decide({ odds, reasons }: Evidence): NameComparison {
  const score = Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
  return { score, match: score >= decision, reasons };
}

/** How much rarer than usual a folded word is in the case at hand, 0 to 1; a half when nothing is known. */
export type Rarity = (word: string) => number;
