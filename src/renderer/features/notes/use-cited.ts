import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CitedPassage } from '#contract/note.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { citedIn } from '#shared/citation.ts';

/** A cited passage as it is now: undefined while that is not known, null when it is gone. */
export type Cited = (id: string) => CitedPassage | null | undefined;

/** The most citations of one note that are looked up. */
const most = 500;

/** The passages that a note cites, as they are now. */
export function useCited(body: string): Cited {
  const api = useApi();
  const { handle } = useCase();
  const ids = useMemo(() => citedIn(body).slice(0, most), [body]);
  const { data } = useQuery(
    api.notes.cited.queryOptions({ input: { handle, ids }, enabled: ids.length > 0 }),
  );
  return useMemo(() => {
    const known = new Map(data?.map((passage) => [passage.id, passage]));
    return (id) => known.get(id) ?? (data === undefined ? undefined : null);
  }, [data]);
}
