import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CaseError } from '#contract/error.ts';
import { packageFolder } from '../../resources.ts';
import { TypesetReply, type TypesetRequest } from './message.ts';

interface Waiting {
  readonly resolve: (reply: TypesetReply) => void;
  readonly reject: (error: CaseError) => void;
}

/**
 * The host's end of the typesetting worker. The thread is started by the first request and does not keep the process
 * alive while nothing is asked of it. Typesetting cannot be interrupted from inside, so cancelling one request ends the
 * thread and asks a new one for whatever else was waiting.
 */
export class TypesettingWorker {
  #thread: Worker | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting & { readonly request: TypesetRequest }>();

  async typeset(
    asked: Omit<TypesetRequest, 'id'>,
    signal: AbortSignal | undefined,
  ): Promise<TypesetReply> {
    if (signal?.aborted) throw new CaseError('job.cancelled');
    const request = { ...asked, id: this.#next };
    this.#next += 1;
    const cancel = (): void => {
      this.#waiting.get(request.id)?.reject(new CaseError('job.cancelled'));
      this.#waiting.delete(request.id);
      void this.#restart();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<TypesetReply>((resolve, reject) => {
        this.#waiting.set(request.id, { resolve, reject, request });
        this.#post(request);
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Ends the thread; whatever was waiting is cancelled. */
  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    this.#failAll(new CaseError('job.cancelled'));
    await thread?.terminate();
  }

  async #restart(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    for (const { request } of this.#waiting.values()) this.#post(request);
    await thread?.terminate();
  }

  #post(request: TypesetRequest): void {
    const thread = (this.#thread ??= this.#start());
    thread.ref();
    thread.postMessage(request);
  }

  #start(): Worker {
    // The host's own flags may be none that a thread accepts (`--input-type`, an inspector's port).
    const thread = new Worker(workerFile(), { execArgv: [] });
    thread.on('message', (message: unknown) => {
      const reply = TypesetReply.parse(message);
      this.#waiting.get(reply.id)?.resolve(reply);
      this.#waiting.delete(reply.id);
      if (this.#waiting.size === 0) thread.unref();
    });
    const lost = (cause: unknown): void => {
      if (this.#thread !== thread) return;
      this.#thread = undefined;
      this.#failAll(new CaseError('dossier.failed', { reason: 'the typesetter stopped' }, cause));
    };
    thread.on('error', lost);
    thread.on('exit', lost);
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
    : join(packageFolder(), 'out', 'main', 'typeset-worker.js');
}
