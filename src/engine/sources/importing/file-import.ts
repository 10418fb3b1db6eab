import { basename } from 'node:path';
import type { CustodyWords } from '#contract/custody.ts';
import { CaseError, type CaseErrorData } from '#contract/error.ts';
import type { ImportRequest } from '#contract/import.ts';
import type { ImportItem } from '#contract/job.ts';
import type { ProvenanceChanges } from '#contract/source.ts';
import type { Gate } from '../../jobs/index.ts';
import { openHere, type CaseStore, type Writer } from '../../store/index.ts';
import {
  DEFAULT_LIMITS,
  openDocument,
  Warning,
  type DocumentProgress,
  type HandedPart,
  type MissingPart,
  type OpenedDocument,
} from '../extract/index.ts';
import type { ByteBudget } from './byte-budget.ts';
import type { Written, WriteQueue } from './write-queue.ts';

/** Documents of one container that are read at a time; of one within another, one. */
const LANES = 4;

/** Kinds of documents that can hold others. */
const HOLDING = new Set(['archive', 'email', 'pdf', 'document']);

/** What all files of an import share. */
export interface ImportContext {
  readonly store: CaseStore;
  readonly queue: WriteQueue;
  readonly request: Omit<ImportRequest, 'paths'>;
  readonly passwords: readonly string[];
  readonly gate: Gate;
  readonly signal: AbortSignal;
  readonly budget: ByteBudget;
  /** Runs one piece of work after another: one container within another is gone through at a time. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
  /** Whether what the case has already is gone through again for what is in it, and not told as having come again. */
  readonly again: boolean;
}

/** What a file's import tells while it goes on. */
export interface FileWatcher {
  /** Told in the gesture that writes its source. */
  wrote(writer: Writer, source: string, whole: boolean): void;
  progressed(progress: DocumentProgress): void;
  /** A document within it could not be taken in. */
  left(item: ImportItem): void;
}

/** A container whose documents are taken in. */
interface Container {
  readonly id: string;
  /** Its place within the file; empty for the file itself. */
  readonly place: string;
  /** 1 for the file itself. */
  readonly depth: number;
  /** SHA-256 of it and of all it is in: one that holds itself is not gone into. */
  readonly ancestors: ReadonlySet<string>;
}

/** The import of one file with all that is in it. Each document of it stands or falls alone. */
export class FileImport {
  readonly #context: ImportContext;
  readonly #watcher: FileWatcher;
  readonly #item: ImportItem;
  /** The source that this import made of it before it was interrupted. */
  readonly #before: string | null;
  readonly #provenance: ProvenanceChanges;
  readonly #writing: Promise<void>[] = [];
  #parts = 0;
  #missing = 0;
  #documents = 0;
  #bytes = 0;
  #full = false;

  constructor(
    context: ImportContext,
    item: ImportItem,
    before: string | null,
    watcher: FileWatcher,
  ) {
    this.#context = context;
    this.#item = item;
    this.#before = before;
    this.#watcher = watcher;
    // What is in it has titles of its own.
    const { title: _, ...provenance } = context.request.provenance;
    this.#provenance = provenance;
  }

