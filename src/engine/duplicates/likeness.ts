import type { NameReason } from '#contract/duplicates.ts';
import { comparePrepared, type Rarity } from '../names/index.ts';
import type { EntityRecord } from './record.ts';
import { compareFacts } from './shared-facts.ts';

/** How far two entities speak for one, with the reasons. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly NameReason[];
}

/** No names are so alike, or so unlike, that facts could not outweigh them. */
const mostOfNames = 4;
const leastOfNames = -3;

/**
 * Compares all names of both, then what else is known of them.
 *
 * @param mayMatch whether a name of the one may match one of the other at all, by their places
 * @returns undefined when no name of the one can match one of the other and they share no identifier
 */
export function compareEntities(
  a: EntityRecord,
  b: EntityRecord,
  rarity: Rarity | undefined,
  mayMatch: (name: number, beside: number) => boolean,
): Likeness | undefined {
  const names = bestNames(a, b, rarity, mayMatch);
  if (names === undefined && !a.identifiers.some((key) => b.identifiers.includes(key))) {
    return undefined;
  }
  const reasons: NameReason[] = [...(names?.reasons ?? [])];
  const odds = Math.max(leastOfNames, Math.min(mostOfNames, logOdds(names?.score ?? 0)));
  const sum = odds + compareFacts(a, b, reasons);
  return { score: Math.round(1000 / (1 + Math.exp(-sum))) / 1000, reasons };
}

function bestNames(
  first: EntityRecord,
  second: EntityRecord,
  rarity: Rarity | undefined,
  mayMatch: (name: number, beside: number) => boolean,
): Likeness | undefined {
  let best: Likeness | undefined;
  for (let at = 0; at < first.names.length; at += 1) {
    for (let beside = 0; beside < second.names.length; beside += 1) {
      if (!mayMatch(at, beside)) continue;
      const [one, other] = [first.names[at], second.names[beside]];
      if (one === undefined || other === undefined) continue;
      const { score, reasons } = comparePrepared(one, other, rarity);
      if (best === undefined || score > best.score) best = { score, reasons };
    }
  }
  return best;
}

const logOdds = (score: number): number =>
  score <= 0 ? leastOfNames : score >= 1 ? mostOfNames : Math.log(score / (1 - score));
