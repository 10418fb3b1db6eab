import { join } from 'node:path';
import type { Backup, BackupReason, BackupStatus, MadeBackup } from '#contract/safety.ts';
import { RepairReport, VerifyReport } from '#contract/safety.ts';
import type { Desk } from '../cases/index.ts';
import type { SettingsFile } from '../settings/index.ts';
import { discardRepair, passphraseOf } from '../store/index.ts';
import { BackupFolder } from './folder.ts';
import { BackupKeeper } from './keeper.ts';
import { restoreBackup } from './restore.ts';
import { closeThreads, inThread } from './thread.ts';

/** The folder in which this computer keeps backups, by its settings. */
export function backupFolderOf(settings: SettingsFile): BackupFolder {
  const chosen = settings.settings.backupFolder;
  return chosen === null
    ? new BackupFolder(join(settings.folder, 'backups'), true)
    : new BackupFolder(chosen, false);
}

/** The backups of every case that is open in this engine, and of those that are not. */
export class Backups {
  readonly #desk: Desk;
  readonly #settings: SettingsFile;
  readonly #keepers = new Map<string, BackupKeeper>();

  constructor(desk: Desk, settings: SettingsFile) {
    this.#desk = desk;
    this.#settings = settings;
    desk.attend({
      opened: (handle, store) => {
        const plan = () => settings.settings.backup;
        this.#keepers.set(handle, new BackupKeeper(store, { plan, folder: () => this.#folder }));
      },
      rekeying: async (handle) => {
        await this.before('rekey', handle);
      },
      closing: async (handle) => {
        const keeper = this.#keepers.get(handle);
        this.#keepers.delete(handle);
        await keeper?.end();
      },
    });
  }

  /** Every backup on this computer, newest first. */
  all(): Backup[] {
    return this.#folder.list();
  }

  /** The backups of an open case, newest first. */
  ofCase(handle: string): Backup[] {
    return this.#keeper(handle).list();
  }

  /** How a case stands with its backups: now, and whenever that changes, until it is closed or the signal is aborted. */
  async *watch(handle: string, signal?: AbortSignal): AsyncGenerator<BackupStatus, void> {
    const keeper = this.#keeper(handle);
    const store = this.#desk.store(handle);
    let changed = true;
    let wake = () => {};
    const told = () => {
      changed = true;
      wake();
    };
    const stop = keeper.subscribe(told);
    signal?.addEventListener('abort', told);
    store.onClose(told);
    try {
      for (;;) {
        if (signal?.aborted === true || store.closed) return;
        if (changed) {
          changed = false;
          yield keeper.status();
        } else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      stop();
      signal?.removeEventListener('abort', told);
    }
  }

  /** Makes a backup because a person asked, in the backup folder or at a place of their choice. */
  backUp(handle: string, path?: string, signal?: AbortSignal): Promise<MadeBackup> {
    return this.#keeper(handle).make('asked', path, signal);
  }

  /**
   * Makes a backup before something that changes much, which is not begun when this fails.
   *
   * @throws CaseError as `backUp`
   */
  before(reason: Exclude<BackupReason, 'schedule' | 'asked'>, handle: string): Promise<MadeBackup> {
    return this.#keeper(handle).make(reason);
  }

  /** Makes a case file of a backup. @returns its path @throws CaseError as `restoreBackup` */
  restore(id: string, path: string, passphrase?: string): Promise<{ path: string }> {
    const backup = this.#folder.get(id);
    return restoreBackup(backup.path, path, { passphrase, actor: this.#desk.actor });
  }

  /** Deletes backups for good. @returns those that are left @throws CaseError `case.notFound`, `file.notWritable` */
  discard(ids: readonly string[]): Backup[] {
    try {
      for (const id of ids) this.#folder.discard(id);
    } finally {
      for (const keeper of this.#keepers.values()) keeper.reconsider();
    }
    return this.all();
  }

  /** Verifies an open case in a thread of its own. @throws CaseError `job.cancelled` */
  async verify(handle: string, signal?: AbortSignal): Promise<VerifyReport> {
    const store = this.#desk.store(handle);
    const { path } = store.opening;
    const passphrase = passphraseOf(store);
    return VerifyReport.parse(await inThread({ kind: 'verify', path, passphrase }, signal));
  }

  /**
   * Puts what can be read of a damaged file into a new one, in a thread of its own.
   *
   * @throws CaseError as `repairFile`, and `job.cancelled`
   */
  async repair(
    path: string,
    out: string,
    passphrase?: string,
    signal?: AbortSignal,
  ): Promise<RepairReport> {
    const task = { kind: 'repair', path, out, passphrase, actor: this.#desk.actor() } as const;
    try {
      return RepairReport.parse(await inThread(task, signal));
    } finally {
      discardRepair(out);
    }
  }

  async close(): Promise<void> {
    await closeThreads();
  }

  get #folder(): BackupFolder {
    return backupFolderOf(this.#settings);
  }

  #keeper(handle: string): BackupKeeper {
    // Says so when the case is not open, or locked.
    this.#desk.store(handle);
    const keeper = this.#keepers.get(handle);
    if (keeper !== undefined) return keeper;
    throw new Error('an open case without a keeper of its backups');
  }
}
