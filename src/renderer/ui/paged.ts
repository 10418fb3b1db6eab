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

/**
 * Reads a list page by page as it is scrolled. While the list for another filter or order is on its way, the one before
 * stays in view, so that nothing jumps.
 *
 * @param query the query of one page, remembered by the caller for as long as it asks for the same list
 */
export function usePagedList<T>(
  query: (offset: number, limit: number) => PageQuery<T>,
): PagedList<T> {
  const queries = useQueryClient();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const numbers = useMemo(() => {
    const found = new Set([0]);
    for (let page = range[0]; page <= range[1]; page += 1) found.add(page);
    return [...found];
  }, [range]);
  const loaded = useQueries({
    queries: numbers.map((number) => query(number * pageSize, pageSize)),
    combine: combinePages<T>,
  });
  const { error } = loaded;
  const current = useMemo(() => {
    const [first] = loaded.pages;
    if (first === undefined) return null;
    const pages = new Map<number, T[]>();
    numbers.forEach((number, index) => {
      const page = loaded.pages[index];
      if (page !== undefined) pages.set(number, page.items);
    });
    return { total: first.total, pages };
  }, [loaded, numbers]);
  const [before, setBefore] = useState(current);
  if (current !== null && current !== before) setBefore(current);
  const shown = current ?? before;

  return {
    total: shown?.total ?? 0,
    at: (index) => shown?.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    collect: async (first, last) => {
      const items: T[] = [];
      for (let page = Math.floor(first / pageSize); page * pageSize <= last; page += 1) {
        const loaded = await queries.fetchQuery(query(page * pageSize, pageSize));
        const skipped = Math.max(0, first - page * pageSize);
        items.push(...loaded.items.slice(skipped, last + 1 - page * pageSize));
      }
      return items;
    },
    show: (from, to) => {
      const next: [number, number] = [Math.floor(from / pageSize), Math.floor(to / pageSize)];
      if (next[0] !== range[0] || next[1] !== range[1]) setRange(next);
    },
    pending: shown === null && error === null,
    error,
  };
}
