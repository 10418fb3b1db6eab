import type { DossierLook } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { AskedThread, workerFile } from '../../threads/index.ts';
import type { DossierFiles, DossierModel } from '../model.ts';
import { templateWords } from '../typeset/template.ts';
import { WritingReply, type WritingRequest, type WrittenForm } from './message.ts';
import { PageWords } from './printed/words.ts';
import type { WritingOptions } from './written.ts';

/** How it is to look, with whose words, and what it says of itself. */
interface FormOptions extends Pick<WritingOptions, 'verification'> {
  readonly look: Pick<DossierLook, 'paper' | 'twoSided' | 'template'>;
}

const writer = new AskedThread<Omit<WritingRequest, 'id'>, { id: number }>(
  () => workerFile(import.meta.url, 'formats-worker'),
  (cause) => new CaseError('dossier.failed', { reason: 'the writer stopped' }, cause),
);

/**
 * A dossier as a Word document, one HTML file or Markdown, written in a worker thread. The same model, files and options
 * give the same bytes.
 *
 * @param signal ends the work at once
 * @throws CaseError `dossier.failed` with `reason` when a citation leads nowhere or a drawing is none; `dossier.template`
 *   when the words of a team's template cannot be used; `job.cancelled`
 */
async function write(
  form: WrittenForm,
  model: DossierModel,
  files: DossierFiles,
  { look: { paper, twoSided, template }, verification }: FormOptions,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const look = { paper, twoSided };
  const words = PageWords.parse(templateWords(model.language, template));
  const question = { form, model, files: new Map(files), look, words, verification };
  const reply = WritingReply.parse(await writer.ask(question, signal));
  if (reply.outcome === 'done') return reply.bytes;
  throw new CaseError('dossier.failed', { reason: reply.reason });
}

/** A dossier as a Word document; see `write`. */
export function docxOf(
  model: DossierModel,
  files: DossierFiles,
  options: FormOptions,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return write('docx', model, files, options, signal);
}

/** A dossier as one HTML file, UTF-8, without a script and without anything from elsewhere; see `write`. */
export function htmlOf(
  model: DossierModel,
  files: DossierFiles,
  options: FormOptions,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return write('html', model, files, options, signal);
}

/** A dossier as Markdown, UTF-8. It has no pictures: they are told in words. See `write`. */
export function markdownOf(
  model: DossierModel,
  files: DossierFiles,
  options: FormOptions,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return write('md', model, files, options, signal);
}

/** Ends the worker thread, so that the process can end; the next dossier starts another. */
export async function closeFormats(): Promise<void> {
  await writer.close();
}
