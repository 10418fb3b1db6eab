import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import type {
  CaseChanges,
  CaseInfo,
  CaseNotice,
  LockOutcome,
  NewCaseInput,
  OpenCase,
  RecentCase,
  SetPassphraseInput,
} from '#contract/case.ts';
import { CaseError } from '#contract/error.ts';
import type { Actor } from '#contract/settings.ts';
import { newId } from '#shared/id.ts';
import { stamped, type Identity } from '../identity/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { SettingsFile } from '../settings/index.ts';
import {
  createStore,
  openStore,
  passphraseOf,
  rekeyFile,
  type CaseStore,
  type MigrationBackup,
} from '../store/index.ts';
import { caseInfo } from './info.ts';
import { Seat } from './seat.ts';

/** Who wants to know of each case file that is opened, and to finish something before the case is closed. */
export interface Attendant {
  /** A case was opened, or its file anew under the same handle. */
  opened(handle: string, store: CaseStore): void;
  /** Never throws. */
  closing(handle: string): Promise<void>;
  /** The passphrase of an encrypted case is about to be changed or removed, which is not begun when this fails. */
  rekeying(handle: string): Promise<void>;
}

/** The cases that are open in this engine. A file is open once, however many windows look at it. */
export class Desk {
  readonly #open = new Map<string, Seat>();
  readonly #settings: SettingsFile;
  readonly #jobs: Jobs;
  readonly #identity: () => Identity;
  readonly #attendants: Attendant[] = [];
  readonly #backup: MigrationBackup;

  /** @param backup where the backup of a case goes before its file is migrated */
  constructor(
    settings: SettingsFile,
    jobs: Jobs,
    identity: () => Identity,
    backup: MigrationBackup,
  ) {
    this.#settings = settings;
    this.#jobs = jobs;
    this.#identity = identity;
    this.#backup = backup;
  }

  /** Tells of each case file that is opened from now on. */
  attend(attendant: Attendant): void {
    this.#attendants.push(attendant);
  }

