import { CaseError } from '#contract/error.ts';
import type { ImportRequest } from '#contract/import.ts';
import type { ImportItem } from '#contract/job.ts';
import type { ProvenanceChanges } from '#contract/source.ts';
import { Gate } from '../jobs/index.ts';
import type { CaseStore } from '../store/index.ts';
import { memoryLimit, planMemory, type DocumentProgress } from './extract/index.ts';
import { ByteBudget } from './importing/byte-budget.ts';
import { FileImport } from './importing/file-import.ts';
import { dataOf, type ImportContext } from './importing/import-context.ts';
import { findFiles, nameOfFile } from './importing/found-files.ts';
import { ImportBatch, type BatchFile } from './importing/import-batch.ts';
import { WriteQueue } from './importing/write-queue.ts';
import { provenanceColumns } from './list.ts';

/** Documents being read at the same time: enough to keep the workers busy while others wait for the disk. */
const atOnce = 16;

/** What becomes of an import's files, told as it is known. An `imported` file is on the disk. */
export interface ImportWatcher {
  /** Which files they are, and their bytes as far as these are known. */
  counted?(files: number, bytes: number): void;
  started(item: ImportItem, byteSize: number): void;
  progressed?(item: ImportItem, progress: DocumentProgress): void;
  settled(item: ImportItem, byteSize: number): void;
  /** A document within a file could not be taken in; the file itself is told by `settled`. */
  left?(item: ImportItem): void;
}

/** How an import goes about it; all of it can be left out. */
export interface ImportOptions {
  /** Tried in turn on what is encrypted; never kept. */
  readonly passwords?: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** Where it is closed, the import waits. */
  readonly gate?: Gate;
  /** An import that was begun before, and goes on. */
  readonly unfinished?: ImportBatch;
  /** Whether what the case has already is gone through again for what is in it and could not be taken in before. */
  readonly again?: boolean;
  /** Whether an aborted import is left as it is, to go on another time. */
  readonly interrupted?: () => boolean;
}

/**
 * Imports documents as {@link runImport} does.
 *
 * @param provenance what is set on each source, before what the document says of itself
 */
export async function importDocuments(
  store: CaseStore,
  paths: readonly string[],
  provenance: ProvenanceChanges,
  watcher: ImportWatcher,
  signal?: AbortSignal,
): Promise<void> {
  const request = { paths: [...paths], provenance, settings: {}, derivesFrom: null, custody: null };
  await runImport(store, request, watcher, { signal });
}

/**
 * Imports documents, folders with all in them, and what is in archives and messages. Each stands or falls alone: one that
 * cannot be read is reported with its reason, and the others go in. The same bytes are not imported twice; that they came
 * again is noted. Documents are written in batches, each one gesture; an aborted import keeps what it has imported and
 * reports the rest as cancelled. What is to be done is in the case file until it is done, so that it can go on after a
 * crash.
 *
 * @throws CaseError `edtf.invalid`, `record.notFound` (what they derive from), before anything is read; `file.diskFull`,
 *   `case.vanished` and their like when the case file fails, after every file was reported
 */
export async function runImport(
  store: CaseStore,
  request: ImportRequest,
  watcher: ImportWatcher,
  options: ImportOptions = {},
): Promise<void> {
  checkRequest(store, request);
  const { signal, unfinished } = options;
  const batch = unfinished ?? ImportBatch.begin(store, request);
  // When the case file fails, nothing more is read: the rest is reported as cancelled before the failure is thrown.
  const stop = new AbortController();
  const ended = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const files = await filesOf(batch, ended);
  watcher.counted?.(
    files.length,
    files.reduce((sum, { byteSize }) => sum + (byteSize ?? 0), 0),
  );
  const queue = new WriteQueue(store, {
    within: (writer) => {
      batch.within(writer);
    },
    done: () => {
      batch.done();
    },
    failed: (error) => {
      stop.abort(error);
    },
  });
  const run = new Run(queue, batch, watcher, contextOf(store, queue, request, options, ended));
  await run.all(files);
  stop.signal.throwIfAborted();
  if (signal?.aborted === true && options.interrupted?.() === true) batch.flush();
  else batch.end();
}

