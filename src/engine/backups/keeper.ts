import { rmSync, statSync } from 'node:fs';
import type { Backup, BackupReason, BackupStatus, MadeBackup } from '#contract/safety.ts';
import { CaseError } from '#contract/error.ts';
import type { BackupPlan } from '#contract/settings.ts';
import { backupStore, passphraseOf, type CaseStore } from '../store/index.ts';
import type { BackedUpCase, BackupFolder } from './folder.ts';
import { inThread } from './thread.ts';

/** Milliseconds after opening before a backup that is overdue is begun, so that opening is not slowed down. */
const afterOpening = 60_000;
/** Milliseconds until a backup that failed is tried again. */
const afterFailure = 10 * 60_000;
/** Largest file, in bytes, that is backed up while its case is being closed; a larger one is when it is opened again. */
const largestAtClosing = 64 * 1024 * 1024;

/** Largest file, in bytes, that is not worth a thread of its own: it is copied before the thread would have begun. */
const largestAtOnce = 16 * 1024 * 1024;

/** The plan and the folder, asked anew each time, since settings may change. */
export interface BackupPlace {
  plan: () => BackupPlan;
  folder: () => BackupFolder;
}

/** Sees to the backups of one open case. */
export class BackupKeeper {
  readonly #store: CaseStore;
  readonly #caseId: string;
  readonly #place: BackupPlace;
  readonly #listeners = new Set<() => void>();
  readonly #openedAt = Date.now();
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<unknown> | undefined;
  #failure: BackupStatus['failure'] = null;
  /** The case's last change set when its last backup was made; null before the first. */
  #backedUp: number | null = null;
  #failedAt = 0;

  constructor(store: CaseStore, place: BackupPlace) {
    this.#store = store;
    this.#caseId = aboutCase(store).id;
    this.#place = place;
    this.#backedUp = this.#last()?.revision ?? null;
    if (store.opening.access === 'read') return;
    store.subscribe(() => {
      this.#arm();
      if (this.#backedUp !== null && this.#revision() === this.#backedUp + 1) this.#told();
    });
    this.#arm();
  }

  /** The backups of the case, newest first. */
  list(): Backup[] {
    return this.#place.folder().list(this.#caseId);
  }

  status(): BackupStatus {
    return {
      folder: this.#place.folder().path,
      last: this.#last() ?? null,
      changedSince: this.#changed(),
      running: this.#running !== undefined,
      failure: this.#failure,
    };
  }

  /** Calls back whenever the status may have changed, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks anew at what backups there are: some were deleted. */
  reconsider(): void {
    this.#backedUp = this.#last()?.revision ?? null;
    if (this.#store.opening.access === 'write') this.#arm();
    this.#told();
  }

  /**
   * Makes a backup, after one that is under way.
   *
   * @param path where to, instead of the backup folder
   * @throws CaseError `file.notFound`, `file.notWritable`, `file.diskFull`, `case.exists`, `job.cancelled`
   */
  async make(reason: BackupReason, path?: string, signal?: AbortSignal): Promise<MadeBackup> {
    while (this.#running !== undefined) await this.#running.catch(() => undefined);
    const work = this.#made(reason, path, signal);
    this.#running = work;
    this.#told();
    try {
      return await work;
    } finally {
      this.#running = undefined;
      this.#told();
    }
  }

  /** Makes a last backup if something changed since the one before and the file is small, and ends. Never throws. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    const { path, access } = this.#store.opening;
    const small = sizeOf(path) <= largestAtClosing;
    if (access === 'write' && small && this.#place.plan().everyMinutes > 0 && this.#changed()) {
      await this.make('schedule').catch(() => undefined);
    } else this.#ending.abort();
    clearTimeout(this.#timer);
    this.#listeners.clear();
    await this.#running?.catch(() => undefined);
  }

  async #made(reason: BackupReason, path?: string, signal?: AbortSignal): Promise<MadeBackup> {
    const now = Date.now();
    const folder = this.#place.folder();
    try {
      const about = aboutCase(this.#store);
      const out = path ?? folder.place(about, reason, now);
      const stop = AbortSignal.any([
        this.#ending.signal,
        ...(signal === undefined ? [] : [signal]),
      ]);
      try {
        await this.#copy(out, stop);
      } finally {
        for (const end of ['', '-journal', '-wal', '-shm']) {
          rmSync(`${out}.part${end}`, { force: true });
        }
      }
      if (path === undefined) {
        this.#backedUp = about.revision;
        this.#failure = null;
        folder.prune(about.id, this.#place.plan(), now);
      }
      this.#arm();
      return { path: out, byteSize: statSync(out).size };
    } catch (error) {
      const { code, details } =
        error instanceof CaseError ? error : new CaseError('internal', { reason: String(error) });
      if (path === undefined && code !== 'job.cancelled') {
        this.#failedAt = now;
        this.#failure = { at: new Date(now).toISOString(), error: { code, details } };
      }
      throw error;
    }
  }

  async #copy(out: string, signal: AbortSignal): Promise<void> {
    const { path } = this.#store.opening;
    if (sizeOf(path) <= largestAtOnce) await backupStore(this.#store, out, { signal });
    else {
      const passphrase = passphraseOf(this.#store);
      await inThread({ kind: 'backup', path, passphrase, out }, signal);
    }
  }

  /** Sets the timer for the next backup that is due, when there is anything new to back up. */
  #arm(): void {
    const { everyMinutes } = this.#place.plan();
    if (this.#store.closed || this.#ending.signal.aborted || everyMinutes === 0) return;
    if (this.#timer !== undefined || !this.#changed()) return;
    const now = Date.now();
    const last = this.#last();
    const due = Math.max(
      (last === undefined ? this.#openedAt : Date.parse(last.at)) + everyMinutes * 60_000,
      this.#openedAt + afterOpening,
      this.#failedAt + afterFailure,
    );
    // A clock that was set back would put it off for good.
    const wait = Math.min(Math.max(due - now, 0), everyMinutes * 60_000 + afterFailure);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#store.closed || !this.#changed()) return;
      this.make('schedule').catch(() => this.#arm());
    }, wait);
    this.#timer.unref();
  }

  #changed(): boolean {
    return this.#revision() !== this.#backedUp;
  }

  #revision(): number {
    return lastChangeSet(this.#store);
  }

  #last() {
    return this.#place.folder().list(this.#caseId).at(0);
  }

  #told(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What a backup must know of its case. */
export function aboutCase(store: CaseStore): BackedUpCase {
  const { path, encrypted } = store.opening;
  const head = store.one<{ id: string; title: string }>('SELECT id, title FROM case_file');
  if (head === undefined) throw new CaseError('case.damaged', { path, reason: 'case_file' });
  return { ...head, path, encrypted, revision: lastChangeSet(store) };
}

function lastChangeSet(store: CaseStore): number {
  return store.one<{ id: number | null }>('SELECT max(id) AS id FROM change_set')?.id ?? 0;
}

/** Bytes of a file; 0 when it is not there. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
