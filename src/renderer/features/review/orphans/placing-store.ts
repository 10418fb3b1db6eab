import { create } from 'zustand';
import type { Orphan } from '#contract/text-version.ts';

/** The passage that is being put where it belongs by hand, in the reader; null when none is. */
export const usePlacing = create<{ orphan: Orphan | null }>(() => ({ orphan: null }));

export function placeByHand(orphan: Orphan | null): void {
  usePlacing.setState({ orphan });
}