/** @throws CaseError `edtf.invalid`, `record.notFound` */
export function checkRequest(store: CaseStore, { provenance, derivesFrom }: ImportRequest): void {
  provenanceColumns(provenance);
  if (derivesFrom === null) return;
  if (store.one('SELECT 1 FROM source WHERE id = ?', derivesFrom) === undefined) {
    throw new CaseError('record.notFound', { id: derivesFrom });
  }
}

async function filesOf(batch: ImportBatch, signal: AbortSignal): Promise<BatchFile[]> {
  const known = batch.files();
  if (known.length > 0) return known;
  const { paths } = batch.request;
  try {
    batch.addFiles(await findFiles(paths, signal));
  } catch (error) {
    if (!signal.aborted) throw error;
    // Not all were found: they are looked for again when the import goes on.
    return paths.map((path, ordinal) => ({ ...unfound, path, ordinal }));
  }
  return batch.files();
}

const unfound = { byteSize: null, outcome: 'waiting', source: null, error: null } as const;

function contextOf(
  store: CaseStore,
  queue: WriteQueue,
  request: ImportRequest,
  { passwords = [], gate = new Gate(), again = false }: ImportOptions,
  signal: AbortSignal,
): ImportContext {
  const budget = new ByteBudget(planMemory(memoryLimit()).inFlight);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  return { store, queue, request, passwords, gate, signal, budget, inTurn, again };
}

/** The files of an import on their way. */
class Run {
  readonly #queue: WriteQueue;
  readonly #batch: ImportBatch;
  readonly #watcher: ImportWatcher;
  readonly #context: ImportContext;
  readonly #settling = new Set<Promise<void>>();

  constructor(
    queue: WriteQueue,
    batch: ImportBatch,
    watcher: ImportWatcher,
    context: ImportContext,
  ) {
    this.#queue = queue;
    this.#batch = batch;
    this.#watcher = watcher;
    this.#context = context;
  }

  async all(files: readonly BatchFile[]): Promise<void> {
    const waiting = files.values();
    const work = async (): Promise<void> => {
      for (const file of waiting) await this.#one(file);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, files.length) }, work));
    this.#queue.flush();
    await Promise.all(this.#settling);
  }

  async #one(file: BatchFile): Promise<void> {
    const { gate, signal } = this.#context;
    const item = itemOf(file);
    if (file.outcome !== 'waiting') {
      // It was settled before the import was interrupted.
      this.#watcher.settled(item, file.byteSize ?? 0);
      return;
    }
    await gate.pass(signal);
    if (signal.aborted) {
      this.#settle(file, { ...item, outcome: 'cancelled' });
      return;
    }
    this.#watcher.started(item, file.byteSize ?? 0);
    try {
      const { settled } = await this.#import(file, item).run();
      const settling = this.#whenSettled(file, item, settled);
      this.#settling.add(settling);
      void settling.then(() => this.#settling.delete(settling));
    } catch (error) {
      this.#settle(file, fallen(item, error));
    }
  }

  #import(file: BatchFile, item: ImportItem): FileImport {
    return new FileImport(this.#context, item, file.source, {
      wrote: (writer, source, whole) => {
        this.#batch.wrote(writer, file.ordinal, source, whole);
      },
      progressed: (progress) => {
        this.#watcher.progressed?.(item, progress);
      },
      left: (left) => {
        this.#watcher.left?.(left);
      },
    });
  }

  async #whenSettled(
    file: BatchFile,
    item: ImportItem,
    settled: Promise<ImportItem>,
  ): Promise<void> {
    this.#settle(file, await settled.catch((error: unknown) => fallen(item, error)));
  }

  #settle(file: BatchFile, item: ImportItem): void {
    // What was not begun is as it was.
    if (item.outcome !== 'cancelled') this.#batch.settle(file.ordinal, item);
    this.#watcher.settled(item, file.byteSize ?? 0);
  }
}

function itemOf({ path, outcome, source, error }: BatchFile): ImportItem {
  return {
    name: nameOfFile(path),
    path,
    outcome,
    source: outcome === 'waiting' ? null : source,
    parts: 0,
    error,
    warnings: [],
  };
}

function fallen(item: ImportItem, error: unknown): ImportItem {
  if (error instanceof CaseError && error.code === 'job.cancelled') {
    return { ...item, outcome: 'cancelled' };
  }
  return { ...item, outcome: 'failed', error: dataOf(error, item.path) };
}
