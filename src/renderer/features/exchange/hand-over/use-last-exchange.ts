import { useQuery } from '@tanstack/react-query';
import type { Colleague } from '#contract/exchange.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useHandovers } from '../left/use-handovers.ts';

/**
 * When the case was last exchanged with a colleague: when it was last handed to them, or that something of theirs is in it.
 * Null: never, so that there is nothing that came since.
 */
export function useLastExchange(colleague: Colleague | null): { at: string | null } | null {
  const api = useApi();
  const { handle } = useCase();
  const handovers = useHandovers();
  const people = useQuery(api.history.people.queryOptions({ input: { handle } })).data ?? [];
  if (colleague === null) return null;
  const { fingerprint } = colleague;
  const last = handovers.list.find(
    ({ format, scope, recipient }) =>
      format === 'casepack' && scope !== 'partial' && recipient.key === fingerprint,
  );
  if (last !== undefined) return { at: last.at };
  return people.some(({ actor }) => actor.key === fingerprint) ? { at: null } : null;
}
