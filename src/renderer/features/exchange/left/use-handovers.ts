import { useQuery } from '@tanstack/react-query';
import type { Handover } from '#contract/exchange.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';

/** How many are looked through at most: one a working day for years. */
const most = 1000;
const none: readonly Handover[] = [];

/** What left the case, the latest first. */
export function useHandovers(): {
  list: readonly Handover[];
  pending: boolean;
  error: unknown;
  retry: () => void;
} {
  const api = useApi();
  const { handle } = useCase();
  const { data, error, isPending, refetch } = useQuery(
    api.exchange.handovers.queryOptions({ input: { handle, limit: most } }),
  );
  return { list: data?.items ?? none, pending: isPending, error, retry: () => void refetch() };
}
