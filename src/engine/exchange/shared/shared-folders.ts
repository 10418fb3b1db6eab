import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import {
  sharedFolder,
  type SetSharedFolderInput,
  type SharedFolder,
} from '#contract/shared-folder.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import { caseIdOf, caseInfo, type Desk } from '../../cases/index.ts';
import type { Identity } from '../../identity/index.ts';
import { Notices } from '../../notices.ts';
import type { CaseStore } from '../../store/index.ts';
import type { Merging } from '../merging/index.ts';
import { removeDrops } from './drops.ts';
import { leftBehind, nothingLeft } from './left-behind.ts';
import { sharedPlaces, type Place } from './places.ts';
import { dropNews, takeDrops, type SharedCase, type Trusted, type Refused } from './sharing.ts';

/** Milliseconds between two looks into a shared folder: programs that carry files tell nobody when they are done. */
const everyLook = 20_000;
/** Milliseconds after a change until it is dropped, so that work in one go is one package. */
const afterChange = 4000;

/** What sharing needs of the rest of the engine. */
export interface SharingParts {
  desk: Desk;
  merging: Merging;
  identity: () => Identity;
  /** The colleagues whose key was compared. */
  trusted: () => readonly Trusted[];
  configFolder: string;
}

interface Kept {
  /** What lay there after the last look; null before the first. */
  left: SharedFolder['left'] | null;
  state: SharedFolder['state'];
  waiting: SharedFolder['waiting'];
  error: SharedFolder['error'];
  timer: NodeJS.Timeout | undefined;
  /** When the timer ends, in Unix milliseconds. */
  due: number;
  /** What was not taken in, so that it is not read again and again. */
  refused: Map<string, Refused>;
  working: Promise<void> | null;
  again: boolean;
}

/**
 * Folders that the laptops of a team share by whatever means. Each laptop drops there, signed, what was done on it since, and
 * takes in what colleagues dropped whose keys were compared. It is opt-in, by case and computer.
 */
export class SharedFolders {
  readonly #parts: SharingParts;
  readonly #places: ReturnType<typeof sharedPlaces>;
  /** By the handle of the case. */
  readonly #kept = new Map<string, Kept>();
  readonly #notices = new Notices();

  constructor(parts: SharingParts) {
    this.#parts = parts;
    this.#places = sharedPlaces(parts.configFolder);
    parts.desk.attend({
      opened: (handle, store) => this.#opened(handle, store),
      rekeying: () => Promise.resolve(),
      closing: (handle) => {
        // What is under way ends by itself: it cannot go on without the case.
        this.#rest(handle);
        return Promise.resolve();
      },
    });
  }

  /** How the shared folder of a case stands: now, and whenever that changes, until the signal is aborted. */
  watch(handle: string, signal?: AbortSignal): AsyncGenerator<SharedFolder, void> {
    const status = async () => {
      await this.#parts.desk.here(handle);
      return this.status(handle);
    };
    return this.#notices.watch(handle, status, signal);
  }

  status(handle: string): SharedFolder {
    const place = this.#places.of(this.#caseId(handle));
    const kept = this.#of(handle);
    return {
      path: place?.path ?? null,
      encrypted: place?.encrypted ?? true,
      state: place === null ? 'off' : kept.state,
      lastSent: place?.lastSent ?? null,
      lastTaken: place?.lastTaken ?? null,
      waiting: place === null ? [] : kept.waiting,
      left: place === null ? nothingLeft : this.#left(handle, kept, place),
      error: place === null ? null : kept.error,
    };
  }

