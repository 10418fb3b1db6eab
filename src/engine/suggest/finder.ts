import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CaseError } from '#contract/error.ts';
import { packageFolder } from '../resources.ts';
import type { Candidate } from './candidate.ts';
import type { FinderReply, FinderRequest } from './message.ts';

interface Waiting {
  readonly resolve: (candidates: Candidate[]) => void;
  readonly reject: (error: CaseError) => void;
}

/** A text to be read for names. */
export type TextToRead = Omit<FinderRequest & { type: 'read' }, 'type' | 'id'>;

/** Whoever reads texts for names. */
export interface TextReader {
  setNames(names: Omit<FinderRequest & { type: 'names' }, 'type'>): void;
  forget(caseId: string): void;
  read(text: TextToRead): Promise<Candidate[]>;
  close(): Promise<void>;
}

/**
 * The engine's end of the thread that reads texts for names. It is started by the first request and does not keep the
 * process alive while nothing is asked of it. If it dies, what was asked of it fails, and the next request starts another
 * to which the names of each case are told again.
 */
export class Finder implements TextReader {
  #thread: Worker | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();
  readonly #names = new Map<string, FinderRequest & { type: 'names' }>();

  /** Tells the names of a case; texts read from now on are held against them. */
  setNames(names: Omit<FinderRequest & { type: 'names' }, 'type'>): void {
    const request = { type: 'names' as const, ...names };
    this.#names.set(names.caseId, request);
    this.#thread?.postMessage(request);
  }

  /** Forgets the names of a case that was closed. */
  forget(caseId: string): void {
    this.#names.delete(caseId);
    this.#thread?.postMessage({ type: 'forget', caseId } satisfies FinderRequest);
  }

  /** What may be worth recording in a text. @throws CaseError `internal` when the thread ended */
  async read(text: TextToRead): Promise<Candidate[]> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const thread = (this.#thread ??= this.#start());
      thread.ref();
      thread.postMessage({ type: 'read', id, ...text } satisfies FinderRequest);
    });
  }

  /** Ends the thread; whatever was waiting fails. */
  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    this.#failAll(new CaseError('job.cancelled'));
    await thread?.terminate();
  }

  #start(): Worker {
    // The host's own flags may be none that a thread accepts (`--input-type`, an inspector's port).
    const thread = new Worker(workerFile(), { execArgv: [] });
    thread.on('message', (reply: FinderReply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (this.#waiting.size === 0) thread.unref();
      if (reply.candidates !== null) waiting?.resolve(reply.candidates);
      else waiting?.reject(new CaseError('internal', { reason: reply.reason }));
    });
    const lost = (cause: unknown): void => {
      if (this.#thread !== thread) return;
      this.#thread = undefined;
      this.#failAll(new CaseError('internal', { reason: 'the reading of names stopped' }, cause));
    };
    thread.on('error', lost);
    thread.on('exit', lost);
    for (const names of this.#names.values()) thread.postMessage(names);
    return thread;
  }

  #failAll(error: CaseError): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** From source the worker is the file beside this one; a build puts it into the folder of the main bundles. */
function workerFile(): URL | string {
  const source = new URL('./worker.ts', import.meta.url);
  return import.meta.url.endsWith('.ts') && existsSync(source)
    ? source
    : join(packageFolder(), 'out', 'main', 'suggest-worker.js');
}
