import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import type {
  CaseChanges,
  CaseEvent,
  CaseInfo,
  NewCaseInput,
  OpenCase,
  RecentCase,
} from '#contract/case.ts';
import { CaseError } from '#contract/error.ts';
import type { Analyst } from '#contract/settings.ts';
import { newId } from '#shared/id.ts';
import type { Jobs } from '../jobs/index.ts';
import type { SettingsFile } from '../settings/index.ts';
import { createStore, openStore, type CaseStore } from '../store/index.ts';
import { caseInfo } from './info.ts';

/** The cases that are open in this engine. A file is open once, however many windows look at it. */
export class Desk {
  readonly #open = new Map<string, CaseStore>();
  readonly #settings: SettingsFile;
  readonly #jobs: Jobs;

  constructor(settings: SettingsFile, jobs: Jobs) {
    this.#settings = settings;
    this.#jobs = jobs;
  }

  /** Who works here, as it is stamped on changes. */
  readonly actor = () => this.#settings.actor;

  /** The case a call is about. @throws CaseError `case.notOpen` */
  store(handle: string): CaseStore {
    const store = this.#open.get(handle);
    if (store === undefined) throw new CaseError('case.notOpen', { handle });
    return store;
  }

  /** Opens a case file, or answers with the one that is open already. */
  open(path: string, passphrase?: string, access: 'read' | 'write' = 'write'): OpenCase {
    const target = resolve(path);
    const known = this.#handleOf(target);
    if (known !== undefined) {
      // Whoever asks for a case that is open already must know its passphrase all the same.
      if (this.store(known).opening.encrypted) {
        openStore(target, { passphrase, access: 'read', actor: this.actor }).close();
      }
      return this.describe(known);
    }
    return this.keep(openStore(target, { passphrase, access, actor: this.actor }));
  }

  /** Makes a case file and opens it. */
  create(input: z.infer<typeof NewCaseInput>): OpenCase {
    return this.keep(createCase(input, this.actor));
  }

  /** Takes a store that was opened elsewhere among the open cases. */
  keep(store: CaseStore): OpenCase {
    const handle = newId();
    this.#open.set(handle, store);
    let answer: OpenCase;
    try {
      answer = this.describe(handle);
    } catch (error) {
      this.#open.delete(handle);
      store.close();
      throw error;
    }
    const { path, title, handling, encrypted } = answer.info;
    const openedAt = new Date().toISOString();
    this.#settings.remember({ path, title, handling, encrypted, openedAt });
    return answer;
  }

  /** An open case as a window holds it. */
  describe(handle: string): OpenCase {
    const store = this.store(handle);
    const { access, readOnlyReason, holder } = store.opening;
    return { handle, access, readOnlyReason, holder, info: caseInfo(store) };
  }

  /** A case that can be written. @throws CaseError `case.notOpen`, `case.readOnly` */
  writable(handle: string): CaseStore {
    const store = this.store(handle);
    const { access, path } = store.opening;
    if (access === 'read') throw new CaseError('case.readOnly', { path });
    return store;
  }

  /** One event now and one after each change set, until the case is closed or the signal is aborted. */
  async *watch(handle: string, signal?: AbortSignal): AsyncGenerator<CaseEvent, void> {
    const store = this.store(handle);
    const waiting: CaseEvent[] = [
      { revision: this.describe(handle).info.revision.sequence, tables: [] },
    ];
    let wake = () => {};
    const stop = store.subscribe((event) => {
      waiting.push(event);
      wake();
    });
    const ended = () => wake();
    signal?.addEventListener('abort', ended);
    store.onClose(ended);
    try {
      for (;;) {
        if (signal?.aborted === true) return;
        const event = waiting.shift();
        if (event !== undefined) yield event;
        else if (store.closed) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      stop();
      signal?.removeEventListener('abort', ended);
    }
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
    const store = this.#open.get(handle);
    if (store === undefined) return false;
    await this.#jobs.end(handle);
    this.#open.delete(handle);
    store.close();
    return true;
  }

  async closeAll(): Promise<void> {
    for (const handle of this.#open.keys()) await this.close(handle);
  }

  recent(): RecentCase[] {
    return this.#settings.recent.map((one) => ({ ...one, exists: existsSync(one.path) }));
  }

  #handleOf(path: string): string | undefined {
    if (!existsSync(path)) return undefined;
    const target = realpathSync(path);
    for (const [handle, store] of this.#open) {
      if (store.opening.path === target) return handle;
    }
    return undefined;
  }
}

/** Makes a case file that holds an empty case. */
export function createCase(
  input: Omit<z.infer<typeof NewCaseInput>, 'summary'> & { summary?: string },
  actor: () => Analyst,
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
