import { CaseError } from '#contract/error.ts';
import { AskedThread, workerFile } from '../threads/index.ts';
import type { Candidate } from './candidate.ts';
import type { FinderReply, FinderRequest } from './message.ts';

/** A text to be read for names. */
export type TextToRead = Omit<FinderRequest & { type: 'read' }, 'type' | 'id'>;

/** Whoever reads texts for names. */
export interface TextReader {
  setNames(names: Omit<FinderRequest & { type: 'names' }, 'type'>): void;
  forget(caseId: string): void;
  /** @throws CaseError `job.cancelled` once it is closed */
  read(text: TextToRead): Promise<Candidate[]>;
  /** It reads nothing any more. */
  readonly closed: boolean;
  close(): Promise<void>;
}

/**
 * The engine's end of the thread that reads texts for names. Each thread that is started anew is told the names of each
 * case again.
 */
export class Finder implements TextReader {
  readonly #names = new Map<string, FinderRequest & { type: 'names' }>();
  readonly #thread = new AskedThread<TextToRead & { type: 'read' }, FinderReply>(
    () => workerFile(import.meta.url, 'suggest-worker'),
    (cause) => new CaseError('internal', { reason: 'the reading of names stopped' }, cause),
    () => this.#names.values(),
  );

  #closed = false;

  get closed(): boolean {
    return this.#closed;
  }

  /** Tells the names of a case; texts read from now on are held against them. */
  setNames(names: Omit<FinderRequest & { type: 'names' }, 'type'>): void {
    const request = { type: 'names' as const, ...names };
    this.#names.set(names.caseId, request);
    this.#thread.tell(request);
  }

  /** Forgets the names of a case that was closed. */
  forget(caseId: string): void {
    this.#names.delete(caseId);
    this.#thread.tell({ type: 'forget', caseId } satisfies FinderRequest);
  }

  /** What may be worth recording in a text. @throws CaseError `internal` when the thread ended, `job.cancelled` once it is closed */
  async read(text: TextToRead): Promise<Candidate[]> {
    // Another thread would hold the process that is ending.
    if (this.#closed) throw new CaseError('job.cancelled');
    const reply = await this.#thread.ask({ type: 'read', ...text });
    if (reply.candidates === null) throw new CaseError('internal', { reason: reply.reason });
    return reply.candidates;
  }

  /** Ends the thread, for good; whatever was waiting fails. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread.close();
  }
}
