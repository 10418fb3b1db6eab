import { basename } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { Extraction, MissingPart } from './extraction.ts';
import { unpackSegments } from './packed-segments.ts';
import { PoolTask, type Success } from './pool-task.ts';
import { PoolWorker, type WorkerShare } from './pool-worker.ts';
import type { DocumentProgress, HandedPart, ReadRequest } from './worker-protocol.ts';

/** Tasks a worker holds at a time: while it works on one, the next are already there. */
const DEPTH = 8;

/** Times that a document is opened again because the worker that handed out its parts was brought down by another. */
const REOPENINGS = 20;

export interface PoolOptions {
  /** The workers' code. */
  readonly file: string;
  /** Workers at most; they are started when there is work for them. */
  readonly size: number;
  /** What a worker may take. */
  readonly share: WorkerShare;
  /** What one may take for a document which needs more, when all others rest. Left out: no more. */
  readonly large?: WorkerShare;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: DocumentProgress) => void) | undefined;
}

/** A document that was read, and what is within it. */
export interface OpenedDocument {
  readonly extraction: Extraction;
  /**
   * The documents within it, read when they are asked for, so that no more than one is held; to be gone through once.
   * Null where there are none.
   *
   * @throws CaseError as the document itself: those handed out before stand
   */
  readonly parts: AsyncGenerator<HandedPart | MissingPart, void, undefined> | null;
  /** Lets go of what is within it. */
  close(): void;
}

/** Where the parts of a document are: the number of the task by which it was read. */
interface Place {
  of: number;
}

/**
 * Runs extractions in worker threads. Documents are handed out in order; one that takes too long, takes too much memory
 * or brings its worker down fails alone, and what was waiting behind it goes to another worker.
 */
export class ExtractionPool {
  readonly #options: PoolOptions;
  readonly #workers = new Set<PoolWorker>();
  #waiting: PoolTask[] = [];
  /** The worker that has most of the memory, while it works. */
  #large: PoolWorker | undefined;
  /** Told when a worker gives back a task that no other can do. */
  readonly #homeless = new Map<PoolTask, () => void>();
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /**
   * @throws CaseError what the worker answers; `source.timedOut` {limit: milliseconds}; `job.cancelled` when the signal is
   * aborted or the pool closed; `source.failed` {reason} when the worker comes down
   */
  async run(request: ReadRequest, options: RunOptions = {}): Promise<OpenedDocument> {
    const answer = await this.#open(request, options);
    const extraction = { ...answer.extraction, segments: unpackSegments(answer.segments) };
    if (!answer.parts) return { extraction, parts: null, close: () => undefined };
    const place = { of: answer.id };
    return {
      extraction,
      parts: this.#parts(request, options, place),
      close: () => {
        this.#drop(place);
      },
    };
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

  async #open(
    request: ReadRequest,
    options: RunOptions,
  ): Promise<Extract<Success, { extraction: unknown }>> {
    const path = nameOf(request);
    if (this.#closed || options.signal?.aborted === true) {
      throw new CaseError('job.cancelled', { path }, options.signal?.reason);
    }
    const task = new PoolTask({ want: 'document', ...request }, { path, ...options });
    this.#waiting.push(task);
    this.#handOut();
    const answer = await task.outcome;
    if ('extraction' in answer) return answer;
    throw new CaseError('source.failed', { path, reason: 'another answer' });
  }

