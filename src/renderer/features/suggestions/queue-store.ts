import { create } from 'zustand';
import type { SuggestionGroup, SuggestionSort } from '#contract/suggestion.ts';
import type { EntityKind } from '#contract/vocabulary.ts';

interface QueueState {
  sort: SuggestionSort;
  source: string | null;
  kind: EntityKind | null;
  order: 'count' | 'score' | 'name';
  /** Suggestions below this score are left out. */
  minScore: number;
  /** The group at hand; null: whichever stands at `active`, once the list is there. */
  group: string | null;
  /** The place of the group at hand in the list of groups, as it was last seen. */
  active: number;
  /** The passage at hand, by its key; null: whichever stands at `item`. */
  passage: string | null;
  /** The place of the passage at hand in its group, as it was last seen. */
  item: number;
  /** Counts the groups that were gone to: what was chosen for one is not chosen for the next. */
  visit: number;
  set: (changes: Partial<Pick<QueueState, 'group' | 'active' | 'passage' | 'item'>>) => void;
  /** Asks for another list, and begins it at its top. */
  filter: (
    changes: Partial<Pick<QueueState, 'sort' | 'source' | 'kind' | 'order' | 'minScore'>>,
  ) => void;
  /** Goes to a group, at its first passage. @param group undefined: whichever will stand there */
  goTo: (group: SuggestionGroup | undefined, place: number) => void;
}

/** What of the suggestions is being reviewed, and where the review stands: at a group and a passage, not at their places. */
export const useQueue = create<QueueState>((set) => ({
  sort: 'name',
  source: null,
  kind: null,
  order: 'count',
  minScore: 0.5,
  group: null,
  active: 0,
  passage: null,
  item: 0,
  visit: 0,
  set: (changes) => set(changes),
  filter: (changes) =>
    set(({ visit }) => ({
      ...changes,
      group: null,
      active: 0,
      passage: null,
      item: 0,
      visit: visit + 1,
    })),
  goTo: (group, place) =>
    set(({ visit }) => ({
      group: group?.group ?? null,
      active: Math.max(0, place),
      passage: group?.first.key ?? null,
      item: 0,
      visit: visit + 1,
    })),
}));
