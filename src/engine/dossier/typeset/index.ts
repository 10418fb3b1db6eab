import { CaseError } from '#contract/error.ts';
import { resourcePath } from '../../resources.ts';
import { AskedThread, workerFile } from '../../threads/index.ts';
import type { DossierModel } from '../model.ts';
import { TypesetReply, type PdfStandard, type TypesetRequest } from './message.ts';

export type { PdfStandard } from './message.ts';

export interface TypesetOptions {
  /** PDF/A-2b, for archives, unless asked otherwise. Either flavour is tagged. */
  readonly standard?: PdfStandard;
  /** Absolute path of a folder with a `profile.typ`; the one in `resources/dossier` when left out. */
  readonly templateFolder?: string;
  /** Ends the work at once; the promise then fails with `job.cancelled`. */
  readonly signal?: AbortSignal;
}

const typesetter = new AskedThread<Omit<TypesetRequest, 'id'>, { id: number }>(
  () => workerFile(import.meta.url, 'typeset-worker'),
  (cause) => new CaseError('dossier.failed', { reason: 'the typesetter stopped' }, cause),
);

/**
 * Sets a dossier as PDF in a worker thread, which stays warm for the next one. The same model, options, template and fonts
 * give the same bytes: the only date in the PDF is the model's `asOf`.
 *
 * @throws {CaseError} `dossier.failed` with `reason` (and the template's `file` and `line` where known) when the template
 * or the model is at fault; `job.cancelled` when the signal ended it
 */
export async function typesetDossier(
  model: DossierModel,
  options: TypesetOptions = {},
): Promise<Uint8Array> {
  const answer = await typesetter.ask(
    {
      model: JSON.stringify(model),
      standard: options.standard ?? 'a-2b',
      templateFolder: options.templateFolder ?? resourcePath('dossier'),
      fontFolder: resourcePath('fonts'),
      creationTimestamp: secondsOf(model.asOf),
    },
    options.signal,
  );
  const reply = TypesetReply.parse(answer);
  if (reply.outcome === 'done') return reply.pdf;
  const { reason, file, line } = reply;
  throw new CaseError('dossier.failed', {
    reason: file === null ? reason : `${reason} (${file}${line === null ? '' : `, line ${line}`})`,
    ...(file === null ? {} : { file }),
    ...(line === null ? {} : { line }),
  });
}

/** Ends the worker thread, so that the process can end; the next dossier starts another. */
export async function closeTypesetting(): Promise<void> {
  await typesetter.close();
}

function secondsOf(asOf: string): number {
  const milliseconds = Date.parse(asOf);
  if (Number.isNaN(milliseconds)) {
    throw new CaseError('dossier.failed', { reason: `asOf is not a date: ${asOf}` });
  }
  return Math.floor(milliseconds / 1000);
}