  /**
   * Reads the file and what is in it.
   *
   * @returns what becomes of it, once all of it is written
   * @throws CaseError why it cannot be read; `job.cancelled`
   */
  async run(): Promise<{ settled: Promise<ImportItem> }> {
    const { queue, request } = this.#context;
    const { path, name } = this.#item;
    // A case that is open is no document, and may not be opened a second time: see `store/open-files.ts`.
    if (openHere(path) !== undefined) {
      throw new CaseError('source.unsupported', { path, mediaType: 'application/vnd.sqlite3' });
    }
    const opened = await openDocument(path, this.#reading());
    try {
      const { extraction, parts } = opened;
      const { settings, derivesFrom, provenance, custody } = request;
      const added = queue.add({
        origin: { name, content: { path }, settings, derivesFrom },
        extraction,
        provenance,
        custody: custody === null ? null : custodyWords(custody),
        written: (writer, id) => {
          this.#watcher.wrote(writer, id, parts === null);
        },
      });
      const goesOn = added.isNew || added.id === this.#before || this.#context.again;
      if (!goesOn) queue.again({ source: added.id, name, path, provenance });
      if (parts !== null && goesOn) {
        const ancestors = new Set([extraction.sha256]);
        await this.#goThrough(parts, { id: added.id, place: '', depth: 1, ancestors });
      }
      return { settled: this.#settled(added.written, extraction.warnings) };
    } finally {
      opened.close();
    }
  }

  async #settled(written: Promise<Written>, warnings: readonly string[]): Promise<ImportItem> {
    const own = await written;
    await Promise.all(this.#writing);
    if (own.outcome === 'failed') throw own.error;
    const outcome = own.source === this.#before ? 'imported' : own.outcome;
    if (outcome === 'duplicate' && !this.#context.again) {
      return { ...this.#item, outcome, source: own.source };
    }
    const others = warnings.filter((warning) => !warning.startsWith(Warning.membersLeftOut));
    const left = this.#missing === 0 ? [] : [`${Warning.membersLeftOut} ${this.#missing}`];
    return {
      ...this.#item,
      outcome,
      source: own.source,
      parts: this.#parts,
      warnings: [...others, ...left],
    };
  }

  #reading(): Parameters<typeof openDocument>[1] {
    const { passwords, request, signal } = this.#context;
    const progress = (now: DocumentProgress): void => {
      this.#watcher.progressed(now);
    };
    return { settings: request.settings, passwords, signal, progress };
  }

  async #goThrough(
    parts: NonNullable<OpenedDocument['parts']>,
    container: Container,
  ): Promise<void> {
    const { gate, signal } = this.#context;
    const lane = async (): Promise<void> => {
      while (!this.#full) {
        await gate.pass(signal);
        const next = await parts.next();
        if (next.done === true) return;
        await this.#part(next.value, container);
      }
    };
    try {
      await Promise.all(Array.from({ length: container.depth === 1 ? LANES : 1 }, lane));
    } catch (error) {
      if (signal.aborted) throw new CaseError('job.cancelled', { path: this.#item.path }, error);
      // The rest of it is lost, and what came before stands.
      this.#left('…', container, dataOf(error, this.#item.path));
    }
  }

  async #part(part: HandedPart | MissingPart, container: Container): Promise<void> {
    if (!('bytes' in part)) {
      this.#left(part.name, container, part.error);
      return;
    }
    this.#documents += 1;
    this.#bytes += part.bytes.byteLength;
    const full = this.#objection();
    if (full !== null) {
      this.#full = true;
      this.#left(part.name, container, full);
      return;
    }
    const release = await this.#context.budget.acquire(part.bytes.byteLength);
    try {
      const held = await this.#take(part, container);
      if (held === null) release();
      else this.#writing.push(held.written.finally(release));
    } catch (error) {
      release();
      if (this.#context.signal.aborted) throw error;
      this.#left(part.name, container, dataOf(error, part.name));
    }
  }

  #objection(): CaseErrorData | null {
    const { members, unpackedBytes } = DEFAULT_LIMITS;
    if (this.#documents > members) {
      return { code: 'source.tooMany', details: { limit: members } };
    }
    return this.#bytes > unpackedBytes
      ? { code: 'source.tooLarge', details: { size: this.#bytes, limit: unpackedBytes } }
      : null;
  }

  /** @returns what comes to an end when it is written; null where there is nothing to write */
  async #take(part: HandedPart, container: Container): Promise<{ written: Promise<void> } | null> {
    const { queue, request, again } = this.#context;
    const { bytes, sha256, metadata } = part;
    if (container.ancestors.has(sha256)) return null;
    const there = queue.known(sha256);
    if (there !== undefined) {
      const own = this.#isFrom(there, container);
      if (!own) this.#cameAgain(part, there, container);
      const goesInto = own && (again || this.#before !== null) && this.#mayHold(there);
      if (!goesInto) return null;
    }
    const name = basename(part.name);
    const opened = await openDocument({ name, bytes }, this.#reading());
    try {
      const added = queue.add({
        origin: {
          name,
          content: { bytes },
          container: { id: container.id, path: part.name },
          settings: request.settings,
          ...(metadata === undefined ? {} : { said: metadata }),
        },
        extraction: opened.extraction,
        provenance: this.#provenance,
        custody: null,
      });
      if (opened.parts !== null) {
        await this.#goInto(opened.parts, {
          id: added.id,
          place: placeIn(container, part.name),
          depth: container.depth + 1,
          ancestors: new Set([...container.ancestors, sha256]),
        });
      }
      return { written: this.#written(added.written, part.name, container) };
    } finally {
      opened.close();
    }
  }

  async #goInto(parts: NonNullable<OpenedDocument['parts']>, container: Container): Promise<void> {
    const { nesting: limit } = DEFAULT_LIMITS;
    if (container.depth > limit) {
      this.#left('…', container, { code: 'source.tooDeep', details: { limit } });
      return;
    }
    const work = (): Promise<void> => this.#goThrough(parts, container);
    await (container.depth === 2 ? this.#context.inTurn(work) : work());
  }

  async #written(written: Promise<Written>, name: string, container: Container): Promise<void> {
    const outcome = await written;
    if (outcome.outcome === 'imported') this.#parts += 1;
    if (outcome.outcome === 'failed') this.#left(name, container, dataOf(outcome.error, name));
  }

  #isFrom(source: string, { id }: Container): boolean {
    const { store } = this.#context;
    const row = store.one<{ id: string | null }>(
      'SELECT container_id AS id FROM source WHERE id = ?',
      source,
    );
    return row?.id === id;
  }

  #mayHold(source: string): boolean {
    const { store } = this.#context;
    const row = store.one<{ kind: string }>('SELECT kind FROM source WHERE id = ?', source);
    return row !== undefined && HOLDING.has(row.kind);
  }

  #cameAgain({ name }: HandedPart, source: string, container: Container): void {
    const path = `${this.#item.path}/${placeIn(container, name)}`;
    const provenance = this.#provenance;
    this.#context.queue.again({ source, name: basename(name), path, provenance });
  }

  #left(name: string, container: Container, error: CaseErrorData): void {
    this.#missing += 1;
    this.#watcher.left({
      name,
      path: `${this.#item.path}/${placeIn(container, name)}`,
      outcome: 'failed',
      source: null,
      parts: 0,
      error,
      warnings: [],
    });
  }
}

function custodyWords(said: NonNullable<ImportRequest['custody']>): CustodyWords {
  const { act = 'received', party = '', actor = '', happened = '', purpose = '', note = '' } = said;
  return { act, party, actor, happened, purpose, note };
}

function placeIn({ place }: Container, name: string): string {
  return place === '' ? name : `${place}/${name}`;
}

/** What a failure is to a person. */
export function dataOf(error: unknown, path: string): CaseErrorData {
  if (error instanceof CaseError) return { code: error.code, details: error.details };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'source.failed', details: { path, reason } };
}
