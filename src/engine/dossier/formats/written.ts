import type { DossierLook } from '#contract/dossier.ts';
import type { DossierFiles, DossierModel } from '../model.ts';
import type { Verification } from '../verification.ts';
import { docxFile } from './docx/index.ts';
import { htmlFile } from './html/index.ts';
import { markdownFile } from './markdown/index.ts';
import type { WrittenForm } from './message.ts';
import { printedDossier } from './printed/index.ts';
import type { PageWords } from './printed/words.ts';

/** How it is to look, and what it says of itself; null for a dossier that cannot be verified. */
export interface WritingOptions {
  readonly look: Pick<DossierLook, 'paper' | 'twoSided'>;
  /** The words of the page, a team's own perhaps; the program's when left out. */
  readonly words?: PageWords | undefined;
  readonly verification: Verification | null;
}

/**
 * A dossier in one of its forms, in this very thread. The same model, files and options give the same bytes; HTML and
 * Markdown are UTF-8.
 *
 * @throws CaseError `dossier.failed` when a citation leads nowhere
 */
export async function writtenAs(
  form: WrittenForm,
  model: DossierModel,
  files: DossierFiles,
  { look, words, verification }: WritingOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const dossier = printedDossier(model, verification, words);
  switch (form) {
    case 'docx':
      return docxFile(dossier, files, look);
    case 'html':
      return new TextEncoder().encode(htmlFile(dossier, files, look));
    case 'md':
      return new TextEncoder().encode(markdownFile(dossier));
  }
}
