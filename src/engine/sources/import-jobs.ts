import type { SavedFile } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import type { ImportRequest, UnfinishedImport } from '#contract/import.ts';
import type { ImportItem, Job } from '#contract/job.ts';
import type { Jobs } from '../jobs/index.ts';
import type { CaseStore } from '../store/index.ts';
import { writeWhole } from '../write-whole.ts';
import { Warning } from './extract/index.ts';
import { checkRequest, runImport, type ImportOptions } from './import.ts';
import { ImportBatch } from './importing/import-batch.ts';
import { resultLines } from './importing/result-lines.ts';

/** An import of this run of the program. */
interface Started {
  readonly handle: string;
  readonly request: ImportRequest;
  /** Files that could not be taken in, or not all that is in them. */
  readonly lacking: string[];
  /** What became of the others, where this is an import whose failed files are tried again. */
  readonly others: readonly ImportItem[];
}

/** The imports of a program: those that run, those that have ended, and those that were interrupted in their case file. */
export class ImportJobs {
  readonly #jobs: Jobs;
  readonly #started = new Map<string, Started>();
  readonly #running = new Set<string>();

  constructor(jobs: Jobs) {
    this.#jobs = jobs;
  }

  /** @throws CaseError `edtf.invalid`, `record.notFound` (what they derive from), `case.readOnly` */
  start(
    handle: string,
    store: CaseStore,
    request: ImportRequest,
    passwords: readonly string[],
  ): Job {
    checkRequest(store, request);
    return this.#start(handle, store, ImportBatch.begin(store, request), { passwords });
  }

  /** Imports that did not come to their end, the oldest first. */
  unfinished(store: CaseStore): UnfinishedImport[] {
    return ImportBatch.unfinished(store).filter(({ id }) => !this.#running.has(id));
  }

  /** Goes on with one. @throws CaseError `record.notFound` */
  goOn(handle: string, store: CaseStore, id: string): Job {
    if (this.#running.has(id)) throw new CaseError('record.notFound', { id });
    return this.#start(handle, store, ImportBatch.open(store, id), {});
  }

  /** Gives one up; what it took in stays. @returns whether there was one */
  forget(store: CaseStore, id: string): boolean {
    return !this.#running.has(id) && ImportBatch.forget(store, id);
  }

  /** The case in which an import was started. @throws CaseError `job.notFound` */
  handleOf(job: string): string {
    return this.#of(job).handle;
  }

  /**
   * Tries again what could not be taken in, files and what is in them.
   *
   * @throws CaseError `job.notFound`
   */
  retry(store: CaseStore, job: string, passwords: readonly string[]): Job {
    const { handle, request, lacking } = this.#of(job);
    const again = new Set(lacking);
    const batch = ImportBatch.begin(store, { ...request, paths: [...again] });
    return this.#start(handle, store, batch, { passwords, again: true }, this.#results(job), again);
  }

  /**
   * Writes what became of each file as CSV: of all that were chosen, also where some were tried again since.
   *
   * @throws CaseError `job.notFound`, `file.notWritable` and its like
   */
  saveResults(job: string, path: string): SavedFile {
    return writeWhole(path, Buffer.from(resultLines(this.#results(job)), 'utf8'));
  }

  /** @throws CaseError `job.notFound` */
  #results(job: string): ImportItem[] {
    const others = this.#started.get(job)?.others ?? [];
    return [...others, ...this.#jobs.items(job)];
  }

  #of(job: string): Started {
    const started = this.#started.get(job);
    if (started === undefined) throw new CaseError('job.notFound', { id: job });
    return started;
  }

  /**
   * @param earlier what became of the files the time before
   * @param again those of them that are tried again
   */
  #start(
    handle: string,
    store: CaseStore,
    batch: ImportBatch,
    options: ImportOptions,
    earlier: readonly ImportItem[] = [],
    again: ReadonlySet<string> = new Set(),
  ): Job {
    const { request } = batch;
    const lacking: string[] = [];
    const others = earlier.filter(({ path }) => !again.has(path) && !isWithin(path, again));
    const before = new Map(earlier.map((item) => [item.path, item]));
    this.#running.add(batch.id);
    const job = this.#jobs.start(
      'import',
      handle,
      request.paths.length,
      async (progress, signal, control) => {
        const { gate } = control;
        const interrupted = (): boolean => control.interrupted();
        const watcher = {
          ...progress,
          settled: (settled: ImportItem, byteSize: number) => {
            const item = inAll(settled, before.get(settled.path));
            if (lacks(item)) lacking.push(item.path);
            progress.settled(item, byteSize);
          },
        };
        try {
          const unfinished = batch;
          await runImport(store, request, watcher, {
            ...options,
            signal,
            gate,
            unfinished,
            interrupted,
          });
        } finally {
          this.#running.delete(batch.id);
        }
      },
    );
    this.#started.set(job.id, { handle, request, lacking, others });
    return job;
  }
}

function lacks({ outcome, warnings }: ImportItem): boolean {
  return outcome === 'failed' || warnings.some((one) => one.startsWith(Warning.membersLeftOut));
}

/** What became of a file in all: one that was taken in and is tried again for what is in it is no duplicate of itself. */
function inAll(item: ImportItem, before: ImportItem | undefined): ImportItem {
  if (before?.source !== item.source || before.source === null) return item;
  return { ...item, outcome: before.outcome, parts: before.parts + item.parts };
}

/** Whether something was in one of these files. */
function isWithin(path: string, files: ReadonlySet<string>): boolean {
  return [...path.matchAll(/[/\\]/g)].some(({ index }) => files.has(path.slice(0, index)));
}
