import type { KnownName } from './known.ts';

/**
 * All names of a case, ready to be looked for in texts. It is not changed once made: when names change, make another
 * (50,000 names take well under a second).
 */
export class KnownIndex {
  readonly names: readonly KnownName[];

  constructor(names: readonly KnownName[]) {
    this.names = names;
  }
}
