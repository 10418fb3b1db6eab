import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { EntitySummary } from '#contract/entity.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { usePagedList, type PagedList } from '../../ui/paged.ts';

export type EntityLine = z.infer<typeof EntitySummary>;
export type EntitySort = 'name' | 'passages' | 'created';

/** The entities of a kind, or of all, whose names hold what is typed. */
export function useEntityList(asked: {
  kind: EntityKind | null;
  text: string;
  sort?: EntitySort;
}): PagedList<EntityLine> & { filter: string } {
  const api = useApi();
  const { handle } = useCase();
  const { kind, sort = 'name' } = asked;
  const [filter] = useDebouncedValue(asked.text, 120);
  const query = useMemo(
    () => (offset: number, limit: number) =>
      api.entities.list.queryOptions({
        input: { handle, filter, sort, offset, limit, ...(kind !== null && { kind }) },
      }),
    [api, filter, handle, kind, sort],
  );
  return { ...usePagedList<EntityLine>(query), filter };
}
