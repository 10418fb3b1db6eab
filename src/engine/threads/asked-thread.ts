import type { Worker } from 'node:worker_threads';
import { CaseError } from '#contract/error.ts';
import { startWorker } from './worker-file.ts';

interface Waiting<Reply> {
  readonly message: object;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: CaseError) => void;
}

/**
 * The engine's end of a worker thread that answers what it is asked, each answer by the `id` of its question. The thread
 * is started by the first question and does not keep the process alive while nothing is asked of it. If it dies, what was
 * asked of it fails, and the next question starts another.
 */
export class AskedThread<Question extends object, Reply extends { id: number }> {
  readonly #file: () => string;
  readonly #lost: (cause: unknown) => CaseError;
  readonly #toldFirst: () => Iterable<object>;
  readonly #waiting = new Map<number, Waiting<Reply>>();
  #thread: Worker | undefined;
  #next = 1;

  /**
   * @param file where the worker's code is, asked when a thread is started
   * @param lost what questions fail with when the thread dies
   * @param toldFirst what each new thread is told before it is asked anything
   */
  constructor(
    file: () => string,
    lost: (cause: unknown) => CaseError,
    toldFirst: () => Iterable<object> = () => [],
  ) {
    this.#file = file;
    this.#lost = lost;
    this.#toldFirst = toldFirst;
  }

  /** Starts the thread before anything is asked of it, and tells it what to get ready for. */
  getReady(message: object): void {
    if (this.#thread !== undefined) return;
    this.#thread = this.#start();
    this.#thread.postMessage(message);
    this.#thread.unref();
  }

  /** Tells the thread something that has no answer; one that is not running is left at rest. */
  tell(message: object): void {
    this.#thread?.postMessage(message);
  }

  /**
   * The answer to a question. A thread at work cannot be interrupted, so aborting ends it and asks a new one whatever
   * else was waiting.
   *
   * @throws CaseError what `lost` gives when the thread died; `job.cancelled` when aborted or closed
   */
  async ask(question: Question, signal?: AbortSignal): Promise<Reply> {
    if (signal?.aborted === true) throw new CaseError('job.cancelled');
    const id = this.#next;
    this.#next += 1;
    const cancel = (): void => {
      this.#waiting.get(id)?.reject(new CaseError('job.cancelled'));
      this.#waiting.delete(id);
      void this.#restart();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<Reply>((resolve, reject) => {
        const message = { ...question, id };
        this.#waiting.set(id, { message, resolve, reject });
        this.#post(message);
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
    for (const { message } of this.#waiting.values()) this.#post(message);
    await thread?.terminate();
  }

  #post(message: object): void {
    const thread = (this.#thread ??= this.#start());
    thread.ref();
    thread.postMessage(message);
  }

  #start(): Worker {
    const thread = startWorker(this.#file());
    thread.on('message', (reply: Reply) => {
      this.#waiting.get(reply.id)?.resolve(reply);
      this.#waiting.delete(reply.id);
      // One that is being ended holds the process until it has: a last answer must not let go of it.
      if (this.#waiting.size === 0 && this.#thread === thread) thread.unref();
    });
    const lost = (cause: unknown): void => {
      if (this.#thread !== thread) return;
      this.#thread = undefined;
      this.#failAll(this.#lost(cause));
    };
    thread.on('error', lost);
    thread.on('exit', lost);
    for (const message of this.#toldFirst()) thread.postMessage(message);
    return thread;
  }

  #failAll(error: CaseError): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