  /**
   * Begins or ends sharing a case through a folder. That it began is written down in the case as a hand-over.
   *
   * When it ends, what this computer put there stays for colleagues who have not seen it, unless it is to be taken away.
   *
   * @throws CaseError `case.readOnly`, `file.notFound`, `file.notWritable` (no folder), `handover.red`; when it is to be taken
   *   away and cannot, it is still shared
   */
  async set(input: z.infer<typeof SetSharedFolderInput>): Promise<SharedFolder> {
    const { handle, path, encrypted, confirmedRed, takeAway } = input;
    const caseId = this.#caseId(handle);
    const kept = this.#of(handle);
    if (path === null) {
      this.#rest(handle);
      if (takeAway) await this.#takeAway(handle, kept);
      this.#places.keep(caseId, null);
      this.#tell(handle, kept, { state: 'off', waiting: [], error: null });
      return this.status(handle);
    }
    const store = this.#parts.desk.writable(handle);
    const folder = resolve(path);
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new CaseError('file.notFound', { path: folder });
    }
    const { handling } = caseInfo(store);
    const red =
      handling === 'RED' ||
      store.one(`SELECT 1 FROM source WHERE handling = 'RED' UNION SELECT 1 FROM entity WHERE handling = 'RED'
        UNION SELECT 1 FROM excerpt WHERE handling = 'RED'`) !== undefined;
    if (red && !confirmedRed) throw new CaseError('handover.red', {});
    record(store, folder, { encrypted, handling: red ? 'RED' : handling });
    kept.left = null;
    this.#places.keep(caseId, {
      path: folder,
      encrypted,
      confirmedRed,
      sent: {},
      readers: [],
      taken: {},
      theirs: {},
      lastSent: null,
      lastTaken: null,
    });
    return this.sync(handle);
  }

  /** Takes in and drops what there is, now. */
  async sync(handle: string): Promise<SharedFolder> {
    const kept = this.#of(handle);
    if (kept.working !== null) kept.again = true;
    await (kept.working ?? this.#begin(handle, kept));
    return this.status(handle);
  }

  /** Removes all that this computer put there, by whatever replica of the case. @throws CaseError `file.notFound`, `file.notWritable` */
  async #takeAway(handle: string, kept: Kept): Promise<void> {
    // What is being dropped goes, too.
    while (kept.working !== null) await kept.working;
    this.#rest(handle);
    const store = this.#parts.desk.store(handle);
    const caseId = caseIdOf(store);
    const place = this.#places.of(caseId);
    if (place === null) return;
    try {
      if (!existsSync(place.path)) throw new CaseError('file.notFound', { path: place.path });
      removeDrops(place.path, caseId, [...new Set([...Object.keys(place.sent), store.replica])]);
    } catch (error) {
      this.#arm(handle, kept, everyLook);
      throw error;
    }
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#notices.close();
    for (const { timer } of this.#kept.values()) clearTimeout(timer);
    for (const { working } of this.#kept.values()) await working;
  }

  #opened(handle: string, store: CaseStore): void {
    const kept = this.#of(handle);
    store.subscribe(() => this.#arm(handle, kept, afterChange));
    this.#arm(handle, kept, afterChange);
  }

  /** Looks once more after a while, sooner when something was done. */
  #arm(handle: string, kept: Kept, after: number): void {
    if (this.#notices.ended.aborted || !this.#isShared(handle)) return;
    const due = Date.now() + after;
    // Who never pauses is not put off for ever.
    if (kept.due <= due) return;
    clearTimeout(kept.timer);
    kept.due = due;
    kept.timer = setTimeout(() => void this.#begin(handle, kept), after);
    kept.timer.unref();
  }

  /** Looks no more until it is asked to. */
  #rest(handle: string): void {
    const kept = this.#kept.get(handle);
    if (kept === undefined) return;
    clearTimeout(kept.timer);
    kept.due = Infinity;
  }

  #begin(handle: string, kept: Kept): Promise<void> {
    clearTimeout(kept.timer);
    kept.due = Infinity;
    kept.working ??= this.#work(handle, kept).finally(() => {
      kept.working = null;
      this.#arm(handle, kept, kept.again ? 0 : everyLook);
      kept.again = false;
    });
    return kept.working;
  }

  /** Never throws. */
  async #work(handle: string, kept: Kept): Promise<void> {
    if (!this.#isShared(handle)) return;
    const place = this.#places.of(this.#caseId(handle));
    if (place === null) return;
    if (!existsSync(place.path)) {
      this.#tell(handle, kept, { state: 'absent', waiting: [], error: null });
      return;
    }
    this.#tell(handle, kept, { state: 'working' });
    try {
      const waiting = await this.#take(handle);
      await this.#drop(handle);
      kept.left = null;
      this.#tell(handle, kept, { state: 'idle', waiting, error: null });
    } catch (error) {
      const { code, details } =
        error instanceof CaseError ? error : new CaseError('internal', { reason: String(error) });
      // The case was locked or closed meanwhile, which is no failure of the folder.
      const ended = code === 'case.notOpen' || code === 'case.locked';
      this.#tell(
        handle,
        kept,
        ended ? { state: 'idle' } : { state: 'failed', error: { code, details } },
      );
    }
  }

  async #take(handle: string): Promise<SharedFolder['waiting']> {
    const { desk, merging } = this.#parts;
    if (desk.store(handle).opening.access !== 'write') return [];
    const shared = this.#shared(handle);
    const { taken, theirs, came, waiting } = await takeDrops(shared, {
      look: (path) => merging.look(handle, path),
      takeIn: (looked) => merging.takeIn(handle, looked, this.#notices.ended),
      refused: this.#of(handle).refused,
    });
    const place = this.#places.of(shared.caseId);
    if (place !== null && Object.keys(taken).length > 0) {
      this.#places.keep(shared.caseId, {
        ...place,
        taken: { ...place.taken, ...taken },
        theirs: { ...place.theirs, ...theirs },
        ...(came && { lastTaken: new Date().toISOString() }),
      });
    }
    return waiting;
  }

  async #drop(handle: string): Promise<void> {
    const shared = this.#shared(handle);
    const { desk } = this.#parts;
    const dropped = await desk.during(handle, () =>
      dropNews(desk.store(handle), shared, this.#notices.ended),
    );
    const place = this.#places.of(shared.caseId);
    if (dropped === null || place === null) return;
    const { sent, readers } = dropped;
    this.#places.keep(shared.caseId, {
      ...place,
      sent: { ...place.sent, [shared.replica]: { ...sent } },
      readers,
      lastSent: new Date().toISOString(),
    });
  }

  /** @throws CaseError `case.notOpen`, `case.locked`, `identity.unreadable` */
  #shared(handle: string): SharedCase {
    const store = this.#parts.desk.store(handle);
    const { replica } = store;
    const caseId = caseIdOf(store);
    const place = this.#places.of(caseId);
    if (place === null) throw new CaseError('case.notOpen', { handle });
    return {
      caseId,
      replica,
      place,
      identity: this.#parts.identity(),
      trusted: this.#parts.trusted(),
    };
  }

  #left(handle: string, kept: Kept, place: Place): SharedFolder['left'] {
    const { replica } = this.#parts.desk.store(handle);
    kept.left ??= leftBehind(place, this.#caseId(handle), replica);
    return kept.left;
  }

  #isShared(handle: string): boolean {
    try {
      return this.#places.of(this.#caseId(handle)) !== null;
    } catch {
      return false;
    }
  }

  #caseId(handle: string): string {
    return caseIdOf(this.#parts.desk.store(handle));
  }

  #of(handle: string): Kept {
    const known = this.#kept.get(handle);
    if (known !== undefined) return known;
    const made: Kept = {
      left: null,
      state: 'idle',
      waiting: [],
      error: null,
      timer: undefined,
      due: Infinity,
      refused: new Map(),
      working: null,
      again: false,
    };
    this.#kept.set(handle, made);
    return made;
  }

  #tell(
    handle: string,
    kept: Kept,
    changes: Partial<Pick<Kept, 'state' | 'waiting' | 'error'>>,
  ): void {
    Object.assign(kept, changes);
    this.#notices.tell(handle);
  }
}

/** Writes down that what is done in the case leaves it from now on. */
function record(
  store: CaseStore,
  folder: string,
  { encrypted, handling }: { encrypted: boolean; handling: Handling },
): void {
  store.gesture('case.handOver', (writer) =>
    writer.insert('handover', {
      id: newId(),
      format: sharedFolder,
      scope: 'whole',
      handling,
      // The path would tell others how this computer is laid out.
      fileName: basename(folder),
      sha256: '',
      byteSize: 0,
      signed: 1,
      encrypted: encrypted ? 1 : 0,
      createdAt: new Date().toISOString(),
    }),
  );
}
