import { useCallback } from 'react';
import { create } from 'zustand';
import type { SourceFilter } from '#contract/source.ts';
import type { Reading } from '#contract/vocabulary.ts';
import type { Sorting } from '../../ui/VirtualTable.tsx';
import type { SourceSort } from './source-columns.tsx';
import type { NamedSource } from './SourceField.tsx';

/** Which sources are listed: those that fit each of the lists that are not empty, by one of its values. */
export interface ListedSources {
  text: string;
  reading: Reading | null;
  kinds: SourceFilter['kinds'];
  languages: SourceFilter['languages'];
  reliabilities: SourceFilter['reliabilities'];
  handlings: SourceFilter['handlings'];
  tags: SourceFilter['tags'];
  publishedFrom: string;
  publishedUntil: string;
  /** The archive or message they were in. */
  container: NamedSource | null;
  withoutText: boolean;
  orphaned: boolean;
}

export const everySource: ListedSources = {
  text: '',
  reading: null,
  kinds: [],
  languages: [],
  reliabilities: [],
  handlings: [],
  tags: [],
  publishedFrom: '',
  publishedUntil: '',
  container: null,
  withoutText: false,
  orphaned: false,
};

interface Kept {
  handle: string;
  listed: ListedSources;
  sorting: Sorting<SourceSort>;
}

const byTitle: Sorting<SourceSort> = { by: 'title', descending: false };

/** Kept while the case is open, so that a list is found as it was left. Never written: words of a case may be in it. */
const useKept = create<Kept>(() => ({ handle: '', listed: everySource, sorting: byTitle }));

/** Which sources of the case in hand are listed, and in which order. */
export function useListedSources(handle: string) {
  const kept = useKept();
  const { listed, sorting } =
    kept.handle === handle ? kept : { listed: everySource, sorting: byTitle };
  const change = useCallback(
    (changes: Partial<Omit<Kept, 'handle'>>) =>
      useKept.setState((before) => ({
        ...(before.handle === handle ? {} : { listed: everySource, sorting: byTitle }),
        handle,
        ...changes,
      })),
    [handle],
  );
  return { listed, sorting, change };
}

/** What the engine is asked for, without the words that are typed. */
export function filterOf({
  reading,
  container,
  withoutText,
  orphaned,
  kinds,
  languages,
  reliabilities,
  handlings,
  tags,
  publishedFrom,
  publishedUntil,
}: ListedSources): Omit<SourceFilter, 'filter'> {
  return {
    kinds,
    languages,
    reliabilities,
    handlings,
    tags,
    publishedFrom,
    publishedUntil,
    ...(reading !== null && { reading }),
    ...(container !== null && { container: container.id }),
    ...(withoutText && { withoutText }),
    ...(orphaned && { orphaned }),
  };
}

/** How many filters are set beside the words and the reading, which have their own places. */
export function countFilters(listed: ListedSources): number {
  const { kinds, languages, reliabilities, handlings, tags } = listed;
  const lists = [kinds, languages, reliabilities, handlings, tags];
  const others = [
    listed.publishedFrom !== '',
    listed.publishedUntil !== '',
    listed.container !== null,
    listed.withoutText,
    listed.orphaned,
  ];
  return lists.reduce((sum, list) => sum + list.length, 0) + others.filter((one) => one).length;
}

/** Whether all sources are listed. */
export function listsAll(listed: ListedSources): boolean {
  return listed.text === '' && listed.reading === null && countFilters(listed) === 0;
}
