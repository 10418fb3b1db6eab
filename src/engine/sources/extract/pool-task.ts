import { CaseError } from '#contract/error.ts';
import { Claim, type DocumentProgress, type Wanted, type WorkerAnswer } from './worker-protocol.ts';
import type { WorkerTask } from './worker-protocol.ts';

let lastId = 0;

/** What a worker answers when it does not fail. */
export type Success = Exclude<WorkerAnswer, { readonly error: unknown }>;

export interface TaskOptions {
  /** For errors: the path of the document, or its name. */
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: DocumentProgress) => void) | undefined;
}

/** One task on its way through the pool: settled once, by an answer, an error or its caller's signal. */
export class PoolTask {
  #message: WorkerTask;
  readonly path: string;
  readonly outcome: Promise<Success>;
  /** Whether it needs a worker that has most of the memory, and nobody beside it. */
  alone = false;
  readonly #resolve: (answer: Success) => void;
  readonly #reject: (error: CaseError) => void;
  readonly #signal: AbortSignal | undefined;
  readonly #progress: ((progress: DocumentProgress) => void) | undefined;
  #settled = false;

  constructor(wanted: Wanted, { path, signal, progress }: TaskOptions) {
    this.#message = newMessage(wanted);
    this.path = path;
    const { promise, resolve, reject } = Promise.withResolvers<Success>();
    this.outcome = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#signal = signal;
    this.#progress = progress;
    signal?.addEventListener('abort', this.cancel, { once: true });
  }

  get message(): WorkerTask {
    return this.#message;
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** Whether a worker is at it now, neither still to begin nor done. */
  get taken(): boolean {
    return Atomics.load(this.message.claim, 0) === Claim.taken;
  }

  /** A number that changes whenever the document gets on. */
  get pulse(): number {
    return Atomics.load(this.message.claim, 1);
  }

  /** Takes the task back from a worker that has not begun it; false when it has. */
  withdraw(): boolean {
    return (
      Atomics.compareExchange(this.message.claim, 0, Claim.free, Claim.withdrawn) === Claim.free
    );
  }

  /** A new message for another worker, which shares nothing with the one that was withdrawn or whose worker is gone. */
  renew(): void {
    this.#message = newMessage(this.#message);
  }

  progressed(progress: DocumentProgress): void {
    if (!this.#settled) this.#progress?.(progress);
  }

  succeed(answer: Success): void {
    if (this.#settle()) {
      this.#resolve(answer);
    }
  }

  fail(error: CaseError): void {
    if (this.#settle()) {
      this.#reject(error);
    }
  }

  readonly cancel = (): void => {
    this.withdraw();
    this.fail(new CaseError('job.cancelled', { path: this.path }, this.#signal?.reason));
  };

  #settle(): boolean {
    const first = !this.#settled;
    this.#settled = true;
    this.#signal?.removeEventListener('abort', this.cancel);
    return first;
  }
}

function newMessage(wanted: Wanted): WorkerTask {
  lastId += 1;
  return { ...wanted, id: lastId, claim: new Int32Array(new SharedArrayBuffer(8)) };
}
