import type { DossierLook } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { resourcePath } from '../../resources.ts';
import { AskedThread, workerFile } from '../../threads/index.ts';
import type { DossierFiles, DossierModel } from '../model.ts';
import type { Verification } from '../verification.ts';
import { TypesetReply, type TypesetFolders, type TypesetRequest } from './message.ts';
import { Succession } from './succession.ts';

export interface TypesetOptions {
  readonly look: Pick<DossierLook, 'standard' | 'paper' | 'twoSided' | 'template'>;
  /** Whether each fact leads to its record (`legajo:entity/ID?fact=ID`, `legajo:passage/ID`); never in what is saved. */
  readonly preview: boolean;
  /** Null leaves signature and QR code out. */
  readonly verification: Verification | null;
}

const typesetter = new AskedThread<Omit<TypesetRequest, 'id'>, { id: number }>(
  () => workerFile(import.meta.url, 'typeset-worker'),
  (cause) => new CaseError('dossier.failed', { reason: 'the typesetter stopped' }, cause),
);

const previews = new Succession();

/**
 * Sets a dossier as PDF in a worker thread, which stays warm for the next one. The same model, files, options, template
 * and fonts give the same bytes: the only date in the PDF is the model's `asOf`.
 *
 * @param files the pictures and drawings that the model names
 * @param signal ends the work at once; a preview is given a moment to end by itself, so that the thread stays warm
 * @throws {CaseError} `dossier.template` with `file`, `line`, `column` (from 1) and `reason` when the team's template is at
 * fault; `dossier.failed` with `reason` when the model is; `job.cancelled` when the signal ended it
 */
export async function typesetDossier(
  model: DossierModel,
  files: DossierFiles,
  { look, preview, verification }: TypesetOptions,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const question = {
    model: JSON.stringify(model),
    files: [...files].map(([name, bytes]) => ({ name, bytes })),
    standard: look.standard,
    paper: look.paper,
    twoSided: look.twoSided,
    preview,
    verification: verification === null ? null : JSON.stringify(verification),
    ...foldersFor(look),
    creationTimestamp: secondsOf(model.asOf),
  };
  const answer = preview
    ? await previews.take((end) => typesetter.ask(question, end), signal)
    : await typesetter.ask(question, signal);
  const reply = TypesetReply.parse(answer);
  if (reply.outcome === 'done') return reply.pdf;
  const { template, reason, file, line, column } = reply;
  throw new CaseError(template ? 'dossier.template' : 'dossier.failed', {
    reason,
    ...(file === null ? {} : { file }),
    ...(line === null ? {} : { line }),
    ...(column === null ? {} : { column }),
  });
}

/** Starts the worker thread and has it read its fonts, while the case is still being read. */
export function getTypesettingReady(look: Pick<DossierLook, 'template'>): void {
  typesetter.getReady(foldersFor(look));
}

function foldersFor({ template }: Pick<DossierLook, 'template'>): TypesetFolders {
  return {
    ownFolder: resourcePath('dossier'),
    teamFolder: template ?? null,
    fontFolder: resourcePath('fonts'),
  };
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