  /** Asks for one part after another; when the worker that has them is gone, the document is opened again. */
  async *#parts(
    request: ReadRequest,
    options: RunOptions,
    place: Place,
  ): AsyncGenerator<HandedPart | MissingPart, void, undefined> {
    let reopenings = 0;
    try {
      for (let skip = 0; ; skip += 1) {
        let answer = await this.#next(place.of, request, options);
        while (answer === null) {
          reopenings += 1;
          if (reopenings > REOPENINGS) {
            const reason = 'its parts were lost';
            throw new CaseError('source.failed', { path: nameOf(request), reason });
          }
          this.#drop(place);
          place.of = (await this.#open({ ...request, skip }, options)).id;
          answer = await this.#next(place.of, request, options);
        }
        if (!('part' in answer) || answer.part === null) return;
        yield answer.part;
      }
    } finally {
      this.#drop(place);
    }
  }

  /** The answer of the worker that has the parts; null when it is gone, or busy with something that takes its time. */
  async #next(
    of: number,
    request: ReadRequest,
    { signal, progress }: RunOptions,
  ): Promise<Success | null> {
    const path = nameOf(request);
    if (this.#closed || signal?.aborted === true) {
      throw new CaseError('job.cancelled', { path }, signal?.reason);
    }
    const worker = this.#holderOf(of);
    if (worker === undefined) return null;
    const task = new PoolTask(
      { want: 'part', of, limits: request.limits },
      { path, signal, progress },
    );
    const { promise, resolve } = Promise.withResolvers<null>();
    this.#homeless.set(task, () => {
      resolve(null);
    });
    worker.give(task);
    try {
      return await Promise.race([task.outcome, promise]);
    } finally {
      this.#homeless.delete(task);
    }
  }

  #holderOf(of: number): PoolWorker | undefined {
    return this.#workers.values().find((worker) => worker.hasParts(of));
  }

  #drop({ of }: Place): void {
    this.#holderOf(of)?.dropParts(of);
  }

  #handOut(): void {
    while (this.#waiting.length > 0) {
      if (this.#large !== undefined && this.#large.load > 0) return;
      const large = this.#waiting.find((task) => task.alone && !task.settled);
      const worker = large === undefined ? this.#leastBusy() : this.#largeWorker();
      if (worker === undefined) {
        return;
      }
      const task = large ?? this.#waiting[0];
      this.#waiting = this.#waiting.filter((waiting) => waiting !== task);
      if (task !== undefined && !task.settled) {
        worker.give(task);
      }
    }
  }

  /** A worker for a document that needs most of the memory, once all others rest. */
  #largeWorker(): PoolWorker | undefined {
    for (const worker of this.#workers) {
      if (worker.load > 0) return undefined;
    }
    this.#rest();
    this.#large = this.#start(this.#options.large ?? this.#options.share);
    return this.#large;
  }

  /** Ends the workers that have nothing to do, so that what they took of the memory is free. */
  #rest(): void {
    for (const worker of this.#workers) {
      if (worker.load > 0 || worker.holds > 0) continue;
      this.#workers.delete(worker);
      void worker.close();
    }
  }

  /** An idle worker, else a new one if there may be more, else the one that holds least and not yet too much. */
  #leastBusy(): PoolWorker | undefined {
    if (this.#large !== undefined) {
      this.#large = undefined;
      this.#rest();
    }
    const able = Array.from(this.#workers).filter((worker) => worker.takesMore(DEPTH));
    const best = able.toSorted((one, other) => one.load - other.load || one.holds - other.holds)[0];
    if (best?.load === 0 || this.#workers.size >= this.#options.size) {
      return best;
    }
    return this.#start(this.#options.share);
  }

  #start(share: WorkerShare): PoolWorker {
    const worker: PoolWorker = new PoolWorker(this.#options.file, share, {
      progressed: () => {
        this.#handOut();
      },
      gaveBack: (tasks) => {
        const documents = tasks.filter((task) => task.message.want === 'document');
        for (const task of tasks) this.#homeless.get(task)?.();
        this.#waiting.unshift(...documents);
        this.#handOut();
      },
      ended: () => {
        this.#workers.delete(worker);
        if (this.#large === worker) this.#large = undefined;
        this.#handOut();
      },
    });
    this.#workers.add(worker);
    return worker;
  }
}

function nameOf({ input }: ReadRequest): string {
  return 'path' in input ? input.path : basename(input.name);
}
