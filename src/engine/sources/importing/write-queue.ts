import { CaseError } from '#contract/error.ts';
import type { CustodyWords } from '#contract/custody.ts';
import type { ProvenanceChanges } from '#contract/source.ts';
import { newId } from '#shared/id.ts';
import { insertCustody } from '../../custody/index.ts';
import { storeFailure, type CaseStore, type Writer } from '../../store/index.ts';
import type { Extraction } from '../extract/index.ts';
import { AgainNotes, type Again } from './again.ts';
import { KnownBytes } from './known-bytes.ts';
import { LargeOriginals } from './large-originals.ts';
import { Pace } from './pace.ts';
import { putSourceRow, putText, type SourceOrigin } from './source-row.ts';

/** A gesture of an import holds at most so many documents, or so many bytes of them and of their texts: less, where `Pace` says so. */
const batchDocuments = 128;
const batchBytes = 16 * 1024 * 1024;
/** What was read waits no longer than this for more, in milliseconds, so that a slow import is seen to go on. */
const batchWait = 2000;

/** A document that was read and is to be written. */
export interface NewSource {
  readonly origin: SourceOrigin;
  readonly extraction: Extraction;
  readonly provenance: ProvenanceChanges;
  readonly custody: CustodyWords | null;
  /** Whether its bytes were written ahead of it. */
  readonly ahead: boolean;
  /** Told of its id in the gesture that writes it. */
  readonly written?: (writer: Writer, id: string) => void;
}

/** What became of it: `there` is a source of the same bytes that the case has, or is about to have. */
export type Written =
  | { readonly outcome: 'imported'; readonly source: string }
  | { readonly outcome: 'duplicate'; readonly source: string }
  | { readonly outcome: 'failed'; readonly error: unknown };

interface Pending extends NewSource {
  readonly id: string;
  readonly settle: (written: Written) => void;
}

/** What goes on beside the writing of documents. */
export interface Beside {
  /** Writes in each gesture what is to be known with it; the gesture may be made again. */
  within(writer: Writer): void;
  /** What was written with the last gesture is on the disk. */
  done(): void;
  /** The case file is in trouble: nothing more can be written. */
  failed(error: unknown): void;
}

/**
 * Writes documents in batches, each one gesture: first the records, then the texts. A document that cannot go in takes
 * the gesture back, and it is made again without that one: this is rare, and cheaper than a savepoint for each document,
 * since at each savepoint, those of statements with triggers included, FTS5 writes to the file the words it has gathered.
 */
export class WriteQueue {
  /** What the case has already. */
  readonly there: KnownBytes;
  readonly #store: CaseStore;
  readonly #beside: Beside;
  #pending: Pending[] = [];
  #again: Again[] = [];
  readonly #notes = new AgainNotes();
  readonly #pace = new Pace();
  readonly #ids = new Map<string, string>();
  readonly #large: LargeOriginals;
  /** Sources that were to be written, and turned out to be there or could not be: what they are now. */
  readonly #fates = new Map<string, Written>();
  #bytes = 0;
  #work = 0;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  #failure: unknown = null;

  constructor(store: CaseStore, beside: Beside) {
    this.#store = store;
    this.there = new KnownBytes(store);
    this.#large = new LargeOriginals(store);
    this.#beside = beside;
  }

  /** The source of these bytes, in the case or about to be. */
  known(sha256: string): string | undefined {
    const pending = this.#ids.get(sha256);
    if (pending !== undefined) return pending;
    return this.#store.one<{ id: string }>('SELECT id FROM source WHERE sha256 = ?', sha256)?.id;
  }

  /**
   * Writes the original of a large document ahead of it, which `add` is to know.
   *
   * @throws CaseError as `LargeOriginals` does
   */
  async writeAhead(
    extraction: Extraction,
    content: SourceOrigin['content'],
    signal: AbortSignal,
  ): Promise<boolean> {
    const isKnown = (): boolean => this.known(extraction.sha256) !== undefined;
    try {
      return await this.#large.write(extraction, content, isKnown, signal);
    } catch (error) {
      if (concernsCase(error)) this.#fail(error);
      throw error;
    }
  }

