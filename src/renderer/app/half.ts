import { createContext, useContext } from 'react';
import { useTabs } from './tabs-store.ts';

/** The work area can be split in two. One of the halves has the keys, the panels at the sides, and what is gone to. */
export type Half = 'main' | 'beside';

/** In which half a part of the page is drawn; null outside both. */
export const HalfContext = createContext<Half | null>(null);

/** Whether this part of the page may act: it is in the half that is worked in, or in neither. */
export function useIsActive(): boolean {
  const half = useContext(HalfContext);
  return useTabs(({ beside, active }) => half === null || beside === null || active === half);
}
