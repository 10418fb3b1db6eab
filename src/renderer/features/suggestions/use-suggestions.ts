import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { SuggestionGroup, SuggestionState } from '#contract/suggestion.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { usePagedList, type Page, type PagedList } from '../../ui/paged.ts';
import { useJudging, whenJudged } from './judging.ts';
import { useQueue } from './queue-store.ts';
import { isJudged, leftOf } from './standing.ts';

/** How often the engine is asked how far it has come while it reads sources, in milliseconds. */
const interval = 700;

/** How many passages of one group are looked at. */
const most = 1000;

/** How far the reading was when the lists were last fetched anew for it, by case. */
const heeded = new WeakMap<QueryClient, Map<string, { done: number; running: boolean }>>();

/** Whether lists are to be fetched anew for how far the reading is; once, however many parts of the page follow it. */
function isNews(queries: QueryClient, handle: string, done: number, running: boolean): boolean {
  const cases = heeded.get(queries) ?? new Map<string, { done: number; running: boolean }>();
  heeded.set(queries, cases);
  const before = cases.get(handle);
  if (before?.done === done && before.running === running) return false;
  cases.set(handle, { done, running });
  // Where reading begins anew, the case has changed, and with it the lists were fetched.
  return before === undefined || done > before.done || !running;
}

/** How much is left to judge; followed while sources are being read. Null until the engine has answered. */
export function useSuggestionState(): SuggestionState | null {
  const api = useApi();
  const queries = useQueryClient();
  const { handle } = useCase();
  // Of what the queue asks about, so that it comes to nothing when the queue does.
  const minScore = useQueue((queue) => queue.minScore);
  const { data } = useQuery({
    ...api.suggestions.state.queryOptions({ input: { handle, minScore } }),
    refetchInterval: ({ state }) => (state.data?.running === true ? interval : false),
  });
  const done = data?.sourcesDone;
  const running = data?.running;
  useEffect(() => {
    if (done === undefined || running === undefined) return;
    if (!isNews(queries, handle, done, running)) return;
    for (const key of [api.suggestions.groups.key(), api.suggestions.list.key()]) {
      void queries.invalidateQueries({ queryKey: key });
    }
  }, [api, done, handle, queries, running]);
  return data ?? null;
}

/** The groups that pass the filter, as the queue is ordered, without what was just judged. */
export function useGroups(): PagedList<SuggestionGroup> {
  const api = useApi();
  const client = useClient();
  const { handle } = useCase();
  const { sort, source, kind, order, minScore } = useQueue();
  const judgements = useJudging((state) => state.judgements);
  return usePagedList<SuggestionGroup>(
    useCallback(
      (offset, limit) => {
        const input = {
          handle,
          sort,
          order,
          minScore,
          offset,
          limit,
          ...(source !== null && { source }),
          ...(kind !== null && { kind }),
        };
        return {
          queryKey: api.suggestions.groups.queryKey({ input }),
          queryFn: async ({ signal }) => {
            const asked = await whenJudged();
            return { ...(await client.suggestions.groups(input, { signal })), asked };
          },
        };
      },
      [api, client, handle, kind, minScore, order, sort, source],
    ),
    useCallback(
      (group: SuggestionGroup, { asked = 0 }: Page<SuggestionGroup>) => {
        const count = leftOf(judgements, group, source, asked);
        return count === 0 ? null : count === group.count ? group : { ...group, count };
      },
      [judgements, source],
    ),
  );
}

/** The passages of a group that are left, the surest first; undefined until the engine has told. */
export function usePassages(group: string | undefined) {
  const api = useApi();
  const client = useClient();
  const { handle } = useCase();
  const { source, minScore } = useQueue();
  const judgements = useJudging((state) => state.judgements);
  const input = {
    handle,
    group: group ?? '',
    minScore,
    order: 'score' as const,
    offset: 0,
    limit: most,
    ...(source !== null && { source }),
  };
  const { data } = useQuery({
    queryKey: api.suggestions.list.queryKey({ input }),
    queryFn: async ({ signal }) => {
      const asked = await whenJudged();
      return { ...(await client.suggestions.list(input, { signal })), asked };
    },
    enabled: group !== undefined,
  });
  return useMemo(
    () =>
      data === undefined
        ? undefined
        : {
            items: data.items.filter((one) => !isJudged(judgements, one, data.asked)),
            areAll: data.total <= data.items.length,
          },
    [data, judgements],
  );
}
