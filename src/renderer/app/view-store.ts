import { create } from 'zustand';
import type { View, ViewChanges } from '#contract/settings.ts';
import type { EngineClient } from '../connection/index.ts';
import { joined, ViewKeeper } from './view-keeper.ts';

/** How long changes are gathered before they are written, in milliseconds. */
const gathering = 1000;

/** Below this width of the window, in pixels, the panel at the left gives its room to what is put beside something. */
export const roomyWidth = 1500;

/**
 * How the workbench is arranged, and where sources were left. The engine keeps it for this computer: what a browser keeps
 * belongs to an address, and the local host has another one each time.
 */
export const useView = create<View>(() => ({
  navigatorOpen: true,
  navigatorWidth: 248,
  inspectorOpen: true,
  inspectorWidth: 320,
  tint: 'both',
  original: false,
  places: {},
}));

let keeper: ViewKeeper | null = null;

/** Changes it in the page at once, and on this computer soon after. */
export function changeView(changes: ViewChanges): void {
  take(changes);
  keeper?.keep(changes);
}

function take(changes: ViewChanges): void {
  useView.setState((before) => ({
    ...before,
    ...Object.fromEntries(
      Object.entries(joined({ places: before.places }, changes)).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  }));
}

/** Arranges the page as it was left. When the engine does not say how, it is as it comes, and what is changed is kept. */
export async function beginView(client: EngineClient): Promise<void> {
  const kept = new ViewKeeper(
    (changes) => client.settings.keepView(changes),
    (act) => window.setTimeout(act, gathering),
    sessionStorage,
  );
  try {
    useView.setState(await client.settings.view());
  } catch {
    // What cannot be read now may be written later.
  }
  take(kept.takeNote());
  keeper = kept;
  window.addEventListener('pagehide', () => kept.leave());
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) kept.stay();
  });
}
