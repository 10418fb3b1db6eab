import { create } from 'zustand';
import type { View } from '#contract/settings.ts';
import { everyPassage, type PassageFilter } from './passage-filter.ts';

/** What passages are coloured by: their tags and else the kinds of their entities, or only the one or the other. */
export type Tint = View['tint'];
export const tints: readonly Tint[] = ['both', 'tag', 'kind'];

interface Filters {
  /** By the handle of the case. */
  filters: Readonly<Record<string, PassageFilter>>;
  setFilter: (handle: string, filter: PassageFilter) => void;
}

/** Which passages are shown, in every source of a case that is read, until its window is closed. */
const useFilters = create<Filters>((set) => ({
  filters: {},
  setFilter: (handle, filter) =>
    set(({ filters }) => ({ filters: { ...filters, [handle]: filter } })),
}));

export function usePassageFilter(handle: string): {
  filter: PassageFilter;
  setFilter: (filter: PassageFilter) => void;
} {
  const filter = useFilters(({ filters }) => filters[handle] ?? everyPassage);
  const setFilter = useFilters((state) => state.setFilter);
  return { filter, setFilter: (next) => setFilter(handle, next) };
}
