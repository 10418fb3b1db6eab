import type { Worker } from 'node:worker_threads';
import { CaseError } from '#contract/error.ts';
import { startWorker } from '../../threads/index.ts';
import type { PoolTask } from './pool-task.ts';
import type { WorkerAnswer, WorkerMessage, WorkerNews } from './worker-protocol.ts';

/** Milliseconds between two looks at the document a worker is busy with. */
const WATCH_INTERVAL = 100;

const MEBIBYTE = 1024 * 1024;

/** What a worker may take. */
export interface WorkerShare {
  /** Mebibytes of JavaScript heap. */
  readonly heap: number;
  /** Mebibytes outside of the heap: bytes, pictures, the memory of WebAssembly. */
  readonly outside: number;
  /** Whether that is nearly all the memory there is, so that no other worker could take more. */
  readonly alone: boolean;
}

/**
 * Mebibytes. Node ends a worker at its heap limit with 16 MiB to spare; a collection that promotes more than that at once
 * would abort the whole process instead, so what can be promoted at once is kept well below.
 */
const YOUNG_GENERATION = 8;

export interface PoolWorkerEvents {
  /** A task was answered: there is room for another. */
  progressed(): void;
  /** These tasks are to be given to another worker. */
  gaveBack(tasks: PoolTask[]): void;
  /** The worker is gone. */
  ended(): void;
}

/** When the current task was first seen to be under way, and when it was last seen to get on, by `performance.now()`. */
interface Begun {
  task: PoolTask;
  at: number;
  lastAt: number;
  pulse: number;
}

/** One worker thread and the tasks it holds, in the order it takes them up. */
export class PoolWorker {
  readonly #worker: Worker;
  readonly #events: PoolWorkerEvents;
  readonly #share: WorkerShare;
  #tasks: PoolTask[] = [];
  /** Documents it has read whose parts it still hands out, by the number of the task. */
  readonly #held = new Set<number>();
  #watch: NodeJS.Timeout | undefined;
  #begun: Begun | undefined;
  #measuring = false;
  #gone = false;

  /** @param file with the code of the worker */
  constructor(file: string, share: WorkerShare, events: PoolWorkerEvents) {
    this.#events = events;
    this.#share = share;
    this.#worker = startWorker(file, {
      name: 'extract',
      resourceLimits: {
        maxOldGenerationSizeMb: share.heap,
        maxYoungGenerationSizeMb: YOUNG_GENERATION,
      },
    });
    this.#worker.on('message', (message: WorkerAnswer | WorkerNews) => {
      if ('progress' in message) this.#find(message.id)?.progressed(message.progress);
      else this.#answered(message);
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

  /** Documents whose parts it hands out. */
  get holds(): number {
    return this.#held.size;
  }

  /** Whether it can hold another task now: not when the current one is taking its time. */
  takesMore(depth: number): boolean {
    return !this.#gone && this.load < depth && (this.load === 0 || this.#begun === undefined);
  }

  /** Whether it still has the parts of a document that it read. */
  hasParts(of: number): boolean {
    return !this.#gone && this.#held.has(of);
  }

  give(task: PoolTask): void {
    if (this.load === 0) {
      this.#worker.ref();
      this.#watch = setInterval(() => {
        this.#look();
      }, WATCH_INTERVAL);
    }
    this.#tasks.push(task);
    this.#tell(task.message);
  }

  /** The parts of a document are wanted no more. */
  dropParts(of: number): void {
    if (this.#held.delete(of) && !this.#gone) this.#tell({ want: 'none', of });
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

  #tell(message: WorkerMessage): void {
    this.#worker.postMessage(message, []);
  }

  #find(id: number): PoolTask | undefined {
    return this.#tasks.find(({ message }) => message.id === id);
  }

  #answered(answer: WorkerAnswer): void {
    const task = this.#find(answer.id);
    this.#forget((held) => held !== task && !(held.settled && !held.taken));
    if ('error' in answer) {
      task?.fail(new CaseError(answer.error.code, answer.error.details));
    } else {
      if ('parts' in answer && answer.parts) {
        this.#held.add(answer.id);
        // Nobody is left to ask for them.
        if (task === undefined || task.settled) this.dropParts(answer.id);
      }
      task?.succeed(answer);
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
    const now = performance.now();
    const { pulse } = current;
    if (this.#begun?.task !== current) {
      this.#begun = { task: current, at: now, lastAt: now, pulse };
      return;
    }
    if (this.#begun.pulse !== pulse) this.#begun = { ...this.#begun, lastAt: now, pulse };
    const { milliseconds, overallMilliseconds } = current.message.limits;
    const still = now - this.#begun.lastAt >= milliseconds;
    if (still || now - this.#begun.at >= overallMilliseconds || current.settled) {
      const limit = still ? milliseconds : overallMilliseconds;
      this.#end(new CaseError('source.timedOut', { path: current.path, limit }));
      void this.#worker.terminate();
      return;
    }
    this.#giveBack(this.#tasks.filter((task) => task !== current && task.withdraw()));
    void this.#measure(current);
  }

  /** Node bounds the heap of a worker; what it takes outside of that is looked at here, while a document takes its time. */
  async #measure(task: PoolTask): Promise<void> {
    if (this.#measuring) return;
    this.#measuring = true;
    const taken = await this.#worker.getHeapStatistics().then(
      (statistics) => statistics.external_memory,
      () => 0,
    );
    this.#measuring = false;
    const stillAtIt = this.#begun?.task === task && task.taken;
    if (this.#gone || !stillAtIt || taken <= this.#share.outside * MEBIBYTE) return;
    this.#end(new OutOfMemory());
    void this.#worker.terminate();
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
    this.#held.clear();
    this.#stopWatching();
    const tasks = this.#tasks;
    this.#tasks = [];
    const taken = tasks.filter((task) => task.taken);
    const begunNone = tasks.every((task) => task.withdraw());
    // When none was begun the worker cannot even start, and neither would the next one.
    const fallen = begunNone ? tasks : taken;
    // What needs more memory than a worker has may need no more than there is.
    const larger = this.#share.alone || !isOutOfMemory(cause) ? [] : fallen.filter(isDocument);
    for (const task of fallen.filter((one) => !larger.includes(one))) {
      task.fail(failure(task, cause));
    }
    for (const task of larger) task.alone = true;
    this.#events.ended();
    this.#giveBack(tasks.filter((task) => !task.settled));
  }
}

function isDocument(task: PoolTask): boolean {
  return task.message.want === 'document';
}

class OutOfMemory extends Error {
  constructor() {
    super('It takes more memory than a document may.');
  }
}

function isOutOfMemory(cause: unknown): boolean {
  if (cause instanceof OutOfMemory) return true;
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function failure({ path }: PoolTask, cause: unknown): CaseError {
  if (cause instanceof CaseError) {
    return cause;
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CaseError('source.failed', { path, reason }, cause);
}
