import { basename } from 'node:path';
import { CaseError, type CaseErrorData } from '#contract/error.ts';
import type { ImportItem } from '#contract/job.ts';
import type { ProvenanceChanges } from '#contract/source.ts';
import {
  DEFAULT_LIMITS,
  openDocument,
  type HandedPart,
  type MissingPart,
  type OpenedDocument,
} from '../extract/index.ts';
import { dataOf, type ImportContext, type ReadingOptions } from './import-context.ts';
import type { Written } from './write-queue.ts';

/** Documents of one container that are read at a time; of one within another, one. */
const LANES = 4;

/** Kinds of documents that can hold others. */
const HOLDING = new Set(['archive', 'email', 'pdf', 'document']);

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

/** A part that there is room for. */
interface HeldPart {
  readonly part: HandedPart | MissingPart;
  /** Gives the room back. */
  readonly release: () => void;
}

/** Takes in what is in one file, however deep. Each document of it stands or falls alone. */
export class MembersImport {
  readonly #context: ImportContext;
  readonly #item: ImportItem;
  readonly #reading: ReadingOptions;
  /** Whether an earlier import began with this file, and some of it is there. */
  readonly #begunBefore: boolean;
  readonly #told: (item: ImportItem) => void;
  readonly #provenance: ProvenanceChanges;
  readonly #writing: Promise<void>[] = [];
  #taken = 0;
  #missing = 0;
  #documents = 0;
  #bytes = 0;
  #full = false;

  /** @param told of what could not be taken in */
  constructor(
    context: ImportContext,
    item: ImportItem,
    reading: ReadingOptions,
    { begunBefore, told }: { begunBefore: boolean; told: (item: ImportItem) => void },
  ) {
    this.#context = context;
    this.#item = item;
    // How far the file is, its own parts tell.
    this.#reading = { ...reading, progress: undefined };
    this.#begunBefore = begunBefore;
    this.#told = told;
    // What is in it has titles of its own.
    const { title: _, ...provenance } = context.request.provenance;
    this.#provenance = provenance;
  }

  /** Sources that were made, and documents that could not be taken in, once all are written. */
  async written(): Promise<{ taken: number; missing: number }> {
    await Promise.all(this.#writing);
    return { taken: this.#taken, missing: this.#missing };
  }

  /**
   * Goes through the parts of a container.
   *
   * @throws CaseError `job.cancelled`; anything else that happens is told of the part it happens to
   */
  async goThrough(
    parts: NonNullable<OpenedDocument['parts']>,
    container: Container,
  ): Promise<void> {
    const { gate, signal } = this.#context;
    // The next part is not asked for before there is room for the one before.
    let last: Promise<unknown> = Promise.resolve();
    const ask = (): Promise<HeldPart | null> => {
      const next = last.then(() => this.#next(parts, container));
      last = next.catch(() => undefined);
      return next;
    };
    const lane = async (): Promise<void> => {
      while (!this.#full) {
        await gate.pass(signal);
        const held = await ask();
        if (held === null) return;
        await this.#part(held, container);
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

  async #next(
    parts: NonNullable<OpenedDocument['parts']>,
    { depth }: Container,
  ): Promise<HeldPart | null> {
    const { budget } = this.#context;
    const next = await parts.next();
    if (next.done === true) return null;
    const part = next.value;
    const bytes = 'bytes' in part ? part.bytes.byteLength : 0;
    // What is in a container within another must not wait: that container gives back nothing before it is gone through.
    return { part, release: depth === 1 ? await budget.acquire(bytes) : budget.take(bytes) };
  }

  async #part({ part, release }: HeldPart, container: Container): Promise<void> {
    if (!('bytes' in part)) {
      release();
      this.#left(part.name, container, part.error);
      return;
    }
    this.#documents += 1;
    this.#bytes += part.bytes.byteLength;
    const full = this.#objection();
    if (full !== null) {
      release();
      this.#full = true;
      this.#left(part.name, container, full);
      return;
    }
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
    const { queue, request, again, signal } = this.#context;
    const { bytes, sha256, metadata } = part;
    if (container.ancestors.has(sha256)) return null;
    const there = queue.known(sha256);
    if (there !== undefined) {
      const own = this.#isFrom(there, container);
      if (!own) this.#cameAgain(part, there, container);
      const goesInto = own && (again || this.#begunBefore) && this.#mayHold(there);
      if (!goesInto) return null;
    }
    const name = basename(part.name);
    const opened = await openDocument({ name, bytes }, this.#reading);
    try {
      const ahead = await queue.writeAhead(opened.extraction, { bytes }, signal);
      const added = queue.add({
        ahead,
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
    const work = (): Promise<void> => this.goThrough(parts, container);
    await (container.depth === 2 ? this.#context.inTurn(work) : work());
  }

  async #written(written: Promise<Written>, name: string, container: Container): Promise<void> {
    const outcome = await written;
    if (outcome.outcome === 'imported') this.#taken += 1;
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
    this.#told({
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

function placeIn({ place }: Container, name: string): string {
  return place === '' ? name : `${place}/${name}`;
}
