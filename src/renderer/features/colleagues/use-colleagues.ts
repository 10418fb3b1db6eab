import { useQuery } from '@tanstack/react-query';
import type { Colleague } from '#contract/colleague.ts';
import { useApi } from '../../app/api.ts';

const none: readonly Colleague[] = [];

/** The address book of this computer, by name. Another window may have changed it, so it is asked for whenever it is shown. */
export function useColleagues(): {
  list: readonly Colleague[];
  pending: boolean;
  error: unknown;
  refetch: () => Promise<unknown>;
} {
  const api = useApi();
  const { data, error, isPending, refetch } = useQuery({
    ...api.colleagues.list.queryOptions(),
    staleTime: 0,
  });
  return { list: data ?? none, pending: isPending, error, refetch };
}
