import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Highlight } from '#contract/annotation.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';

/**
 * Changes the passages of a source in the page, so that what a gesture did shows at once. An answer of the engine that is
 * still under way may be older than the gesture: it is dropped, and asked for anew.
 */
export function useChangeHighlights(
  source: string,
): (make: (before: readonly Highlight[]) => Highlight[]) => void {
  const api = useApi();
  const queries = useQueryClient();
  const { handle } = useCase();
  return useCallback(
    (make) => {
      const queryKey = api.excerpts.highlights.queryKey({ input: { handle, source } });
      const underWay = queries.isFetching({ queryKey }) > 0;
      if (underWay) void queries.cancelQueries({ queryKey });
      queries.setQueryData<Highlight[]>(queryKey, (before) => make(before ?? []));
      // Otherwise the event of the gesture has it asked for.
      if (underWay) void queries.invalidateQueries({ queryKey });
    },
    [api, handle, queries, source],
  );
}
