import type { CaseErrorData } from '#contract/error.ts';
import type { Extraction, ExtractionLimits } from './extraction.ts';

/**
 * Who has a task, in the one 32-bit cell that pool and worker share. The worker takes it up or the pool takes it back,
 * never both; and when a time limit fires the pool sees whether the answer is already on its way.
 */
export const Claim = { free: 0, taken: 1, withdrawn: 2, finished: 3 } as const;

/** One document to extract. A worker is given several at a time and takes them up in order. */
export interface ExtractionTask {
  readonly id: number;
  readonly path: string;
  readonly limits: ExtractionLimits;
  readonly claim: Int32Array<SharedArrayBuffer>;
}

export type ExtractionAnswer =
  | { readonly id: number; readonly extraction: Extraction }
  | { readonly id: number; readonly error: CaseErrorData };
