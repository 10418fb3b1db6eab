import { CaseError } from '#contract/error.ts';

/** Milliseconds that work which nobody waits for any more is given to come to its end. */
const PATIENCE = 1500;

/**
 * Does one thing after another, where each makes the one before it needless: the previews of a dossier while somebody
 * changes it. What gives way before its turn is never begun. What is at work is let finish if that is soon, because ending
 * it ends the thread, and the next would have to begin without all that the thread remembers.
 */
export class Succession {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param work is told by its signal to end at once
   * @param signal gives way
   * @throws CaseError `job.cancelled` as soon as it gave way
   */
  async take<Result>(
    work: (signal: AbortSignal) => Promise<Result>,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<Result> {
    if (signal.aborted) throw new CaseError('job.cancelled');
    const gone = Promise.withResolvers<never>();
    const leave = (): void => gone.reject(new CaseError('job.cancelled'));
    signal.addEventListener('abort', leave, { once: true });
    const done = this.#last.then(() => this.#run(work, signal));
    this.#last = done.catch(() => undefined);
    try {
      return await Promise.race([done, gone.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  async #run<Result>(
    work: (signal: AbortSignal) => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result> {
    if (signal.aborted) throw new CaseError('job.cancelled');
    const end = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const hurry = (): void => {
      timer = setTimeout(() => end.abort(), PATIENCE).unref();
    };
    signal.addEventListener('abort', hurry, { once: true });
    try {
      return await work(end.signal);
    } finally {
      signal.removeEventListener('abort', hurry);
      clearTimeout(timer);
    }
  }
}
