import { CaseError } from '#contract/error.ts';
import type { ImportItem, ItemProgress, Job } from '#contract/job.ts';
import { newId } from '#shared/id.ts';
import { Estimate } from './estimate.ts';
import { Gate } from './gate.ts';

/** Files at hand that a job names. */
const mostUnderWay = 8;

/** What a job tells of its progress while it runs. */
export interface Progress {
  /** How many files there are, where that was not known before, and their bytes. */
  counted(files: number, bytes: number): void;
  started(item: ImportItem, byteSize?: number): void;
  /** How far a file that was started is. */
  progressed(item: ImportItem, progress: Pick<ItemProgress, 'done' | 'total' | 'unit'>): void;
  settled(item: ImportItem, byteSize?: number): void;
  /** What is in a file and could not be taken in. It counts as no file. */
  left(item: ImportItem): void;
}

/** How a job is told to wait or to end. */
export interface Reins {
  readonly signal: AbortSignal;
  readonly gate: Gate;
  /** Whether it was ended by the program and not by a person: what can go on another time is left as it is. */
  interrupted(): boolean;
}

type Work = (progress: Progress, reins: Reins) => Promise<void>;

interface UnderWay extends ItemProgress {
  byteSize: number;
}

/** One job: what it has come to, and who waits for more of it. */
export class JobEntry {
  readonly #job: Omit<Job, 'items' | 'underWay' | 'bytes' | 'left'>;
  readonly #items: ImportItem[] = [];
  readonly #underWay = new Map<string, UnderWay>();
  readonly #controller = new AbortController();
  readonly #gate = new Gate();
  readonly #estimate = new Estimate();
  readonly #wake = new Set<() => void>();
  #bytes: { done: number; total: number } | null = null;
  #interrupted = false;
  #changes = 0;
  readonly finished: Promise<void>;

  constructor(kind: Job['kind'], handle: string, total: number, work: Work) {
    this.#job = {
      id: newId(),
      kind,
      handle,
      state: 'running',
      done: 0,
      total,
      failed: 0,
      duplicates: 0,
      current: null,
      error: null,
    };
    this.finished = this.#run(work);
  }

  get id(): string {
    return this.#job.id;
  }

  get handle(): string {
    return this.#job.handle;
  }

  get state(): Job['state'] {
    return this.#job.state;
  }

  get ended(): boolean {
    return this.state !== 'running' && this.state !== 'paused';
  }

  /** Items that were told so far. */
  get count(): number {
    return this.#items.length;
  }

  /** A number that grows with each change. */
  get changes(): number {
    return this.#changes;
  }

  items(): readonly ImportItem[] {
    return this.#items;
  }

  /** @param from the first item that is not left out */
  view(from: number): Job {
    const bytes = this.#bytes === null ? null : { ...this.#bytes };
    if (bytes !== null) {
      for (const file of this.#underWay.values()) bytes.done += Math.round(partOf(file));
      bytes.done = Math.min(bytes.done, bytes.total);
    }
    const counted = bytes === null || bytes.total === 0 ? this.#job : bytes;
    return {
      ...this.#job,
      underWay: Array.from(this.#underWay.values())
        .slice(0, mostUnderWay)
        .map(({ name, path, done, total, unit }) => ({ name, path, done, total, unit })),
      bytes,
      left: this.ended ? null : this.#estimate.left(counted.done, counted.total),
      items: this.#items.slice(from),
    };
  }

  pause(): void {
    if (this.#job.state !== 'running') return;
    this.#gate.close();
    this.#estimate.pause();
    this.#job.state = 'paused';
    this.#tell();
  }

  resume(): void {
    if (this.#job.state !== 'paused') return;
    this.#job.state = 'running';
    this.#estimate.resume();
    this.#gate.open();
    this.#tell();
  }

  cancel(): void {
    this.#controller.abort();
  }

  /** Ends it for the program's sake. */
  interrupt(): void {
    if (!this.#controller.signal.aborted) this.#interrupted = true;
    this.cancel();
  }

  /** Comes to an end when there were more changes than `seen`, or the signal is aborted. */
  async change(seen: number, signal?: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#wake.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      this.#wake.add(wake);
      signal?.addEventListener('abort', wake);
      if (this.#changes > seen) wake();
    });
  }

  async #run(work: Work): Promise<void> {
    const { signal } = this.#controller;
    const interrupted = () => this.#interrupted;
    try {
      await work(this.#progress(), { signal, gate: this.#gate, interrupted });
      this.#job.state = signal.aborted ? 'cancelled' : 'done';
    } catch (error) {
      this.#job.state = signal.aborted && isCancelled(error) ? 'cancelled' : 'failed';
      if (this.#job.state === 'failed') this.#job.error = dataOf(error);
    }
    this.#job.current = null;
    this.#underWay.clear();
    this.#tell();
  }

  #progress(): Progress {
    return {
      counted: (files, bytes) => {
        this.#job.total = files;
        this.#bytes = { done: 0, total: bytes };
        this.#tell();
      },
      started: ({ name, path }, byteSize = 0) => {
        this.#job.current = name;
        this.#underWay.set(path, { name, path, done: 0, total: 0, unit: 'bytes', byteSize });
        this.#tell();
      },
      progressed: ({ path }, progress) => {
        const file = this.#underWay.get(path);
        if (file === undefined) return;
        Object.assign(file, progress);
        this.#tell();
      },
      settled: (item, byteSize = 0) => {
        this.#underWay.delete(item.path);
        this.#items.push(item);
        this.#job.done += 1;
        if (this.#bytes !== null) this.#bytes.done += byteSize;
        if (item.outcome === 'failed') this.#job.failed += 1;
        if (item.outcome === 'duplicate') this.#job.duplicates += 1;
        this.#tell();
      },
      left: (item) => {
        this.#items.push(item);
        this.#tell();
      },
    };
  }

  #tell(): void {
    this.#changes += 1;
    for (const wake of this.#wake) wake();
  }
}

/** Bytes of a file that are done, by how far it is. */
function partOf({ done, total, byteSize }: UnderWay): number {
  return total === 0 ? 0 : byteSize * Math.min(1, done / total);
}

function isCancelled(error: unknown): boolean {
  return error instanceof CaseError && error.code === 'job.cancelled';
}

function dataOf(error: unknown): NonNullable<Job['error']> {
  return error instanceof CaseError
    ? { code: error.code, details: error.details }
    : { code: 'internal', details: { reason: String(error) } };
}
