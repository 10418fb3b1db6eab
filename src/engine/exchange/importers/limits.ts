import { CaseError } from '#contract/error.ts';

const mebibyte = 1024 * 1024;

/** How much of a file of another program is taken in at most: nothing true is as large, and what reads it stays within. */
export const limits = {
  /** Bytes of a file of FollowTheMoney entities, and of a table. */
  lines: 512 * mebibyte,
  table: 256 * mebibyte,
  /** UTF-16 code units of one line of FollowTheMoney. */
  line: 8 * mebibyte,
  /** Bytes of a codebook or of the XML of a project. */
  xml: 64 * mebibyte,
  /** Bytes of a project, of all its members as they unfold, and of one of them. */
  project: 4096 * mebibyte,
  unfolded: 8192 * mebibyte,
  member: 512 * mebibyte,
  members: 100_000,
  /** Records of a file. */
  entities: 250_000,
  rows: 250_000,
  columns: 1000,
  codes: 50_000,
  /** Codes beneath codes. */
  depth: 500,
  selections: 500_000,
  /** UTF-16 code units of a name, a value and a note; a longer one is cut and told. */
  name: 2000,
  value: 20_000,
  note: 200_000,
} as const;

/** @throws CaseError `foreign.tooLarge` {what, limit} when there is more than can be taken in */
export function within(path: string, what: keyof typeof limits, count: number): void {
  const limit = limits[what];
  if (count > limit) throw new CaseError('foreign.tooLarge', { path, what, limit });
}