  /**
   * Takes a document over. Its id holds at once, so that what is in it can name it; whether it is written is known later.
   */
  add(document: NewSource): { id: string; isNew: boolean; written: Promise<Written> } {
    const { sha256, byteSize, text } = document.extraction;
    const there = this.known(sha256);
    if (there !== undefined) {
      const written = this.#unclaimed(document, { outcome: 'duplicate', source: there });
      return { id: there, isNew: false, written };
    }
    const id = newId();
    const { promise, resolve } = Promise.withResolvers<Written>();
    this.#ids.set(sha256, id);
    this.#pending.push({ ...document, id, settle: resolve });
    this.there.add(byteSize);
    const bytes = document.ahead ? 0 : byteSize;
    this.#bytes += bytes + text.length;
    this.#work += Pace.workOf(bytes, text.length);
    this.#soon();
    const written = promise.then((outcome) => this.#unclaimed(document, outcome));
    return { id, isNew: true, written };
  }

  /** If a document did not go in, takes away what was written ahead of it. */
  async #unclaimed({ ahead, extraction }: NewSource, written: Written): Promise<Written> {
    if (ahead && written.outcome !== 'imported') await this.#large.drop(extraction);
    return written;
  }

  /** Notes that a document which the case has came again. */
  again(again: Again): void {
    this.#again.push(again);
    this.#work += Pace.workOf(0, 0);
    this.#soon();
  }

  #soon(): void {
    const count = this.#pending.length + this.#again.length;
    if (count === 1) this.#since = performance.now();
    const waited = performance.now() - this.#since;
    const isFull = count >= batchDocuments || this.#bytes >= batchBytes;
    if (isFull || waited >= batchWait || this.#pace.isEnough(this.#work)) {
      this.flush();
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, batchWait);
  }

  /** Writes what is at hand. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    const again = this.#again;
    this.#pending = [];
    this.#again = [];
    const work = this.#work;
    this.#bytes = 0;
    this.#work = 0;
    if (pending.length === 0 && again.length === 0) return;
    try {
      if (this.#failure !== null) throw this.#failure;
      this.#write(pending, again, work);
    } catch (error) {
      this.#fail(error);
      for (const document of pending) this.#settle(document, { outcome: 'failed', error });
    }
    for (const { extraction } of pending) this.#ids.delete(extraction.sha256);
  }

  #fail(error: unknown): void {
    if (this.#failure === null) this.#beside.failed(error);
    this.#failure ??= error;
  }

  /** @throws CaseError when the case file itself is in trouble, so that nothing of the batch can go in */
  #write(pending: readonly Pending[], again: readonly Again[], work: number): void {
    let rest = pending;
    for (;;) {
      let current: Pending | null = null;
      try {
        const begun = performance.now();
        const written = this.#store.gesture('source.import', (writer) => {
          const all = new Map<Pending, Written>();
          for (const document of rest) {
            current = document;
            all.set(document, this.#put(writer, document, all));
          }
          current = null;
          this.#notes.write(writer, again);
          for (const document of rest) {
            current = document;
            if (all.get(document)?.outcome === 'imported') putText(writer, document.extraction);
          }
          current = null;
          this.#beside.within(writer);
          return all;
        });
        this.#notes.written();
        this.#pace.took(work, performance.now() - begun);
        this.#beside.done();
        for (const [document, outcome] of written) this.#settle(document, outcome);
        return;
      } catch (error) {
        this.#notes.forget();
        const failure = storeFailure(error, this.#store.opening.path);
        const culprit = rest.find((document) => document === current);
        if (culprit === undefined || concernsCase(failure)) throw failure;
        this.#settle(culprit, { outcome: 'failed', error: failure });
        rest = rest.filter((document) => document !== culprit);
      }
    }
  }

  #put(writer: Writer, document: Pending, written: ReadonlyMap<Pending, Written>): Written {
    const { origin, extraction, provenance, custody, id } = document;
    const there = writer.one<{ id: string }>(
      'SELECT id FROM source WHERE sha256 = ?',
      extraction.sha256,
    );
    if (there !== undefined) return { outcome: 'duplicate', source: there.id };
    const container = origin.container;
    const fate = container === undefined ? undefined : this.#fateOf(container.id, written);
    // What could not be written takes what was in it with it: it would belong to nothing.
    if (fate?.outcome === 'failed') return fate;
    const within =
      container === undefined || fate === undefined
        ? origin
        : { ...origin, container: { ...container, id: fate.source } };
    putSourceRow(writer, { ...within, id }, extraction, provenance);
    if (custody !== null) insertCustody(writer, id, custody);
    document.written?.(writer, id);
    return { outcome: 'imported', source: id };
  }

  #fateOf(id: string, written: ReadonlyMap<Pending, Written>): Written | undefined {
    for (const [document, outcome] of written) if (document.id === id) return outcome;
    return this.#fates.get(id);
  }

  #settle(document: Pending, written: Written): void {
    if (written.outcome !== 'imported') this.#fates.set(document.id, written);
    document.settle(written);
  }
}

function concernsCase(failure: unknown): boolean {
  if (!(failure instanceof CaseError)) return false;
  return failure.code === 'file.diskFull' || failure.code.startsWith('case.');
}
