import {
  useQueries,
  useQueryClient,
  type QueryFunction,
  type QueryKey,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useMemo, useState } from 'react';

/** A part of a list as the engine gives it. */
export interface Page<T> {
  items: T[];
  total: number;
  /** When it was asked for, by whatever clock the list has. */
  asked?: number;
}

/** A list of which only the parts that were looked at are here. */
export interface ListView<T> {
  total: number;
  /** The item at a place, or undefined while its page is on its way. */
  at: (index: number) => T | undefined;
  /** Says which places are in view, so that their pages are fetched. */
  show: (first: number, last: number) => void;
  /** Nothing is known of the list yet. */
  pending: boolean;
  error: unknown;
}

/** A long list that the engine gives page by page. */
export interface PagedList<T> extends ListView<T> {
  /** All items between two places, both included, fetched where they are not here yet. */
  collect: (first: number, last: number) => Promise<T[]>;
  /** The items that are here, in the order of the list; the same array for as long as none has changed. */
  loaded: readonly T[];
  /** The place of the first item here that is meant, or -1. */
  indexOf: (isMeant: (item: T) => boolean) => number;
  /** What is in view is the list for the filter or order before, since this one is on its way. */
  outdated: boolean;
}

interface PageQuery<T> {
  queryKey: QueryKey;
  queryFn: QueryFunction<Page<T>>;
}

const pageSize = 200;

/** The same object for as long as no page has changed, as it is one function for all lists. */
function combinePages<T>(results: UseQueryResult<Page<T>>[]): {
  pages: (Page<T> | undefined)[];
  error: unknown;
} {
  return {
    pages: results.map(({ data }) => data),
    error: results.find((result) => result.error !== null)?.error ?? null,
  };
}

/** The pages that are here, by their numbers, once what is no more to be shown was taken off them. */
interface Shown<T> {
  total: number;
  pages: ReadonlyMap<number, readonly (T | null)[]>;
  /** Places, in the list as the engine has it, of what was taken off; ascending. */
  gaps: readonly number[];
  loaded: readonly T[];
}

function shownOf<T>(
  numbers: readonly number[],
  given: readonly (Page<T> | undefined)[],
  adjust: ((item: T, page: Page<T>) => T | null) | undefined,
): Shown<T> | null {
  const [first] = given;
  if (first === undefined) return null;
  const pages = new Map<number, readonly (T | null)[]>();
  const gaps: number[] = [];
  const loaded: T[] = [];
  const ordered = numbers
    .map((number, index) => ({ number, page: given[index] }))
    .toSorted((a, b) => a.number - b.number);
  for (const { number, page } of ordered) {
    if (page === undefined) continue;
    const items = adjust === undefined ? page.items : page.items.map((item) => adjust(item, page));
    pages.set(number, items);
    items.forEach((item, index) => {
      if (item === null) gaps.push(number * pageSize + index);
      else loaded.push(item);
    });
  }
  return { total: first.total - gaps.length, pages, gaps, loaded };
}

/**
 * Reads a list page by page as it is scrolled. While the list for another filter or order is on its way, the one before
 * stays in view, so that nothing jumps.
 *
 * @param query the query of one page, remembered by the caller for as long as it asks for the same list
 * @param adjust makes of an item what is to be shown before the engine tells, or null where that is nothing; remembered
 *   by the caller likewise
 */
export function usePagedList<T>(
  query: (offset: number, limit: number) => PageQuery<T>,
  adjust?: (item: T, page: Page<T>) => T | null,
): PagedList<T> {
  const queries = useQueryClient();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const numbers = useMemo(() => {
    const found = new Set([0]);
    for (let page = range[0]; page <= range[1]; page += 1) found.add(page);
    return [...found];
  }, [range]);
  const given = useQueries({
    queries: numbers.map((number) => query(number * pageSize, pageSize)),
    combine: combinePages<T>,
  });
  const { error } = given;
  const current = useMemo(
    () => shownOf(numbers, given.pages, adjust),
    [adjust, given.pages, numbers],
  );
  const [before, setBefore] = useState(current);
  if (current !== null && current !== before) setBefore(current);
  const shown = current ?? before;
  const gaps = shown?.gaps ?? [];
  const placeOf = (index: number): number => {
    let place = index;
    for (const gap of gaps) if (gap <= place) place += 1;
    return place;
  };

  return {
    total: shown?.total ?? 0,
    at: (index) => {
      const place = placeOf(index);
      return shown?.pages.get(Math.floor(place / pageSize))?.[place % pageSize] ?? undefined;
    },
    loaded: shown?.loaded ?? [],
    indexOf: (isMeant) => {
      for (const [number, items] of shown?.pages ?? []) {
        const index = items.findIndex((item) => item !== null && isMeant(item));
        if (index < 0) continue;
        const place = number * pageSize + index;
        return place - gaps.filter((gap) => gap < place).length;
      }
      return -1;
    },
    collect: async (from, to) => {
      const [first, last] = [placeOf(from), placeOf(to)];
      const items: T[] = [];
      for (let number = Math.floor(first / pageSize); number * pageSize <= last; number += 1) {
        const page = await queries.fetchQuery(query(number * pageSize, pageSize));
        const skipped = Math.max(0, first - number * pageSize);
        for (const item of page.items.slice(skipped, last + 1 - number * pageSize)) {
          const adjusted = adjust === undefined ? item : adjust(item, page);
          if (adjusted !== null) items.push(adjusted);
        }
      }
      return items;
    },
    show: (from, to) => {
      const next: [number, number] = [
        Math.floor(placeOf(from) / pageSize),
        Math.floor(placeOf(to) / pageSize),
      ];
      if (next[0] !== range[0] || next[1] !== range[1]) setRange(next);
    },
    pending: shown === null && error === null,
    outdated: current === null && shown !== null,
    error,
  };
}
