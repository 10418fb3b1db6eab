import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { shownMatrix } from './matrix.ts';
import type { TagNode } from './tag-tree.ts';
import { useTagWork } from './tag-work-store.ts';

/** The matrix as it is set up now. */
export function useMatrix(all: readonly TagNode[]) {
  const api = useApi();
  const { handle } = useCase();
  const by = useTagWork((state) => state.matrixBy);
  const below = useTagWork((state) => state.below);
  const withEmpty = useTagWork((state) => state.withEmpty);
  const { data, error, isPlaceholderData } = useQuery(
    api.tags.matrix.queryOptions({
      input: { handle, by, below },
      placeholderData: keepPreviousData,
    }),
  );
  const matrix = useMemo(
    () => (data === undefined ? null : shownMatrix(data, all, by === 'tag', withEmpty)),
    [all, by, data, withEmpty],
  );
  return { matrix: isPlaceholderData ? null : matrix, data, error, by, below, withEmpty };
}
