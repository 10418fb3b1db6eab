import type { CaseNotice } from '#contract/case.ts';
import { CaseError } from '#contract/error.ts';
import type { CaseStore } from '../store/index.ts';

/**
 * A case that is open under a handle. Its store comes and goes: there is none while the case is locked, and another one
 * after it was unlocked or got another passphrase. Those who watch the case stay through all of it.
 */
export class Seat {
  readonly handle: string;
  /** Of the case, not of its file. */
  readonly caseId: string;
  readonly path: string;
  /** What was asked for when it was opened, and is asked for again whenever its file is. */
  readonly access: 'read' | 'write';
  readonly #listeners = new Set<(notice: CaseNotice | null) => void>();
  readonly #calls = new Set<Promise<unknown>>();
  #last: Promise<unknown> = Promise.resolve();
  #store: CaseStore | null = null;
  #lent: { back: Promise<void>; encrypted: boolean } | null = null;
  #locked = false;
  #ended = false;
  #revision = 0;

  constructor(handle: string, caseId: string, store: CaseStore) {
    this.handle = handle;
    this.caseId = caseId;
    this.path = store.opening.path;
    this.access = store.opening.readOnlyReason === 'asked' ? 'read' : 'write';
    this.sit(store);
  }

  /** The store that work is done in. @throws CaseError `case.locked`, `case.notOpen` */
  get store(): CaseStore {
    if (this.#locked) throw new CaseError('case.locked', { path: this.path });
    if (this.#store === null) throw new CaseError('case.notOpen', { handle: this.handle });
    return this.#store;
  }

  /** The store, if there is one, even while the case is being locked and it is kept from new work. */
  get present(): CaseStore | null {
    return this.#store;
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** Whether it has a passphrase, as far as there is a file at all. */
  get encrypted(): boolean {
    return this.#store?.opening.encrypted ?? this.#lent?.encrypted ?? false;
  }

  /** Goes on with a store, telling its changes to those who watch. */
  sit(store: CaseStore): void {
    this.#store = store;
    this.#revision = revisionOf(store);
    store.subscribe(({ revision, tables }) => {
      this.#revision = revision;
      this.#tell({ revision, tables, locked: this.#locked, anew: false });
    });
  }

  /** Closes the file. The case is still here, and cannot be worked on until it sits again. */
  rise(): void {
    const store = this.#store;
    this.#store = null;
    store?.close();
  }

  /** Keeps the case from everyone, or lets them have it again. */
  lock(locked: boolean): void {
    this.#locked = locked;
    this.tellAnew();
  }

  /** Tells those who watch that anything may be another than before. */
  tellAnew(): void {
    this.#tell(this.#now());
  }

  /** Closes the case for good. */
  end(): void {
    this.#ended = true;
    this.rise();
    for (const listener of this.#listeners) listener(null);
  }

  /** Makes a call that works on the store, and notes it, so that the file is not closed beneath it. */
  async during<T>(make: () => Promise<T>): Promise<T> {
    if (this.#lent !== null) await this.here();
    const call = make();
    const noted = call.then(
      () => {},
      () => {},
    );
    this.#calls.add(noted);
    void noted.then(() => this.#calls.delete(noted));
    return call;
  }

  /** Does work that takes the store away and gives another, after the work of that sort that is under way. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Keeps calls waiting while the file is with somebody who needs it alone; what it returns lets them go on. */
  lend(encrypted: boolean): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lent = { back: promise, encrypted };
    return () => {
      this.#lent = null;
      resolve();
    };
  }

  /** Waits until the file is back from whoever has it alone. */
  async here(): Promise<void> {
    while (this.#lent !== null) await this.#lent.back;
  }

  /** Waits until the calls under way now have ended. */
  async settled(): Promise<void> {
    await Promise.all(this.#calls);
  }

  /** One notice now and one after each change, until the case is closed or the signal is aborted. */
  async *watch(signal?: AbortSignal): AsyncGenerator<CaseNotice, void> {
    const waiting: (CaseNotice | null)[] = [this.#now()];
    let wake = () => {};
    const listener = (notice: CaseNotice | null): void => {
      waiting.push(notice);
      wake();
    };
    const aborted = () => listener(null);
    this.#listeners.add(listener);
    signal?.addEventListener('abort', aborted);
    try {
      for (;;) {
        if (signal?.aborted === true) return;
        const notice = waiting.shift();
        if (notice === null) return;
        if (notice !== undefined) yield notice;
        else if (this.#ended) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.#listeners.delete(listener);
      signal?.removeEventListener('abort', aborted);
    }
  }

  #now(): CaseNotice {
    return { revision: this.#revision, tables: [], locked: this.#locked, anew: true };
  }

  #tell(notice: CaseNotice): void {
    for (const listener of this.#listeners) listener(notice);
  }
}

function revisionOf(store: CaseStore): number {
  return store.one<{ id: number | null }>('SELECT max(id) AS id FROM change_set')?.id ?? 0;
}
