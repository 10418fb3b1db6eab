import type { Candidate } from './candidate.ts';
import type { KnownName } from './known/index.ts';

/*
 * What the engine and the thread that reads texts for names say to each other. Both ends are built together, so nothing
 * of it is checked again.
 */

export type FinderRequest =
  /** The names of a case, from now on; `generation` numbers them. */
  | { type: 'names'; caseId: string; generation: number; names: KnownName[] }
  /** Reads one text. What does not depend on names is kept by `textSha256`. */
  | {
      type: 'read';
      id: number;
      caseId: string;
      textSha256: string;
      text: string;
      language: string;
    }
  /** The case was closed: its names are forgotten. */
  | { type: 'forget'; caseId: string };

export type FinderReply =
  | { id: number; candidates: Candidate[] }
  | { id: number; candidates: null; reason: string };
