import type { CaseCounts } from '#contract/case.ts';
import type { PackagePlan } from '#contract/exchange.ts';
import type { Actor } from '#contract/settings.ts';
import { Handling } from '#contract/vocabulary.ts';
import type { z } from 'zod';
import type { CaseStore, ClosedChangeSet } from '../store/index.ts';
import type { Manifest } from './format.ts';

/** What of a case goes into a package, as it was at one moment. */
export interface PackageContent extends Pick<
  Manifest,
  | 'scope'
  | 'base'
  | 'case'
  | 'replicas'
  | 'handling'
  | 'selection'
  | 'redacted'
  | 'withheld'
  | 'known'
  | 'leftOut'
> {
  counts: z.infer<typeof CaseCounts>;
  /** How much of each replica's work this case has, so that the next package can be what came since. */
  vector: Record<string, number>;
  /** Reading of the clock of the latest change; null in a case without any. */
  clock: string | null;
  /** Who made it, as the journal has it. */
  latestActor: Actor | null;
  changeSets: () => Iterable<ClosedChangeSet>;
  texts: readonly { sha256: string }[];
  blobs: readonly { sha256: string; byteSize: number }[];
  /** What a person is told of a part before it leaves. */
  told: Pick<PackagePlan, 'followed' | 'withheld' | 'withoutContents' | 'redHolds'>;
}

/** The strictest of some markings; the laxest there is of none. */
export function strictest(markings: Iterable<Handling>): Handling {
  const all = new Set(markings);
  return Handling.options.find((marking) => all.has(marking)) ?? 'CLEAR';
}

/** Whether what has the first marking may go where the second is the strictest that may. */
export function isWithin(marking: Handling, maximum: Handling): boolean {
  return Handling.options.indexOf(marking) >= Handling.options.indexOf(maximum);
}

/** How much of each replica's work a case has, with the hashes of the last of it. */
export function headsOf(store: CaseStore): Manifest['replicas'] {
  return store.all(
    `SELECT replica, sequence, hash FROM change_set s
     WHERE sequence = (SELECT max(sequence) FROM change_set t WHERE t.replica = s.replica) ORDER BY replica`,
  );
}
