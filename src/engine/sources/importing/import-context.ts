import { CaseError, type CaseErrorData } from '#contract/error.ts';
import type { ImportRequest } from '#contract/import.ts';
import type { Gate } from '../../jobs/index.ts';
import type { CaseStore } from '../../store/index.ts';
import type { openDocument } from '../extract/index.ts';
import type { ByteBudget } from './byte-budget.ts';
import type { WriteQueue } from './write-queue.ts';

/** How the documents of a file are read. */
export type ReadingOptions = NonNullable<Parameters<typeof openDocument>[1]>;

/** What all files of an import share. */
export interface ImportContext {
  readonly store: CaseStore;
  readonly queue: WriteQueue;
  readonly request: Omit<ImportRequest, 'paths'>;
  readonly passwords: readonly string[];
  readonly gate: Gate;
  readonly signal: AbortSignal;
  readonly budget: ByteBudget;
  /** Runs one piece of work after another: one container within another is gone through at a time. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
  /** Whether what the case has already is gone through again for what is in it, and not told as having come again. */
  readonly again: boolean;
}

/** What a failure is to a person. */
export function dataOf(error: unknown, path: string): CaseErrorData {
  if (error instanceof CaseError) return { code: error.code, details: error.details };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'source.failed', details: { path, reason } };
}
