import { CaseError } from '#contract/error.ts';
import type { ImportItem, Job } from '#contract/job.ts';
import type { Gate } from './gate.ts';
import { JobEntry, type Progress } from './job-entry.ts';

/** Shortest time between two events of one watch, in milliseconds. */
const interval = 100;

/** How a job is told to wait, and why it is to end. */
export interface Control {
  readonly gate: Gate;
  /** Whether it was ended by the program and not by a person: what can go on another time is left as it is. */
  interrupted(): boolean;
}

/** The engine's long pieces of work. A job belongs to the engine, not to the window that started it. */
export class Jobs {
  readonly #entries = new Map<string, JobEntry>();

  /**
   * Starts a job and answers at once. `work` reports through `progress`, waits where `control` says so and stops when
   * `signal` is aborted.
   */
  start(
    kind: Job['kind'],
    handle: string,
    total: number,
    work: (progress: Progress, signal: AbortSignal, control: Control) => Promise<void>,
  ): Job {
    const entry = new JobEntry(kind, handle, total, (progress, { signal, ...control }) =>
      work(progress, signal, control),
    );
    this.#entries.set(entry.id, entry);
    return entry.view(0);
  }

  /** The jobs of an open case, without their items. */
  list(handle: string): Job[] {
    return [...this.#entries.values()]
      .filter((entry) => entry.handle === handle)
      .map((entry) => entry.view(entry.count));
  }

  /** The items that a job has told so far. @throws CaseError `job.notFound` */
  items(id: string): readonly ImportItem[] {
    return this.#entry(id).items();
  }

  /** The job as it is now with all its items, then as it goes on, each item told once, until it has ended. */
  async *watch(id: string, signal?: AbortSignal): AsyncGenerator<Job, void> {
    const entry = this.#entry(id);
    let told = 0;
    for (;;) {
      const view = entry.view(told);
      told = entry.count;
      const { ended, changes } = entry;
      yield view;
      if (ended || signal?.aborted === true) return;
      await this.#change(entry, changes, signal);
    }
  }

  /** Lets a job wait before it takes up the next file; one that cannot wait goes on. @throws CaseError `job.notFound` */
  pause(id: string): Job {
    const entry = this.#entry(id);
    if (entry.view(entry.count).kind !== 'dossiers') entry.pause();
    return entry.view(entry.count);
  }

  /** @throws CaseError `job.notFound` */
  resume(id: string): Job {
    const entry = this.#entry(id);
    entry.resume();
    return entry.view(entry.count);
  }

  /** Asks a job to stop; what it has done stays done. */
  cancel(id: string): Job {
    const entry = this.#entry(id);
    entry.cancel();
    return entry.view(entry.count);
  }

  /**
   * Waits until the jobs of a case that run now have ended by themselves. One that a person let wait would never: it is
   * ended, and can go on another time.
   */
  async settled(handle: string): Promise<void> {
    const running = [...this.#entries.values()].filter((entry) => entry.handle === handle);
    for (const entry of running) if (entry.state === 'paused') entry.interrupt();
    await Promise.all(running.map((entry) => entry.finished));
  }

  /** Stops the jobs of a case, or all, and waits until they have. */
  async end(handle?: string): Promise<void> {
    const ending = [...this.#entries.values()].filter(
      (entry) => handle === undefined || entry.handle === handle,
    );
    for (const entry of ending) entry.interrupt();
    await Promise.all(ending.map((entry) => entry.finished));
    for (const entry of ending) this.#entries.delete(entry.id);
  }

  #entry(id: string): JobEntry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new CaseError('job.notFound', { id });
    return entry;
  }

  /** Waits until something has changed, and then a little, so that many changes make one event. */
  async #change(entry: JobEntry, seen: number, signal?: AbortSignal): Promise<void> {
    await entry.change(seen, signal);
    if (entry.ended || signal?.aborted === true) return;
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}
