import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { DossierOutline, DossierRequest } from '#contract/dossier.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { emptyDraft, requestOf, type DossierDraft } from './options/draft.ts';

/** How long the options have to rest before the pages are set anew, in milliseconds. */
const REST = 120;

export interface DossierPages {
  /** What there is to choose from; that of the options before while they are looked up. */
  outline: DossierOutline | undefined;
  /** What it is about, as it may be printed; empty while that is looked up. */
  title: string;
  /** The pages as a PDF; those before while new ones are set. */
  pages: Blob | undefined;
  /** What is shown is not yet what the options say. */
  setting: boolean;
  error: unknown;
  retry: () => void;
}

const nothing = requestOf({ ...emptyDraft, kind: 'register' });

/**
 * The pages that the options ask for, a moment after they rest. What is no longer wanted is aborted.
 *
 * @param fits whether there can be a dossier of this kind on its subject
 */
export function useDossierPages(draft: DossierDraft, fits: boolean): DossierPages {
  const api = useApi();
  const { handle } = useCase();
  const now = JSON.stringify(requestOf(draft));
  const [asked] = useDebouncedValue(now, REST);
  const request = useMemo<z.input<typeof DossierRequest> | null>(() => JSON.parse(asked), [asked]);
  const enabled = request !== null && fits;
  // How a file is saved is no matter of the pages shown.
  const { format: _format, ...shown } = { ...nothing, ...request };
  const { standard: _standard, paper: _paper, twoSided: _twoSided, ...content } = shown;
  const again = {
    enabled,
    placeholderData: keepPreviousData,
    gcTime: 0,
    // A template is changed in another window.
    refetchOnWindowFocus: request?.template === undefined ? false : ('always' as const),
  };
  const outline = useQuery(
    api.dossiers.outline.queryOptions({ input: { handle, ...content }, ...again }),
  );
  const preview = useQuery(
    api.dossiers.preview.queryOptions({ input: { handle, ...shown }, ...again }),
  );
  return {
    outline: enabled ? outline.data : undefined,
    // A name that is now withheld may stand in the outline of before.
    title: enabled && now === asked && !outline.isFetching ? (outline.data?.title ?? '') : '',
    pages: enabled ? preview.data : undefined,
    setting: enabled && (now !== asked || preview.isFetching),
    error: enabled ? (preview.error ?? outline.error) : null,
    retry: () => {
      void outline.refetch();
      void preview.refetch();
    },
  };
}
