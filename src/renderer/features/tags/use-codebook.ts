import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import type { Route } from '../../app/route.ts';
import { rowsOf, tagTree } from './tag-tree.ts';
import { beginTagWork } from './tag-work-store.ts';

/** Places of the Tags screen that are not a tag. */
export const combinationPlace = 'combination';
export const matrixPlace = 'matrix';

/** The codebook as a tree, and the tag that a place means: its own, or one that has passages. */
export function useCodebook(route: Route) {
  const api = useApi();
  const { handle, info } = useCase();
  const { data, error, refetch } = useQuery(api.tags.list.queryOptions({ input: { handle } }));
  useEffect(() => beginTagWork(info.id), [info.id]);
  const nodes = useMemo(() => tagTree(data ?? []), [data]);
  const all = useMemo(() => rowsOf(nodes, () => true), [nodes]);
  const besides = route.id === combinationPlace || route.id === matrixPlace;
  const chosen = besides
    ? undefined
    : (all.find(({ tag }) => tag.id === route.id) ??
      all.find(({ tag }) => tag.excerpts > 0) ??
      all[0]);
  return { nodes, all, chosen, known: data !== undefined, error, refetch };
}
