import { useQueries, type QueryFunction, type QueryKey } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';

/** A part of a list as the engine gives it. */
export interface Page<T> {
  items: T[];
  total: number;
}

/** A long list of which only the parts that were looked at are here. */
export interface PagedList<T> {
  total: number;
  /** The item at a place, or undefined while its page is on its way. */
  at: (index: number) => T | undefined;
  /** Says which places are in view, so that their pages are fetched. */
  show: (first: number, last: number) => void;
  /** Nothing is known of the list yet. */
  pending: boolean;
  error: unknown;
}

interface PageQuery<T> {
  queryKey: QueryKey;
  queryFn: QueryFunction<Page<T>>;
}

const pageSize = 200;

/**
 * Reads a list page by page as it is scrolled. While the list for another filter or order is on its way, the one before
 * stays in view, so that nothing jumps.
 *
 * @param query the query of one page, remembered by the caller for as long as it asks for the same list
 */
export function usePagedList<T>(
  query: (offset: number, limit: number) => PageQuery<T>,
): PagedList<T> {
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const numbers = useMemo(() => {
    const found = new Set([0]);
    for (let page = range[0]; page <= range[1]; page += 1) found.add(page);
    return [...found];
  }, [range]);
  const pages = useQueries({
    queries: numbers.map((number) => query(number * pageSize, pageSize)),
  });
  const error: unknown = pages.find((page) => page.error !== null)?.error ?? null;

  const latest = useRef<{ total: number; pages: Map<number, T[]> } | null>(null);
  const first = pages[0]?.data;
  const current = useMemo(() => {
    if (first === undefined) return null;
    const loaded = new Map<number, T[]>();
    numbers.forEach((number, index) => {
      const data = pages[index]?.data;
      if (data !== undefined) loaded.set(number, data.items);
    });
    return { total: first.total, pages: loaded };
  }, [first, numbers, pages]);
  useEffect(() => {
    if (current !== null) latest.current = current;
  });
  const shown = current ?? latest.current;

  return {
    total: shown?.total ?? 0,
    at: (index) => shown?.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    show: (from, to) => {
      const next: [number, number] = [Math.floor(from / pageSize), Math.floor(to / pageSize)];
      if (next[0] !== range[0] || next[1] !== range[1]) setRange(next);
    },
    pending: shown === null && error === null,
    error,
  };
}
