import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Orphan } from '#contract/text-version.ts';
import { useApi, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';

/** Orphans fetched at a time; more come as they are placed. */
const fetched = 40;

/** How many passages have no place in the text that their source has; undefined until that is known. */
export function useOrphanCount(): number | undefined {
  const api = useApi();
  const { handle } = useCase();
  return useQuery(api.orphans.count.queryOptions({ input: { handle } })).data?.count;
}

/** Whose turn it is, and how to go on and back. */
export interface OrphanTurn {
  /** Undefined while that is not known, null when there is none. */
  current: Orphan | null | undefined;
  total: number;
  error: unknown;
  /** How many were left for later. */
  left: number;
  /** How many were placed or removed here. */
  settled: number;
  leave: () => void;
  /** Goes back to the one left last. */
  back: () => void;
  /** Goes back to all that were left. */
  again: () => void;
  /** Counts the one at hand as settled, before the engine's next answer leaves it out. */
  settle: () => void;
}

/**
 * The turn among the orphans. One that was settled is passed over in answers that were asked for before, and shown again
 * when a later one has it, because that was undone.
 */
export function useOrphanTurn(): OrphanTurn {
  const api = useApi();
  const client = useClient();
  const { handle } = useCase();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [settledAt, setSettledAt] = useState<ReadonlyMap<string, number>>(new Map());
  const [settled, setSettled] = useState(0);
  // Those that were left stay in the list, before the ones that are still to come.
  const input = { handle, limit: Math.min(1000, fetched + left.length) };
  const { data, error } = useQuery({
    queryKey: [...api.orphans.list.key({ input }), 'asked'],
    queryFn: async ({ signal }) => {
      const askedAt = performance.now();
      return { page: await client.orphans.list(input, { signal }), askedAt };
    },
    placeholderData: keepPreviousData,
  });
  const current = data?.page.items.find(
    ({ excerpt }) =>
      !left.includes(excerpt) && (settledAt.get(excerpt) ?? -Infinity) < data.askedAt,
  );
  return {
    current: data === undefined ? undefined : (current ?? null),
    total: data?.page.total ?? 0,
    error,
    left: left.length,
    settled,
    leave: () => {
      if (current !== undefined) setLeft([...left, current.excerpt]);
    },
    back: () => setLeft(left.slice(0, -1)),
    again: () => setLeft([]),
    settle: () => {
      if (current === undefined) return;
      const now = performance.now();
      setSettledAt((before) => new Map([...before, [current.excerpt, now]]));
      setSettled((before) => before + 1);
    },
  };
}
