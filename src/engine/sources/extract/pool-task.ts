import { CaseError } from '#contract/error.ts';
import type { Extraction, ExtractionLimits } from './extraction.ts';
import { Claim, type ExtractionTask } from './worker-protocol.ts';

let lastId = 0;

/** One document on its way through the pool: settled once, by an answer, an error or its caller's signal. */
export class PoolTask {
  #message: ExtractionTask;
  readonly outcome: Promise<Extraction>;
  readonly #resolve: (extraction: Extraction) => void;
  readonly #reject: (error: CaseError) => void;
  readonly #signal: AbortSignal | undefined;
  #settled = false;

  constructor(path: string, limits: ExtractionLimits, signal?: AbortSignal) {
    this.#message = newMessage(path, limits);
    const { promise, resolve, reject } = Promise.withResolvers<Extraction>();
    this.outcome = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#signal = signal;
    signal?.addEventListener('abort', this.cancel, { once: true });
  }

  get message(): ExtractionTask {
    return this.#message;
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** Whether a worker is at it now, neither still to begin nor done. */
  get taken(): boolean {
    return Atomics.load(this.message.claim, 0) === Claim.taken;
  }

  /** Takes the task back from a worker that has not begun it; false when it has. */
  withdraw(): boolean {
    return (
      Atomics.compareExchange(this.message.claim, 0, Claim.free, Claim.withdrawn) === Claim.free
    );
  }

  /** A new message for another worker, which shares nothing with the one that was withdrawn or whose worker is gone. */
  renew(): void {
    const { path, limits } = this.#message;
    this.#message = newMessage(path, limits);
  }

  succeed(extraction: Extraction): void {
    if (this.#settle()) {
      this.#resolve(extraction);
    }
  }

  fail(error: CaseError): void {
    if (this.#settle()) {
      this.#reject(error);
    }
  }

  readonly cancel = (): void => {
    this.withdraw();
    this.fail(new CaseError('job.cancelled', { path: this.message.path }, this.#signal?.reason));
  };

  #settle(): boolean {
    const first = !this.#settled;
    this.#settled = true;
    this.#signal?.removeEventListener('abort', this.cancel);
    return first;
  }
}

function newMessage(path: string, limits: ExtractionLimits): ExtractionTask {
  lastId += 1;
  return { id: lastId, path, limits, claim: new Int32Array(new SharedArrayBuffer(4)) };
}