  /** Who works here, as it is stamped on changes. */
  readonly actor = (): Actor => stamped(this.#settings.actor, this.#identity);

  /** The case a call is about. @throws CaseError `case.notOpen`, `case.locked` */
  store(handle: string): CaseStore {
    return this.#seat(handle).store;
  }

  /** Opens a case file, or answers with the one that is open already. */
  open(path: string, passphrase?: string, access: 'read' | 'write' = 'write'): OpenCase {
    const target = resolve(path);
    const known = this.#seatAt(target);
    if (known === undefined) {
      return this.keep(
        openStore(target, { passphrase, access, actor: this.actor, backup: this.#backup }),
      );
    }
    if (known.locked) {
      if (passphrase === undefined) throw new CaseError('case.passphraseNeeded', { path: target });
      return this.unlock(known.handle, passphrase);
    }
    // Whoever asks for a case that is open already must know its passphrase all the same.
    if (known.store.opening.encrypted) this.#tryPassphrase(known, passphrase);
    return this.describe(known.handle);
  }

  /** Makes a case file and opens it. */
  create(input: z.infer<typeof NewCaseInput>): OpenCase {
    return this.keep(createCase(input, this.actor));
  }

  /** Takes a store that was opened elsewhere among the open cases. */
  keep(store: CaseStore): OpenCase {
    const handle = newId();
    try {
      this.#open.set(handle, new Seat(handle, caseInfo(store).id, store));
    } catch (error) {
      store.close();
      throw error;
    }
    this.#tellOpened(handle, store);
    const answer = this.describe(handle);
    this.#remember(answer);
    return answer;
  }

  /** An open case as a window holds it. */
  describe(handle: string): OpenCase {
    const store = this.store(handle);
    const { access, readOnlyReason, holder } = store.opening;
    return { handle, access, readOnlyReason, holder, info: caseInfo(store) };
  }

  /**
   * Makes a call on a case, so that its file is not closed beneath the call when the case is locked, and not before the
   * file is back from whoever has it alone.
   */
  during<T>(handle: string, call: () => Promise<T>): Promise<T> {
    return this.#open.get(handle)?.during(call) ?? call();
  }

  /** Waits until the file of a case is back from whoever has it alone. */
  here(handle: string): Promise<void> {
    return this.#open.get(handle)?.here() ?? Promise.resolve();
  }

  /**
   * Gives the file of a case to work that needs it alone, such as a merge in a thread of its own, once the calls and jobs
   * under way have ended. Calls that come meanwhile wait. Afterwards the case is open again under its handle, whatever
   * came of the work, and those who watch it are told that anything may be different.
   *
   * @throws CaseError `case.notOpen`, `case.readOnly`, and what the work throws
   */
  lend<T>(
    handle: string,
    work: (file: { path: string; passphrase: string | undefined }) => Promise<T>,
  ): Promise<T> {
    const seat = this.#seat(handle);
    return seat.alone(async () => {
      await this.#jobs.settled(handle);
      const store = this.writable(handle);
      const back = seat.lend(store.opening.encrypted);
      try {
        await seat.settled();
        await this.#tellClosing(handle);
        // Meanwhile it may have been closed or locked.
        if (this.store(handle) !== store) throw new CaseError('case.notOpen', { handle });
        const passphrase = passphraseOf(store);
        seat.rise();
        try {
          return await work({ path: seat.path, passphrase });
        } finally {
          this.#sitAgain(seat, passphrase);
          // Somebody may have wanted it locked meanwhile.
          if (seat.locked && seat.present !== null) void this.#closeLocked(seat, seat.present);
        }
      } finally {
        back();
      }
    });
  }

  /**
   * Keeps an encrypted case from everyone from this moment on. Its file is closed, and its key forgotten with it, once
   * the jobs and calls that are under way have ended: an import is work that a person left alone on purpose.
   */
  lock(handle: string): LockOutcome {
    const seat = this.#seat(handle);
    const store = seat.present;
    if (seat.locked) return { locked: true, waiting: store !== null };
    if (!seat.encrypted) return { locked: false, waiting: false };
    seat.lock(true);
    if (store === null) return { locked: true, waiting: true };
    const waiting = this.#jobs.list(handle).some(({ state }) => state === 'running');
    void this.#closeLocked(seat, store);
    return { locked: true, waiting };
  }

  /** Locks every encrypted case, as when the computer goes to sleep. */
  lockAll(): void {
    for (const handle of this.#open.keys()) this.lock(handle);
  }

  /**
   * Lets everyone who had a locked case have it again.
   *
   * @throws CaseError `case.passphraseWrong`, and as `openStore` throws; the case then stays locked
   */
  unlock(handle: string, passphrase: string): OpenCase {
    const seat = this.#seat(handle);
    if (!seat.locked) {
      this.#tryPassphrase(seat, passphrase);
      return this.describe(handle);
    }
    if (seat.present === null) {
      this.#sit(seat, passphrase);
    } else {
      this.#tryPassphrase(seat, passphrase);
    }
    seat.lock(false);
    return this.describe(handle);
  }

  /**
   * Sets, changes or removes the passphrase of an open case, which stays open under its handle. Its jobs are ended
   * first. When it fails, the case is open as before.
   *
   * @throws CaseError `case.passphraseNeeded`, `case.passphraseWrong`, `case.readOnly`, and as `rekeyFile` throws
   */
  setPassphrase(input: z.infer<typeof SetPassphraseInput>): Promise<OpenCase> {
    const seat = this.#seat(input.handle);
    return seat.alone(() => this.#setPassphrase(seat, input));
  }

  async #setPassphrase(
    seat: Seat,
    { handle, current, next }: z.infer<typeof SetPassphraseInput>,
  ): Promise<OpenCase> {
    const before = this.writable(handle);
    const passphrase = before.opening.encrypted ? current : undefined;
    if (before.opening.encrypted) {
      this.#tryPassphrase(seat, passphrase);
      // Of a case that is not encrypted yet it would leave one more copy that anyone can read.
      for (const attendant of this.#attendants) await attendant.rekeying(handle);
    }
    await seat.settled();
    await this.#jobs.end(handle);
    await this.#tellClosing(handle);
    // Meanwhile it may have been closed or locked.
    if (this.store(handle) !== before) throw new CaseError('case.notOpen', { handle });
    seat.rise();
    let opensWith = passphrase;
    try {
      rekeyFile(seat.path, { passphrase, next });
      opensWith = next ?? undefined;
    } finally {
      this.#sitAgain(seat, opensWith);
    }
    const answer = this.describe(handle);
    this.#remember(answer);
    return answer;
  }

  /** A case that can be written. @throws CaseError `case.notOpen`, `case.readOnly` */
  writable(handle: string): CaseStore {
    const store = this.store(handle);
    const { access, path } = store.opening;
    if (access === 'read') throw new CaseError('case.readOnly', { path });
    return store;
  }

  /** One notice now and one after each change set, until the case is closed or the signal is aborted. */
  watch(handle: string, signal?: AbortSignal): AsyncGenerator<CaseNotice, void> {
    return this.#seat(handle).watch(signal);
  }

  /** Changes what the case says of itself. */
  update(handle: string, changes: z.infer<typeof CaseChanges>): CaseInfo {
    const store = this.store(handle);
    const { id } = caseInfo(store);
    store.gesture('case.update', (writer) => writer.update('caseFile', id, changes));
    return caseInfo(store);
  }

  /** Closes a case, ending its jobs first. @returns whether it was open */
  async close(handle: string): Promise<boolean> {
    const seat = this.#open.get(handle);
    if (seat === undefined) return false;
    await seat.here();
    await this.#jobs.end(handle);
    await this.#tellClosing(handle);
    this.#open.delete(handle);
    seat.end();
    return true;
  }

  async closeAll(): Promise<void> {
    for (const handle of this.#open.keys()) await this.close(handle);
  }

  recent(): RecentCase[] {
    return this.#settings.recent.map((one) => ({ ...one, exists: existsSync(one.path) }));
  }

  #seat(handle: string): Seat {
    const seat = this.#open.get(handle);
    if (seat === undefined) throw new CaseError('case.notOpen', { handle });
    return seat;
  }

  #seatAt(path: string): Seat | undefined {
    if (!existsSync(path)) return undefined;
    const target = realpathSync(path);
    return [...this.#open.values()].find((seat) => seat.path === target);
  }

  /** @throws CaseError `case.passphraseNeeded`, `case.passphraseWrong` */
  #tryPassphrase(seat: Seat, passphrase: string | undefined): void {
    openStore(seat.path, { passphrase, access: 'read', actor: this.actor }).close();
  }

  /** Opens the file of a seat again. One that cannot be opened any more is closed for all who had it open. */
  #sitAgain(seat: Seat, passphrase: string | undefined): void {
    try {
      this.#sit(seat, passphrase);
    } catch (error) {
      this.#open.delete(seat.handle);
      seat.end();
      throw error;
    }
    seat.tellAnew();
  }

  #sit(seat: Seat, passphrase: string | undefined): void {
    const store = openStore(seat.path, { passphrase, access: seat.access, actor: this.actor });
    seat.sit(store);
    this.#tellOpened(seat.handle, store);
  }

  /** Closes the file of a locked case once nothing works on it any more. */
  async #closeLocked(seat: Seat, store: CaseStore): Promise<void> {
    await this.#jobs.settled(seat.handle);
    await seat.settled();
    // It may have been unlocked meanwhile, and even locked again, which then waits for itself.
    if (!seat.locked || seat.present !== store) return;
    await this.#tellClosing(seat.handle);
    if (seat.present !== store) return;
    if (seat.locked) seat.rise();
    else this.#tellOpened(seat.handle, store);
  }

  #tellOpened(handle: string, store: CaseStore): void {
    for (const attendant of this.#attendants) attendant.opened(handle, store);
  }

  async #tellClosing(handle: string): Promise<void> {
    await Promise.all(this.#attendants.map((attendant) => attendant.closing(handle)));
  }

  #remember({ info: { id, path, title, handling, encrypted } }: OpenCase): void {
    const openedAt = new Date().toISOString();
    this.#settings.remember({ id, path, title, handling, encrypted, openedAt });
  }
}

/** Makes a case file that holds an empty case. */
export function createCase(
  input: Omit<z.infer<typeof NewCaseInput>, 'summary'> & { summary?: string },
  actor: () => Actor,
): CaseStore {
  const { path, passphrase, title, reference, language, handling, summary = '' } = input;
  const store = createStore(path, { passphrase, actor });
  try {
    store.gesture('case.create', (writer) =>
      writer.insert('caseFile', {
        id: newId(),
        title,
        reference,
        language,
        handling,
        summary,
        createdAt: new Date().toISOString(),
      }),
    );
  } catch (error) {
    store.close();
    throw error;
  }
  return store;
}
