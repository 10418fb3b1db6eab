import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Conflict } from '#contract/conflict.ts';
import { useApi, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { usePagedList, type Page, type PagedList } from '../../../ui/paged.ts';
import { useJudging, whenJudged } from '../../suggestions/judging.ts';
import { isJudged } from '../../suggestions/standing.ts';

/** Under which name decisions on conflicts are among what was judged in this window. */
export const judgedAs = { group: 'conflicts', source: '' } as const;

/** Which conflicts are shown; null: all. */
export interface ConflictFilter {
  table: string | null;
  /** Key of the person whose value does not stand, or the name where there is none. */
  by: string | null;
}

/** How many conflicts nobody has decided; undefined until that is known. */
export function useConflictCount(): number | undefined {
  const api = useApi();
  const { handle } = useCase();
  return useQuery(api.conflicts.count.queryOptions({ input: { handle } })).data?.count;
}

/** The conflicts that are left, by record, without those that were just decided here. */
export function useConflicts({ table, by }: ConflictFilter): PagedList<Conflict> {
  const api = useApi();
  const client = useClient();
  const { handle } = useCase();
  const judgements = useJudging((state) => state.judgements);
  return usePagedList<Conflict>(
    useCallback(
      (offset, limit) => {
        const input = {
          handle,
          offset,
          limit,
          ...(table !== null && { table }),
          ...(by !== null && { by }),
        };
        return {
          queryKey: api.conflicts.list.queryKey({ input }),
          queryFn: async ({ signal }) => {
            const asked = await whenJudged();
            return { ...(await client.conflicts.list(input, { signal })), asked };
          },
        };
      },
      [api, by, client, handle, table],
    ),
    useCallback(
      (conflict: Conflict, { asked = 0 }: Page<Conflict>) =>
        isJudged(judgements, { ...judgedAs, key: conflict.id }, asked) ? null : conflict,
      [judgements],
    ),
  );
}
