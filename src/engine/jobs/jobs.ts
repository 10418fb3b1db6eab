import { CaseError } from '#contract/error.ts';
import type { ImportItem, Job } from '#contract/job.ts';
import { newId } from '#shared/id.ts';

/** Shortest time between two events of one watch, in milliseconds. */
const interval = 100;

/** What a job tells of its progress while it runs. */
export interface Progress {
  started(item: ImportItem): void;
  settled(item: ImportItem): void;
}

interface Entry {
  job: Omit<Job, 'items'>;
  items: ImportItem[];
  controller: AbortController;
  /** Called whenever something changed. */
  wake: Set<() => void>;
  finished: Promise<void>;
}

/** The engine's long pieces of work. A job belongs to the engine, not to the window that started it. */
export class Jobs {
  readonly #entries = new Map<string, Entry>();

  /** Starts a job and answers at once. `work` reports through `progress` and stops when `signal` is aborted. */
  start(
    kind: Job['kind'],
    handle: string,
    total: number,
    work: (progress: Progress, signal: AbortSignal) => Promise<void>,
  ): Job {
    const entry: Entry = {
      job: {
        id: newId(),
        kind,
        handle,
        state: 'running',
        done: 0,
        total,
        failed: 0,
        duplicates: 0,
        current: null,
        underWay: [],
        bytes: null,
        left: null,
        error: null,
      },
      items: [],
      controller: new AbortController(),
      wake: new Set(),
      finished: Promise.resolve(),
    };
    this.#entries.set(entry.job.id, entry);
    entry.finished = this.#run(entry, work);
    return this.#view(entry, 0);
  }

  /** The jobs of an open case, without their items. */
  list(handle: string): Job[] {
    return [...this.#entries.values()]
      .filter((entry) => entry.job.handle === handle)
      .map((entry) => this.#view(entry, entry.items.length));
  }

  /** The job as it is now with all its items, then as it goes on, each item told once, until it has ended. */
  async *watch(id: string, signal?: AbortSignal): AsyncGenerator<Job, void> {
    const entry = this.#entry(id);
    let told = 0;
    for (;;) {
      const view = this.#view(entry, told);
      told = entry.items.length;
      yield view;
      if (view.state !== 'running' || signal?.aborted === true) return;
      await this.#change(entry, signal);
    }
  }

  /** Asks a job to stop; what it has done stays done. */
  cancel(id: string): Job {
    const entry = this.#entry(id);
    entry.controller.abort();
    return this.#view(entry, entry.items.length);
  }

  /** Waits until the jobs of a case that run now have ended by themselves. */
  async settled(handle: string): Promise<void> {
    const running = [...this.#entries.values()].filter((entry) => entry.job.handle === handle);
    await Promise.all(running.map((entry) => entry.finished));
  }

  /** Stops the jobs of a case, or all, and waits until they have. */
  async end(handle?: string): Promise<void> {
    const ending = [...this.#entries.values()].filter(
      (entry) => handle === undefined || entry.job.handle === handle,
    );
    for (const entry of ending) entry.controller.abort();
    await Promise.all(ending.map((entry) => entry.finished));
    for (const entry of ending) this.#entries.delete(entry.job.id);
  }

  async #run(
    entry: Entry,
    work: (progress: Progress, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { job, items, controller } = entry;
    const told = () => {
      for (const wake of entry.wake) wake();
    };
    const progress: Progress = {
      started(item) {
        job.current = item.name;
        told();
      },
      settled(item) {
        items.push(item);
        job.done += 1;
        if (item.outcome === 'failed') job.failed += 1;
        if (item.outcome === 'duplicate') job.duplicates += 1;
        told();
      },
    };
    try {
      await work(progress, controller.signal);
      job.state = controller.signal.aborted ? 'cancelled' : 'done';
    } catch (error) {
      job.state = 'failed';
      job.error =
        error instanceof CaseError
          ? { code: error.code, details: error.details }
          : { code: 'internal', details: { reason: String(error) } };
    }
    job.current = null;
    told();
  }

  #view(entry: Entry, from: number): Job {
    return { ...entry.job, items: entry.items.slice(from) };
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new CaseError('job.notFound', { id });
    return entry;
  }

  /** Waits until something has changed, and then a little, so that many changes make one event. */
  async #change(entry: Entry, signal?: AbortSignal): Promise<void> {
    const before = entry.items.length;
    await new Promise<void>((resolve) => {
      const wake = () => {
        entry.wake.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      entry.wake.add(wake);
      signal?.addEventListener('abort', wake);
      if (entry.job.state !== 'running' || entry.items.length > before) wake();
    });
    if (entry.job.state !== 'running' || signal?.aborted === true) return;
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}
