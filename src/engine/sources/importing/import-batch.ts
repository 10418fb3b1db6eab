import { CaseError, CaseErrorData } from '#contract/error.ts';
import { ImportRequest, type UnfinishedImport } from '#contract/import.ts';
import { ImportItem } from '#contract/job.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore, Writer } from '../../store/index.ts';
import { nameOfFile, type FoundFile } from './found-files.ts';

/** Files whose outcomes wait no longer to be written than for so many of them. */
const mostSettled = 500;

/** A file of an import, and what is known of it. */
export interface BatchFile extends FoundFile {
  readonly ordinal: number;
  readonly outcome: ImportItem['outcome'];
  /** Of one that was written, though not yet all that is in it. */
  readonly source: string | null;
  readonly error: CaseErrorData | null;
}

/**
 * An import as the case file knows it until it has ended, so that it can go on after a crash. That a file was taken in is
 * written with its source, in the same transaction; why one was not, a little later.
 */
export class ImportBatch {
  readonly id: string;
  readonly request: ImportRequest;
  readonly #store: CaseStore;
  #settled: { ordinal: number; item: ImportItem }[] = [];
  #writing = 0;

  private constructor(store: CaseStore, id: string, request: ImportRequest) {
    this.#store = store;
    this.id = id;
    this.request = request;
  }

  /** Notes that an import begins. */
  static begin(store: CaseStore, request: ImportRequest): ImportBatch {
    const batch = new ImportBatch(store, newId(), request);
    store.replay((writer) =>
      writer.run(
        'INSERT INTO import_batch (id, request, created_at) VALUES (?, ?, ?)',
        batch.id,
        JSON.stringify(request),
        new Date().toISOString(),
      ),
    );
    return batch;
  }

  /** One that has not ended. @throws CaseError `record.notFound` */
  static open(store: CaseStore, id: string): ImportBatch {
    const row = store.one<{ request: string }>('SELECT request FROM import_batch WHERE id = ?', id);
    if (row === undefined) throw new CaseError('record.notFound', { id });
    return new ImportBatch(store, id, ImportRequest.parse(JSON.parse(row.request)));
  }

  /** Those that have not ended, the oldest first. */
  static unfinished(store: CaseStore): UnfinishedImport[] {
    return store
      .all<Omit<UnfinishedImport, 'first'> & { path: string | null; request: string }>(
        `SELECT b.id, b.created_at AS begun, b.request,
           (SELECT count(*) FROM import_item i WHERE i.batch_id = b.id) AS total,
           (SELECT count(*) FROM import_item i WHERE i.batch_id = b.id AND i.outcome <> 'waiting') AS done,
           (SELECT i.path FROM import_item i WHERE i.batch_id = b.id AND i.ordinal = 0) AS path
         FROM import_batch b ORDER BY b.created_at, b.id`,
      )
      .map(({ path, request, total, ...batch }) => {
        if (path !== null) return { ...batch, total, first: nameOfFile(path) };
        // Its files were not all found yet.
        const paths = ImportRequest.safeParse(JSON.parse(request)).data?.paths ?? [];
        return { ...batch, total: paths.length, first: nameOfFile(paths[0] ?? '') };
      });
  }

  /** Gives one up; what it took in stays. @returns whether there was one */
  static forget(store: CaseStore, id: string): boolean {
    return store.replay((writer) => {
      writer.run('DELETE FROM import_item WHERE batch_id = ?', id);
      return writer.run('DELETE FROM import_batch WHERE id = ?', id).changes > 0;
    });
  }

  /** The files of it, once they were found. */
  files(): BatchFile[] {
    return this.#store
      .all<Omit<BatchFile, 'outcome' | 'error'> & { outcome: string; error: string }>(
        `SELECT ordinal, path, byte_size AS byteSize, outcome, source_id AS source, error
         FROM import_item WHERE batch_id = ? ORDER BY ordinal`,
        this.id,
      )
      .map(({ outcome, error, ...file }) => ({
        ...file,
        outcome: ImportItem.shape.outcome.catch('waiting').parse(outcome),
        error: error === '' ? null : CaseErrorData.parse(JSON.parse(error)),
      }));
  }

  /** Notes which files they are. */
  addFiles(files: readonly FoundFile[]): void {
    this.#store.replay((writer) => {
      for (const [ordinal, { path, byteSize }] of files.entries()) {
        writer.run(
          `INSERT INTO import_item (batch_id, ordinal, path, byte_size, outcome) VALUES (?, ?, ?, ?, 'waiting')`,
          this.id,
          ordinal,
          path,
          byteSize,
        );
      }
    });
  }

  /**
   * Notes in a gesture that a file's source is written.
   *
   * @param whole whether nothing in it is still to be taken in
   */
  wrote(writer: Writer, ordinal: number, source: string, whole: boolean): void {
    writer.run(
      'UPDATE import_item SET source_id = ?, outcome = ? WHERE batch_id = ? AND ordinal = ?',
      source,
      whole ? 'imported' : 'waiting',
      this.id,
      ordinal,
    );
  }

  /** What became of a file; written with the next gesture, or when it is many. */
  settle(ordinal: number, item: ImportItem): void {
    this.#settled.push({ ordinal, item });
    if (this.#settled.length >= mostSettled) this.flush();
  }

  flush(): void {
    if (this.#settled.length === 0) return;
    this.#store.replay((writer) => {
      this.within(writer);
    });
    this.done();
  }

  within(writer: Writer): void {
    this.#writing = this.#settled.length;
    for (const { ordinal, item } of this.#settled) {
      writer.run(
        'UPDATE import_item SET outcome = ?, source_id = ?, error = ? WHERE batch_id = ? AND ordinal = ?',
        item.outcome === 'cancelled' ? 'waiting' : item.outcome,
        item.source,
        item.error === null ? '' : JSON.stringify(item.error),
        this.id,
        ordinal,
      );
    }
  }

  done(): void {
    this.#settled.splice(0, this.#writing);
    this.#writing = 0;
  }

  /** It has come to its end. */
  end(): void {
    ImportBatch.forget(this.#store, this.id);
  }
}
