import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { WatchedFolder } from '#contract/import.ts';
import { caseIdOf, type Desk } from '../cases/index.ts';
import { Notices } from '../notices.ts';
import { filesSince, keyOf, type FoundFile } from './found.ts';
import { watchedPlaces } from './places.ts';

/** Milliseconds between two looks into a watched folder, so that folders on other computers are watched alike. */
const usualLook = 5000;
/** So many of what was found are told. */
const told = 1000;

interface Kept {
  state: WatchedFolder['state'];
  /** Offered: they looked the same twice, so that nobody is still writing them. */
  found: FoundFile[];
  /** How what was seen at the last look looked then, by path. */
  seen: Map<string, string>;
  timer: NodeJS.Timeout | undefined;
  looking: Promise<void> | null;
}

/**
 * Folders into which documents for a case are put by other programs: a scanner, a browser, a colleague. What comes into them
 * is offered for import, never taken in by itself. It is opt-in, by case and computer.
 */
export class WatchedFolders {
  readonly #desk: Desk;
  readonly #places: ReturnType<typeof watchedPlaces>;
  readonly #everyLook: number;
  /** By the handle of the case. */
  readonly #kept = new Map<string, Kept>();
  readonly #notices = new Notices();

  /**
   * @param configFolder where what belongs to this computer is kept
   * @param everyLook milliseconds between two looks
   */
  constructor(desk: Desk, configFolder: string, everyLook = usualLook) {
    this.#desk = desk;
    this.#places = watchedPlaces(configFolder);
    this.#everyLook = everyLook;
    desk.attend({
      opened: (handle) => this.#arm(handle, 0),
      rekeying: () => Promise.resolve(),
      closing: (handle) => {
        clearTimeout(this.#kept.get(handle)?.timer);
        this.#kept.delete(handle);
        return Promise.resolve();
      },
    });
  }

  /** How the watched folder of a case stands: now, and whenever that changes, until the signal is aborted. */
  watch(handle: string, signal?: AbortSignal): AsyncGenerator<WatchedFolder, void> {
    const status = async () => {
      await this.#desk.here(handle);
      return this.status(handle);
    };
    return this.#notices.watch(handle, status, signal);
  }

  /** @throws CaseError `case.notOpen`, `case.locked` */
  status(handle: string): WatchedFolder {
    const place = this.#places.of(this.#caseId(handle));
    const { state, found } = this.#of(handle);
    if (place === null) return { path: null, state: 'off', found: [], count: 0 };
    return {
      path: place.path,
      state: state === 'off' ? 'watching' : state,
      found: found.slice(0, told).map(({ path, name, byteSize }) => ({ path, name, byteSize })),
      count: found.length,
    };
  }

  /**
   * Begins to watch a folder, or ends it. What lies in it by now is not offered.
   *
   * @throws CaseError `case.readOnly`, `file.notFound` when there is no such folder
   */
  async set(handle: string, path: string | null): Promise<WatchedFolder> {
    const caseId = this.#caseId(handle);
    const kept = this.#of(handle);
    clearTimeout(kept.timer);
    Object.assign(kept, { state: 'off', found: [], seen: new Map() });
    if (path === null) this.#places.keep(caseId, null);
    else {
      this.#desk.writable(handle);
      const folder = resolve(path);
      if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
        throw new CaseError('file.notFound', { path: folder });
      }
      this.#places.keep(caseId, { path: folder, since: Date.now(), aside: {} });
      await this.#look(handle);
    }
    this.#notices.tell(handle);
    return this.status(handle);
  }

  /** Offers these files no more, as they look now: they were imported, or are not wanted. */
  putAside(handle: string, paths: readonly string[]): WatchedFolder {
    const caseId = this.#caseId(handle);
    const place = this.#places.of(caseId);
    const kept = this.#of(handle);
    if (place !== null) {
      const given = new Set(paths);
      const gone = kept.found.filter((file) => given.has(file.path));
      const aside = Object.fromEntries(gone.map(({ path, look }) => [keyOf(path), look]));
      this.#places.keep(caseId, { ...place, aside: { ...place.aside, ...aside } });
      kept.found = kept.found.filter((file) => !given.has(file.path));
      this.#notices.tell(handle);
    }
    return this.status(handle);
  }

  /** Ends all watching of this run of the program. */
  async close(): Promise<void> {
    this.#notices.close();
    for (const { timer } of this.#kept.values()) clearTimeout(timer);
    for (const { looking } of this.#kept.values()) await looking;
  }

  #arm(handle: string, after: number): void {
    if (this.#notices.ended.aborted || this.#placeOf(handle) === null) return;
    const kept = this.#of(handle);
    clearTimeout(kept.timer);
    kept.timer = setTimeout(() => void this.#look(handle), after);
    kept.timer.unref();
  }

  #look(handle: string): Promise<void> {
    const kept = this.#of(handle);
    kept.looking ??= this.#lookOnce(handle, kept).finally(() => {
      kept.looking = null;
      this.#arm(handle, this.#everyLook);
    });
    return kept.looking;
  }

  /** Never throws. */
  async #lookOnce(handle: string, kept: Kept): Promise<void> {
    const place = this.#placeOf(handle);
    if (place === null) return;
    const before = JSON.stringify([kept.state, kept.found]);
    if (statSync(place.path, { throwIfNoEntry: false })?.isDirectory() === true) {
      const all = await filesSince(place.path, place.since);
      const now = this.#placeOf(handle);
      if (now === null || now.path !== place.path) return;
      const wanted = all.filter(({ path, look }) => now.aside[keyOf(path)] !== look);
      kept.found = wanted.filter(({ path, look }) => kept.seen.get(path) === look);
      kept.seen = new Map(wanted.map(({ path, look }) => [path, look]));
      kept.state = 'watching';
    } else {
      kept.state = 'absent';
      kept.found = [];
    }
    if (JSON.stringify([kept.state, kept.found]) !== before) this.#notices.tell(handle);
  }

  #placeOf(handle: string) {
    try {
      return this.#places.of(this.#caseId(handle));
    } catch {
      // The case was locked or closed meanwhile: what it watches is told to nobody.
      return null;
    }
  }

  #caseId(handle: string): string {
    return caseIdOf(this.#desk.store(handle));
  }

  #of(handle: string): Kept {
    const known = this.#kept.get(handle);
    if (known !== undefined) return known;
    const made: Kept = {
      state: 'off',
      found: [],
      seen: new Map(),
      timer: undefined,
      looking: null,
    };
    this.#kept.set(handle, made);
    return made;
  }
}
