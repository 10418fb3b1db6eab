import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { DossierRequest, SavedFile } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import type { ImportItem } from '#contract/job.ts';
import type { Analyst } from '#contract/settings.ts';
import type { Identity } from '../identity/index.ts';
import type { CaseStore } from '../store/index.ts';
import { writeWhole } from '../write-whole.ts';
import { FileNames } from './file-name.ts';
import { renderDossier } from './render.ts';

/** What becomes of each dossier of a run, told as it is known. A `made` one is on the disk. */
export interface RunWatcher {
  started(item: ImportItem): void;
  settled(item: ImportItem): void;
  /** Besides, for who needs more of it. */
  made?(subject: string, saved: SavedFile): void;
}

/**
 * Makes a dossier on each of some subjects, one after another, each into a file of its own that is named for its subject
 * and the reference of the case; no file that is there is written over. Each stands or falls alone: one that cannot be
 * made is told with its reason. A run that is cancelled keeps what it has made and tells the others as cancelled. No more
 * than one dossier is held in memory.
 *
 * @param request of which `subjects` are those of the run
 * @throws CaseError `file.notFound`, `file.notWritable` when there is no such folder, before anything is made; `file.diskFull`,
 *   `case.notOpen` and their like, which every other dossier would fail with too, after each was told
 */
export async function runDossiers(
  store: CaseStore,
  request: DossierRequest,
  options: {
    readonly folder: string;
    readonly author: Analyst;
    readonly signer: Identity | null;
    readonly watcher: RunWatcher;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<void> {
  const { folder, author, signer, watcher, signal } = options;
  requireFolder(folder);
  const names = new FileNames(folder, request.format);
  const reference =
    store.one<{ reference: string }>('SELECT reference FROM case_file')?.reference ?? '';
  let fatal: CaseError | undefined;
  for (const id of new Set(request.subjects)) {
    const item: ImportItem = {
      name: nameOf(store, id),
      path: id,
      outcome: 'waiting',
      source: null,
      parts: 0,
      error: null,
      warnings: [],
    };
    if (signal?.aborted === true || fatal !== undefined) {
      watcher.settled({ ...item, outcome: 'cancelled' });
      continue;
    }
    watcher.started(item);
    try {
      const one: DossierRequest = { ...request, subjects: [id] };
      const { bytes, model } = await renderDossier(store, one, { author, signer, signal });
      // The name that may be printed: a stricter one must not stand in the name of the file.
      const path = names.next(model.title, reference);
      // Written whoever listens: what is handed to a listener that is not there is not even reckoned.
      const saved = writeWhole(path, bytes);
      watcher.made?.(id, saved);
      watcher.settled({ ...item, name: basename(path), path, outcome: 'made' });
    } catch (error) {
      watcher.settled(fallen(item, error));
      if (endsAll(error)) fatal = error;
    }
  }
  if (fatal !== undefined) throw fatal;
}

function requireFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) throw new CaseError('file.notFound', { path: folder });
  if (!there.isDirectory()) throw new CaseError('file.notWritable', { path: folder });
}

/** A subject by name; one that the case does not know by its id. */
function nameOf(store: CaseStore, id: string): string {
  return (
    store.one<{ name: string }>('SELECT name FROM shown_entity WHERE entity_id = ?', id)?.name ?? id
  );
}

function fallen(item: ImportItem, error: unknown): ImportItem {
  const failure =
    error instanceof CaseError
      ? error
      : new CaseError('internal', { reason: String(error) }, error);
  const { code, details } = failure;
  return code === 'job.cancelled'
    ? { ...item, outcome: 'cancelled' }
    : { ...item, outcome: 'failed', error: { code, details } };
}

const ofAll: ReadonlySet<string> = new Set([
  'file.diskFull',
  'file.notFound',
  'file.notWritable',
  'case.notOpen',
  'case.locked',
  'case.vanished',
  'case.damaged',
  'dossier.template',
]);

function endsAll(error: unknown): error is CaseError {
  return error instanceof CaseError && ofAll.has(error.code);
}
