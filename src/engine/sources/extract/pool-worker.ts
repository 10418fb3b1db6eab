import type { Worker } from 'node:worker_threads';
import { CaseError } from '#contract/error.ts';
import { startWorker } from '../../threads/index.ts';
import type { PoolTask } from './pool-task.ts';
import type { ExtractionAnswer } from './worker-protocol.ts';

/** Milliseconds between two looks at the document a worker is busy with. */
const WATCH_INTERVAL = 100;

export interface PoolOptions {
  /** The workers' code. */
  readonly file: string;
  /** Workers at most; they are started when there is work for them. */
  readonly size: number;
  /** Mebibytes of JavaScript heap a worker may take. */
  readonly heap: number;
}

/**
 * Mebibytes. Node ends a worker at its heap limit with 16 MiB to spare; a collection that promotes more than that at once
 * would abort the whole process instead, so what can be promoted at once is kept well below.
 */
const YOUNG_GENERATION = 8;

export interface PoolWorkerEvents {
  /** A task was answered: there is room for another. */
  progressed(): void;
  /** These tasks were not begun and are to be given to another worker. */
  gaveBack(tasks: PoolTask[]): void;
  /** The worker is gone. */
  ended(): void;
}

/** One worker thread and the tasks it holds, in the order it takes them up. */
export class PoolWorker {
  readonly #worker: Worker;
  readonly #events: PoolWorkerEvents;
  #tasks: PoolTask[] = [];
  #watch: NodeJS.Timeout | undefined;
  /** When the current task was first seen to be under way, by `performance.now()`. */
  #begun: { task: PoolTask; at: number } | undefined;
  #gone = false;

  constructor(options: PoolOptions, events: PoolWorkerEvents) {
    this.#events = events;
    this.#worker = startWorker(options.file, {
      name: 'extract',
      resourceLimits: {
        maxOldGenerationSizeMb: options.heap,
        maxYoungGenerationSizeMb: YOUNG_GENERATION,
      },
    });
    this.#worker.on('message', (answer: ExtractionAnswer) => {
      this.#answered(answer);
    });
    this.#worker.on('error', (cause: unknown) => {
      this.#end(cause);
    });
    this.#worker.on('exit', () => {
      this.#end(new Error('the worker ended'));
    });
    this.#worker.unref();
  }

  /** Tasks it holds, the current one included. */
  get load(): number {
    return this.#tasks.length;
  }

  /** Whether it can hold another task now: not when the current one is taking its time. */
  takesMore(depth: number): boolean {
    return !this.#gone && this.load < depth && (this.load === 0 || this.#begun === undefined);
  }

  give(task: PoolTask): void {
    if (this.load === 0) {
      this.#worker.ref();
      this.#watch = setInterval(() => {
        this.#look();
      }, WATCH_INTERVAL);
    }
    this.#tasks.push(task);
    this.#worker.postMessage(task.message, []);
  }

  async close(): Promise<void> {
    this.#gone = true;
    this.#stopWatching();
    for (const task of this.#tasks) {
      task.cancel();
    }
    this.#tasks = [];
    await this.#worker.terminate();
  }

  #answered(answer: ExtractionAnswer): void {
    const task = this.#tasks.find(({ message }) => message.id === answer.id);
    this.#forget((held) => held !== task && !(held.settled && !held.taken));
    if ('extraction' in answer) {
      task?.succeed(answer.extraction);
    } else {
      task?.fail(new CaseError(answer.error.code, answer.error.details));
    }
    this.#events.progressed();
  }

  /** Time limits are looked at here rather than by a timer for each document, which would cost more than a small one. */
  #look(): void {
    const current = this.#tasks.find((task) => task.taken);
    if (current === undefined) {
      this.#forget((task) => !task.settled);
      this.#events.progressed();
      return;
    }
    if (this.#begun?.task !== current) {
      this.#begun = { task: current, at: performance.now() };
      return;
    }
    const { milliseconds: limit } = current.message.limits;
    const late = performance.now() - this.#begun.at >= limit;
    if (late || current.settled) {
      this.#end(new CaseError('source.timedOut', { path: current.message.path, limit }));
      void this.#worker.terminate();
      return;
    }
    this.#giveBack(this.#tasks.filter((task) => task !== current && task.withdraw()));
  }

  /** Passes on what waits behind a document that takes its time. */
  #giveBack(tasks: PoolTask[]): void {
    this.#forget((task) => !tasks.includes(task));
    for (const task of tasks) {
      task.renew();
    }
    if (tasks.length > 0) {
      this.#events.gaveBack(tasks);
    }
  }

  #forget(keep: (task: PoolTask) => boolean): void {
    this.#tasks = this.#tasks.filter(keep);
    if (this.#begun !== undefined && !this.#tasks.includes(this.#begun.task)) {
      this.#begun = undefined;
    }
    if (this.#tasks.length === 0) {
      this.#stopWatching();
    }
  }

  #stopWatching(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    // A worker that is being ended is waited for, also when its last answer comes meanwhile.
    if (!this.#gone) this.#worker.unref();
  }

  #end(cause: unknown): void {
    if (this.#gone) {
      return;
    }
    this.#gone = true;
    this.#stopWatching();
    const tasks = this.#tasks;
    this.#tasks = [];
    const taken = tasks.filter((task) => task.taken);
    const begunNone = tasks.every((task) => task.withdraw());
    // When none was begun the worker cannot even start, and neither would the next one.
    for (const task of begunNone ? tasks : taken) {
      task.fail(failure(task, cause));
    }
    this.#events.ended();
    this.#giveBack(tasks.filter((task) => !task.settled));
  }
}

function failure(task: PoolTask, cause: unknown): CaseError {
  if (cause instanceof CaseError) {
    return cause;
  }
  const { path } = task.message;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CaseError('source.failed', { path, reason }, cause);
}
