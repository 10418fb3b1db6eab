import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { HitKind, type SearchHit, type SearchResult } from '#contract/search.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import type { ListView } from '../../ui/paged.ts';

/** How many hits of each kind are fetched at a time; of a kind that was chosen more come as one goes down the list. */
export const hitsAtATime = 200;
/** How many rows before the end of the list more of it are fetched. */
const ahead = 40;

interface Hits {
  list: ListView<SearchHit>;
  counts: Partial<Record<HitKind, number>> | null;
  /** Whether there are more hits of some kind than are listed. */
  isCut: boolean;
  error: unknown;
  /** Whether what is listed was found for the words asked for. */
  isSettled: boolean;
}

/** What was found for words, of a kind or of all. Nothing for no words. */
export function useHits(query: string, kind: HitKind | null): Hits {
  const api = useApi();
  const { handle } = useCase();
  const asked = query !== '';
  const { data, error, isPending, isPlaceholderData } = useQuery(
    api.search.query.queryOptions({
      input: { handle, query: asked ? query : ' ', limit: hitsAtATime },
      enabled: asked,
      placeholderData: keepPreviousData,
    }),
  );
  const of = `${kind} ${query}`;
  const [more, setMore] = useState({ of, pages: 0 });
  const pages = kind !== null && more.of === of ? more.pages : 0;
  const later = useQueries({
    queries: Array.from({ length: pages }, (_, at) =>
      api.search.query.queryOptions({
        input: {
          handle,
          query,
          ...(kind !== null && { kinds: [kind] }),
          offset: (at + 1) * hitsAtATime,
          limit: hitsAtATime,
        },
      }),
    ),
    combine: results,
  });
  const counts = asked && data !== undefined ? data.counts : null;
  const list = useMemo<ListView<SearchHit>>(() => {
    const all = asked ? (data?.hits ?? []) : [];
    const hits = [
      ...(kind === null ? all : all.filter((hit) => hit.kind === kind)),
      ...later.pages.flat(),
    ];
    const isWhole = kind === null || hits.length >= (data?.counts[kind] ?? 0);
    const isHere = hits.length === (pages + 1) * hitsAtATime;
    return {
      total: hits.length,
      at: (index) => hits[index],
      show: (_, last) => {
        if (!isWhole && isHere && last >= hits.length - ahead) setMore({ of, pages: pages + 1 });
      },
      pending: false,
      error: null,
    };
  }, [asked, data, kind, later, of, pages]);
  return {
    list,
    counts,
    isCut: kind === null && HitKind.options.some((one) => (counts?.[one] ?? 0) > hitsAtATime),
    error: error ?? later.error,
    isSettled: !asked || (!isPending && !isPlaceholderData),
  };
}

/** The pages that are here, up to the first that is not. One function for all, so that nothing is drawn in vain. */
function results(given: UseQueryResult<SearchResult>[]): { pages: SearchHit[][]; error: unknown } {
  const pages: SearchHit[][] = [];
  for (const { data } of given) {
    if (data === undefined) break;
    pages.push(data.hits);
  }
  return { pages, error: given.find((one) => one.error !== null)?.error ?? null };
}
