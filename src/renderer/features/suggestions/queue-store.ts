import { create } from 'zustand';
import type { SuggestionSort } from '#contract/suggestion.ts';
import type { EntityKind } from '#contract/vocabulary.ts';

interface QueueState {
  sort: SuggestionSort;
  source: string | null;
  kind: EntityKind | null;
  order: 'count' | 'score' | 'name';
  /** Suggestions below this score are left out. */
  minScore: number;
  /** The place of the group at hand in the list of groups. */
  active: number;
  /** The place of the passage at hand in its group. */
  item: number;
  set: (changes: Partial<Omit<QueueState, 'set'>>) => void;
}

/** What of the suggestions is being reviewed, and where the review stands. */
export const useQueue = create<QueueState>((set) => ({
  sort: 'name',
  source: null,
  kind: null,
  order: 'count',
  minScore: 0.5,
  active: 0,
  item: 0,
  set: (changes) => set(changes),
}));
