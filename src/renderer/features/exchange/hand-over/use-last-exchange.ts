import { useQuery } from '@tanstack/react-query';
import type { Colleague } from '#contract/colleague.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useHandovers } from '../left/use-handovers.ts';

/** The last exchange with a colleague: when the case was handed to them, or null where only something of theirs is in it. */
interface LastExchange {
  at: string | null;
  /** They got a part, so that what came since is that part as it is now. */
  part: boolean;
}

/** The last exchange of the case with a colleague. Null: there was none, so that nothing came since. */
export function useLastExchange(colleague: Colleague | null): LastExchange | null {
  const api = useApi();
  const { handle } = useCase();
  const handovers = useHandovers();
  const people = useQuery(api.history.people.queryOptions({ input: { handle } })).data ?? [];
  if (colleague === null) return null;
  const { fingerprint } = colleague;
  const last = handovers.list.find(
    ({ format, recipient }) => format === 'casepack' && recipient.key === fingerprint,
  );
  if (last !== undefined) return { at: last.at, part: last.scope === 'partial' };
  const known = people.some(({ actor }) => actor.key === fingerprint);
  return known ? { at: null, part: false } : null;
}
