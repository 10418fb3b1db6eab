import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { Colleague } from '#contract/colleague.ts';
import type { PackageOptions, PackagePlan } from '#contract/exchange.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { planOptions, type HandOverDraft } from './draft.ts';

/** How long the form has to rest before what will leave is reckoned anew, in milliseconds. */
const rest = 200;

/** What will leave, as far as it is known. */
export interface Plan {
  plan: PackagePlan | undefined;
  /** It is that of what the form says now. */
  settled: boolean;
  error: unknown;
  retry: () => void;
}

/** What will leave by what the form says, a moment after it was said. */
export function usePlan(draft: HandOverDraft, colleague: Colleague | null): Plan {
  const api = useApi();
  const { handle } = useCase();
  const now = JSON.stringify(planOptions(draft));
  const [asked] = useDebouncedValue(now, rest);
  const options = useMemo<z.input<typeof PackageOptions>>(() => JSON.parse(asked), [asked]);
  const ready = options.scope !== 'delta' || colleague !== null;
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(
    api.exchange.plan.queryOptions({
      input: { handle, options },
      enabled: ready,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  return {
    plan: ready && error === null ? data : undefined,
    settled: ready && now === asked && !isPlaceholderData && !isFetching,
    error: ready ? error : null,
    retry: () => void refetch(),
  };
}
