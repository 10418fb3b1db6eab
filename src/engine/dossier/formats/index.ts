import type { DossierLook } from '#contract/dossier.ts';
import type { DossierFiles, DossierModel } from '../model.ts';
import type { Verification } from '../verification.ts';
import { docxFile } from './docx/index.ts';
import { htmlFile } from './html/index.ts';
import { markdownFile } from './markdown/index.ts';
import { printedDossier } from './printed/index.ts';

/** How it is to look, and what it says of itself; null for a dossier that cannot be verified. */
export interface FormatOptions {
  readonly look: Pick<DossierLook, 'paper' | 'twoSided'>;
  readonly verification: Verification | null;
}

/**
 * A dossier as a Word document. The same model, files and options give the same bytes.
 *
 * @throws CaseError `dossier.failed` when a citation leads nowhere
 */
export async function docxOf(
  model: DossierModel,
  files: DossierFiles,
  { look, verification }: FormatOptions,
): Promise<Uint8Array> {
  return docxFile(printedDossier(model, verification), files, look);
}

/**
 * A dossier as one HTML file, UTF-8, without a script and without anything from elsewhere.
 *
 * @throws CaseError `dossier.failed` when a citation leads nowhere
 */
export async function htmlOf(
  model: DossierModel,
  files: DossierFiles,
  { look, verification }: FormatOptions,
): Promise<Uint8Array> {
  return new TextEncoder().encode(htmlFile(printedDossier(model, verification), files, look));
}

/**
 * A dossier as Markdown, UTF-8. It has no pictures: they are told in words.
 *
 * @throws CaseError `dossier.failed` when a citation leads nowhere
 */
export async function markdownOf(
  model: DossierModel,
  _files: DossierFiles,
  { verification }: FormatOptions,
): Promise<Uint8Array> {
  return new TextEncoder().encode(markdownFile(printedDossier(model, verification)));
}
