import { create } from 'zustand';
import type { Route } from './route.ts';

interface TabDrag {
  /** The record whose tab is being dragged, for as long as it is. */
  record: Route | null;
}

/** Lets the halves of the work area show that a tab can be dropped there. */
export const useTabDrag = create<TabDrag>(() => ({ record: null }));

export const beginTabDrag = (record: Route): void => useTabDrag.setState({ record });
export const endTabDrag = (): void => useTabDrag.setState({ record: null });
