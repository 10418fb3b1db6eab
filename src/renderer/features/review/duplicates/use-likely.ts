import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LikelyEntity } from '#contract/duplicates.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';

/** How long the typing pauses before the case is asked, in milliseconds. */
const pause = 120;
/** Shortest text that can mean somebody, in UTF-16 code units. */
const shortest = 2;

const none: readonly LikelyEntity[] = [];

/**
 * The entities of the case that a name being typed may mean, best first, and whether these are the ones for just this name.
 *
 * @param kind null: of any
 */
export function useLikelyNow(
  kind: EntityKind | null,
  typed: string,
): { likely: readonly LikelyEntity[]; settled: boolean } {
  const api = useApi();
  const { handle } = useCase();
  const asked = typed.trim().slice(0, 500);
  const [name] = useDebouncedValue(asked, pause);
  const { data, isPending, isPlaceholderData } = useQuery(
    api.duplicates.likely.queryOptions({
      input: { handle, name, ...(kind !== null && { kind }) },
      enabled: name.length >= shortest,
      placeholderData: keepPreviousData,
    }),
  );
  if (asked.length < shortest) return { likely: none, settled: true };
  return {
    likely: data ?? none,
    settled: name === asked && !isPending && !isPlaceholderData,
  };
}

/** The entities of the case that a name being typed may mean, best first. @param kind null: of any */
export function useLikely(kind: EntityKind | null, typed: string): readonly LikelyEntity[] {
  return useLikelyNow(kind, typed).likely;
}
