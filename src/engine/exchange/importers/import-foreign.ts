import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type {
  ForeignImportInput,
  ForeignImportOutcome,
  ForeignPreview,
  ForeignPreviewInput,
} from '#contract/foreign-import.ts';
import type { CaseStore } from '../../store/index.ts';

/** What taking a file of another program in would do; nothing is changed. @throws CaseError `foreign.unknownFormat` */
export function previewForeign(
  _store: CaseStore,
  { path }: Omit<z.infer<typeof ForeignPreviewInput>, 'handle'>,
  _signal?: AbortSignal,
): Promise<ForeignPreview> {
  return Promise.reject(new CaseError('foreign.unknownFormat', { path }));
}

/** Takes a file of another program in, as one gesture. @throws CaseError `foreign.unknownFormat` */
export function importForeign(
  _store: CaseStore,
  { path }: Omit<z.infer<typeof ForeignImportInput>, 'handle'>,
  _signal?: AbortSignal,
): Promise<ForeignImportOutcome> {
  return Promise.reject(new CaseError('foreign.unknownFormat', { path }));
}
