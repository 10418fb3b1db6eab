import { create } from 'zustand';
import type { OpenCase } from '#contract/case.ts';
import { CaseError } from '#contract/error.ts';
import type { EngineClient } from '../connection/index.ts';
import { isCurtainDrawn } from '../features/lock/curtain.ts';
import { useTabs } from './tabs-store.ts';

/** Which case this window works on, and what is being asked before one can be opened. */
interface SessionState {
  /** `starting` until it is known whether there is a case to show. */
  phase: 'starting' | 'welcome' | 'open';
  open: OpenCase | null;
  /** An encrypted file that waits for its passphrase. `error`: what was wrong with the one given. */
  locked: { path: string; error: unknown } | null;
  /** Why the last file could not be opened. */
  failure: unknown;
  /** A file is being opened. */
  busy: boolean;
}

export const useSession = create<SessionState>(() => ({
  phase: 'starting',
  open: null,
  locked: null,
  failure: null,
  busy: false,
}));

const { getState: session, setState: change } = useSession;

/** Where the page notes its case, so that a reload finds it again. */
const storageKey = 'legajo.case';
/** The file the program was started with, once it was opened. */
const launchKey = 'legajo.launch';

function remember(open: OpenCase | null): void {
  if (open === null) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify([open.handle, open.info.path]));
}

function remembered(): { handle: string; path: string } | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
    if (!Array.isArray(value)) return null;
    const [handle, path] = value.map(String);
    return handle === undefined || path === undefined ? null : { handle, path };
  } catch {
    return null;
  }
}

/** Makes an open case the one of this window, closing the one before. */
export function adopt(client: EngineClient, open: OpenCase): void {
  const before = session().open;
  if (before !== null && before.handle !== open.handle) {
    client.cases.close({ handle: before.handle }).catch(() => undefined);
  }
  remember(open);
  useTabs.getState().begin(open.info.id);
  change({ phase: 'open', open, locked: null, failure: null, busy: false });
}

/** Opens a case file. Asks for its passphrase when it is encrypted; failures are shown, not thrown. */
export async function openCase(
  client: EngineClient,
  path: string,
  passphrase?: string,
): Promise<void> {
  change({ busy: true, failure: null });
  try {
    const open = await client.cases.open({ path, ...(passphrase !== undefined && { passphrase }) });
    adopt(client, open);
  } catch (error) {
    const phase = session().phase === 'starting' ? 'welcome' : session().phase;
    const code = error instanceof CaseError ? error.code : null;
    if (code === 'case.passphraseNeeded') {
      change({ phase, locked: { path, error: null }, busy: false });
    } else if (code === 'case.passphraseWrong') {
      change({
        phase,
        locked: { path, error: passphrase === undefined ? null : error },
        busy: false,
      });
    } else {
      change({ phase, locked: null, failure: error, busy: false });
    }
  }
}

/** Leaves an encrypted file closed. */
export function dismissLock(): void {
  change({ locked: null });
}

export function dismissFailure(): void {
  change({ failure: null });
}

/** Closes the case and shows the welcome screen. */
export async function closeCase(client: EngineClient): Promise<void> {
  const { open } = session();
  remember(null);
  change({ phase: 'welcome', open: null, failure: null });
  if (open !== null) await client.cases.close({ handle: open.handle }).catch(() => undefined);
}

/** Finds the case of this window: the one it was started with, or the one it had before it was reloaded. */
export async function resume(client: EngineClient, launchFile: string | null): Promise<void> {
  // A host in a browser tells its file at every load; a reload must not undo what was opened or closed since.
  if (launchFile !== null && launchFile !== sessionStorage.getItem(launchKey)) {
    await openCase(client, launchFile);
    // Only now: a page that is loaded anew before the case is open opens it.
    sessionStorage.setItem(launchKey, launchFile);
    return;
  }
  const before = remembered();
  if (before === null) {
    change({ phase: 'welcome' });
    return;
  }
  try {
    adopt(client, await client.cases.info({ handle: before.handle }));
  } catch {
    // The engine was started anew and does not know the handle.
    await openCase(client, before.path);
  }
}

/** After a lost connection: goes on with the same case, opening it again if the engine does not know it any more. */
export async function rejoin(client: EngineClient): Promise<void> {
  const { open } = session();
  // A locked case is found again when it is unlocked.
  if (open === null || isCurtainDrawn()) return;
  try {
    await client.cases.info({ handle: open.handle });
  } catch (error) {
    if (error instanceof CaseError && error.code === 'case.notOpen') {
      await openCase(client, open.info.path);
    }
  }
}
