import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { z } from 'zod';
import type {
  AcceptSuggestionsInput,
  RejectSuggestionsInput,
  SuggestionGroup,
  SuggestionState,
} from '#contract/suggestion.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { usePagedList, type PagedList } from '../../ui/paged.ts';
import { useQueue } from './queue-store.ts';

/** How often the engine is asked how far it has come while it reads sources, in milliseconds. */
const interval = 700;

/** How much is left to judge; followed while sources are being read. Null until the engine has answered. */
export function useSuggestionState(): SuggestionState | null {
  const api = useApi();
  const queries = useQueryClient();
  const { handle } = useCase();
  const { data } = useQuery({
    ...api.suggestions.state.queryOptions({ input: { handle } }),
    refetchInterval: ({ state }) => (state.data?.running === true ? interval : false),
  });
  const done = data?.sourcesDone;
  const running = data?.running;
  useEffect(() => {
    if (done === undefined) return;
    for (const key of [api.suggestions.groups.key(), api.suggestions.list.key()]) {
      void queries.invalidateQueries({ queryKey: key });
    }
  }, [api, done, queries, running]);
  return data ?? null;
}

/** The groups that pass the filter, as the queue is ordered. */
export function useGroups(): PagedList<SuggestionGroup> {
  const api = useApi();
  const { handle } = useCase();
  const { sort, source, kind, order, minScore } = useQueue();
  return usePagedList<SuggestionGroup>(
    useCallback(
      (offset, limit) =>
        api.suggestions.groups.queryOptions({
          input: {
            handle,
            sort,
            order,
            minScore,
            offset,
            limit,
            ...(source !== null && { source }),
            ...(kind !== null && { kind }),
          },
        }),
      [api, handle, kind, minScore, order, sort, source],
    ),
  );
}

type Judging<T extends { handle: string }> = Omit<T, 'handle'>;

/** Accepting and turning down, with the failure of the last of them. */
export function useJudge() {
  const client = useClient();
  const { handle } = useCase();
  const accept = useMutation({
    mutationFn: (input: Judging<z.input<typeof AcceptSuggestionsInput>>) =>
      client.suggestions.accept({ handle, ...input }),
  });
  const reject = useMutation({
    mutationFn: (input: Judging<z.input<typeof RejectSuggestionsInput>>) =>
      client.suggestions.reject({ handle, ...input }),
  });
  return { accept, reject, error: accept.error ?? reject.error };
}
