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
    const paths = [...new Set(lacking)];
    const batch = ImportBatch.begin(store, { ...request, paths });
    return this.#start(handle, store, batch, { passwords, again: true });
  }

  /** Writes what became of each file as CSV. @throws CaseError `job.notFound`, `file.notWritable` and its like */
  saveResults(job: string, path: string): SavedFile {
    return writeWhole(path, Buffer.from(resultLines(this.#jobs.items(job)), 'utf8'));
  }

  #of(job: string): Started {
    const started = this.#started.get(job);
    if (started === undefined) throw new CaseError('job.notFound', { id: job });
    return started;
  }

  #start(handle: string, store: CaseStore, batch: ImportBatch, options: ImportOptions): Job {
    const { request } = batch;
    const lacking: string[] = [];
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
          settled: (item: ImportItem, byteSize: number) => {
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
    this.#started.set(job.id, { handle, request, lacking });
    return job;
  }
}

function lacks({ outcome, warnings }: ImportItem): boolean {
  return outcome === 'failed' || warnings.some((one) => one.startsWith(Warning.membersLeftOut));
}
