import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DuplicatePage } from '#contract/duplicates.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { useApi, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';

/** How often it is asked again while entities are still being compared, in milliseconds. */
const whileComparing = 700;
/** Pairs fetched at a time; more come as they are judged. */
const fetched = 60;

/** How many pairs are left to judge; undefined until that is known. */
export function useDuplicateCount(): number | undefined {
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(
    api.duplicates.count.queryOptions({
      input: { handle },
      refetchInterval: ({ state }) =>
        state.data?.progress.running === true ? whileComparing : false,
    }),
  );
  return data?.count;
}

/** The pairs to judge next, best first; and when they were asked for, by `performance.now()`. */
export function useDuplicates(
  kind: EntityKind | null,
  unsure: boolean,
): { data: DuplicatePage | undefined; askedAt: number; error: unknown } {
  const api = useApi();
  const client = useClient();
  const { handle } = useCase();
  const input = { handle, unsure, limit: fetched, ...(kind !== null && { kind }) };
  const { data, error } = useQuery({
    queryKey: [...api.duplicates.list.key({ input }), 'asked'],
    queryFn: async ({ signal }) => {
      const askedAt = performance.now();
      return { page: await client.duplicates.list(input, { signal }), askedAt };
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.page.progress.running === true ? whileComparing : false,
  });
  return { data: data?.page, askedAt: data?.askedAt ?? 0, error };
}
