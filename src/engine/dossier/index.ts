import type { Analyst } from '#contract/settings.ts';
import { CaseError } from '#contract/error.ts';
import type { CaseStore } from '../store/index.ts';
import { buildDossier, type DossierRequest } from './build.ts';
import { typesetDossier } from './typeset/index.ts';

export { buildDossier, type DossierRequest } from './build.ts';
export type { DossierModel } from './model.ts';
export { closeTypesetting } from './typeset/index.ts';
export { verifyDossier } from './verify/index.ts';

/**
 * The dossier of one subject as a PDF, as the case stands. The same revision of the case, request and author give the same
 * bytes. The case is read before the first wait, so that what is typeset is one state of it.
 *
 * @param options.author whose name it bears
 * @throws CaseError `dossier.notASubject`, `dossier.failed`, `job.cancelled`
 */
export async function renderDossier(
  store: CaseStore,
  request: DossierRequest,
  { author, signal }: { author: Analyst; signal?: AbortSignal | undefined },
): Promise<Uint8Array> {
  if (signal?.aborted === true) throw new CaseError('job.cancelled');
  const model = buildDossier(store, request, author);
  return typesetDossier(model, signal === undefined ? {} : { signal });
}
