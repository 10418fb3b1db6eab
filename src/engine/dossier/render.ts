import type { DossierFormat, DossierRequest } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import type { Analyst } from '#contract/settings.ts';
import type { Identity } from '../identity/index.ts';
import type { CaseStore } from '../store/index.ts';
import { buildDossier } from './build.ts';
import { docxOf, htmlOf, markdownOf } from './formats/index.ts';
import type { DossierModel } from './model.ts';
import { getTypesettingReady, typesetDossier } from './typeset/index.ts';
import { sealPdf, verificationOf } from './verify/index.ts';

/** A dossier as a file. */
export interface RenderedDossier {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly model: DossierModel;
}

const mediaTypes: Readonly<Record<DossierFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  md: 'text/markdown',
};
const otherForms = { docx: docxOf, html: htmlOf, md: markdownOf };

/**
 * A dossier in the form asked for, as the case stands. The same revision of the case, request and author give the same
 * bytes. The case is read before the first wait, so that what is printed is one state of it.
 *
 * @param options.author whose name it bears
 * @param options.signer by whose key it is signed; null leaves it without a signature
 * @param options.preview a PDF for the screen, in which each fact leads to its record
 * @throws CaseError as `buildDossier`, and `dossier.failed`, `dossier.template`, `job.cancelled`
 */
export async function renderDossier(
  store: CaseStore,
  request: DossierRequest,
  {
    author,
    signer,
    signal,
    preview = false,
  }: {
    author: Analyst;
    signer: Identity | null;
    signal?: AbortSignal | undefined;
    preview?: boolean;
  },
): Promise<RenderedDossier> {
  if (signal?.aborted === true) throw new CaseError('job.cancelled');
  if (request.format === 'pdf') getTypesettingReady(request);
  const { model, files } = buildDossier(store, request, author);
  const verification = verificationOf(model, request, signer);
  const mediaType = mediaTypes[request.format];
  if (request.format !== 'pdf') {
    // What can be edited by its nature is not sealed: it says what it is made of, and `verify-dossier` is not for it.
    const stated = { ...verification, keywords: [] };
    const options = { look: request, verification: stated };
    const bytes = await otherForms[request.format](model, files, options, signal);
    return { bytes, mediaType, model };
  }
  const options = { look: request, preview, verification };
  const pdf = await typesetDossier(model, files, options, signal);
  // The preview is looked at and thrown away.
  const bytes = signer === null || preview ? pdf : sealPdf(pdf, signer);
  return { bytes, mediaType, model };
}
