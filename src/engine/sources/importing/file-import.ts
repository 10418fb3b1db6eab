import type { CustodyWords } from '#contract/custody.ts';
import { CaseError } from '#contract/error.ts';
import type { ImportRequest } from '#contract/import.ts';
import type { ImportItem } from '#contract/job.ts';
import { openHere, type Writer } from '../../store/index.ts';
import { openDocument, Warning, type DocumentProgress } from '../extract/index.ts';
import type { ImportContext, ReadingOptions } from './import-context.ts';
import { MembersImport } from './members-import.ts';
import type { Written } from './write-queue.ts';

/** What a file's import tells while it goes on. */
export interface FileWatcher {
  /** Told in the gesture that writes its source. */
  wrote(writer: Writer, source: string, whole: boolean): void;
  progressed(progress: DocumentProgress): void;
  /** A document within it could not be taken in. */
  left(item: ImportItem): void;
}

/** The import of one file with all that is in it. Each document of it stands or falls alone. */
export class FileImport {
  readonly #context: ImportContext;
  readonly #watcher: FileWatcher;
  readonly #item: ImportItem;
  /** The source that this import made of it before it was interrupted. */
  readonly #before: string | null;
  readonly #reading: ReadingOptions;
  readonly #members: MembersImport;

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
    const { passwords, request, signal } = context;
    const progress = (now: DocumentProgress): void => {
      watcher.progressed(now);
    };
    this.#reading = { settings: request.settings, passwords, signal, progress };
    this.#members = new MembersImport(context, item, this.#reading, {
      begunBefore: before !== null,
      told: (left) => {
        watcher.left(left);
      },
    });
  }

  /**
   * Reads the file and what is in it.
   *
   * @returns what becomes of it, once all of it is written
   * @throws CaseError why it cannot be read; `job.cancelled`
   */
  async run(): Promise<{ settled: Promise<ImportItem> }> {
    const { queue, request, signal } = this.#context;
    const { path, name } = this.#item;
    // A case that is open is no document, and may not be opened a second time: see `store/open-files.ts`.
    if (openHere(path) !== undefined) {
      throw new CaseError('source.unsupported', { path, mediaType: 'application/vnd.sqlite3' });
    }
    const there = await this.#there();
    if (there !== undefined) {
      queue.again({ source: there, name, path, provenance: request.provenance });
      const item: ImportItem = { ...this.#item, outcome: 'duplicate', source: there };
      return { settled: Promise.resolve(item) };
    }
    const opened = await openDocument(path, this.#reading);
    try {
      const { extraction, parts } = opened;
      const { settings, derivesFrom, provenance, custody } = request;
      const ahead = await queue.writeAhead(extraction, { path }, signal);
      const added = queue.add({
        origin: { name, content: { path }, settings, derivesFrom },
        ahead,
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
        await this.#members.goThrough(parts, { id: added.id, place: '', depth: 1, ancestors });
      }
      return { settled: this.#settled(added.written, extraction.warnings) };
    } finally {
      opened.close();
    }
  }

  /** The source of the same bytes that the case has, where nothing more is to be done with it. */
  async #there(): Promise<string | undefined> {
    const { queue, signal, again } = this.#context;
    if (again || this.#before !== null) return undefined;
    return await queue.there.find(this.#item.path, signal);
  }

  async #settled(written: Promise<Written>, warnings: readonly string[]): Promise<ImportItem> {
    const own = await written;
    const { taken, missing } = await this.#members.written();
    if (own.outcome === 'failed') throw own.error;
    const outcome = own.source === this.#before ? 'imported' : own.outcome;
    if (outcome === 'duplicate' && !this.#context.again) {
      return { ...this.#item, outcome, source: own.source };
    }
    const others = warnings.filter((warning) => !warning.startsWith(Warning.membersLeftOut));
    const left = missing === 0 ? [] : [`${Warning.membersLeftOut} ${missing}`];
    return {
      ...this.#item,
      outcome,
      source: own.source,
      parts: taken,
      warnings: [...others, ...left],
    };
  }
}

function custodyWords(said: NonNullable<ImportRequest['custody']>): CustodyWords {
  const { act = 'received', party = '', actor = '', happened = '', purpose = '', note = '' } = said;
  return { act, party, actor, happened, purpose, note };
}
