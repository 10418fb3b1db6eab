import type { SharedFolder } from '#contract/shared-folder.ts';
import { dropsIn } from './drops.ts';
import type { Place } from './places.ts';

type Left = SharedFolder['left'];

/** What lies nowhere. */
export const nothingLeft: Left = { packages: 0, others: 0, untaken: 0 };

/**
 * What this computer put into a shared folder, and how many others who put something there are not known to have all of
 * it. That somebody has it is told by what they dropped afterwards: a package says how much its maker's case had.
 *
 * @param replica the one that works now; what earlier ones dropped from this computer counts as its own, too
 */
export function leftBehind({ path, sent, theirs }: Place, caseId: string, replica: string): Left {
  const drops = dropsIn(path, caseId);
  const isOwn = (one: string): boolean => one === replica || sent[one] !== undefined;
  const others = [...new Set(drops.map((drop) => drop.replica))].filter((one) => !isOwn(one));
  const all = Object.values(sent);
  const hasAll = (other: string): boolean =>
    all.every((vector) =>
      Object.entries(vector).every(([one, sequence]) => (theirs[other]?.[one] ?? 0) >= sequence),
    );
  return {
    packages: drops.filter((drop) => isOwn(drop.replica)).length,
    others: others.length,
    untaken: others.filter((other) => !hasAll(other)).length,
  };
}
