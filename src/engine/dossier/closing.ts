import { closeFormats } from './formats/index.ts';
import { closeTypesetting as closeTypesetter } from './typeset/index.ts';

/** Ends the worker threads that make dossiers, so that the process can end; the next dossier starts others. */
export async function closeTypesetting(): Promise<void> {
  await Promise.all([closeTypesetter(), closeFormats()]);
}
