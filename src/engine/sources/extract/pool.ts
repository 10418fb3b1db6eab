import { CaseError } from '#contract/error.ts';
import type { Extraction, ExtractionLimits } from './extraction.ts';
import { PoolWorker, type PoolOptions } from './pool-worker.ts';
import { PoolTask } from './pool-task.ts';

/** Tasks a worker holds at a time: while it works on one, the next are already there. */
const DEPTH = 8;

/**
 * Runs extractions in worker threads. Documents are handed out in order; one that takes too long, takes too much memory
 * or brings its worker down fails alone, and what was waiting behind it goes to another worker.
 */
export class ExtractionPool {
  readonly #options: PoolOptions;
  readonly #workers = new Set<PoolWorker>();
  #waiting: PoolTask[] = [];
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /**
   * @throws CaseError what the worker answers; `source.timedOut` {limit: milliseconds}; `job.cancelled` when the signal is
   * aborted or the pool closed; `source.failed` {reason} when the worker comes down
   */
  run(path: string, limits: ExtractionLimits, signal?: AbortSignal): Promise<Extraction> {
    if (this.#closed || signal?.aborted === true) {
      return Promise.reject(new CaseError('job.cancelled', { path }, signal?.reason));
    }
    const task = new PoolTask(path, limits, signal);
    this.#waiting.push(task);
    this.#handOut();
    return task.outcome;
  }

  /** Ends all workers; what was under way or waiting fails with `job.cancelled`. */
  async close(): Promise<void> {
    this.#closed = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const task of waiting) {
      task.cancel();
    }
    await Promise.all(Array.from(this.#workers, (worker) => worker.close()));
  }

  #handOut(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#leastBusy();
      if (worker === undefined) {
        return;
      }
      const task = this.#waiting.shift();
      if (task !== undefined && !task.settled) {
        worker.give(task);
      }
    }
  }

  /** An idle worker, else a new one if there may be more, else the one that holds least and not yet too much. */
  #leastBusy(): PoolWorker | undefined {
    const able = Array.from(this.#workers).filter((worker) => worker.takesMore(DEPTH));
    const best = able.toSorted((one, other) => one.load - other.load)[0];
    if (best?.load === 0 || this.#workers.size >= this.#options.size) {
      return best;
    }
    const worker: PoolWorker = new PoolWorker(this.#options, {
      progressed: () => {
        this.#handOut();
      },
      gaveBack: (tasks) => {
        this.#waiting.unshift(...tasks);
        this.#handOut();
      },
      ended: () => {
        this.#workers.delete(worker);
        this.#handOut();
      },
    });
    this.#workers.add(worker);
    return worker;
  }
}
