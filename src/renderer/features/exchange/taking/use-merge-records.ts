import { useCallback } from 'react';
import type { MergeRecord } from '#contract/merge.ts';
import { useApi, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { usePagedList, type PagedList } from '../../../ui/paged.ts';
import type { RecordFilter } from './MergePreview.tsx';

/** The records of a preview that pass a filter, page by page. */
export function useMergeRecords(
  preview: string,
  { table, state, by, text }: RecordFilter,
): PagedList<MergeRecord> {
  const api = useApi();
  const client = useClient();
  const { handle } = useCase();
  return usePagedList<MergeRecord>(
    useCallback(
      (offset, limit) => {
        const input = {
          handle,
          preview,
          offset,
          limit,
          ...(table !== null && { table }),
          ...(state !== null && { state }),
          ...(by !== null && { by }),
          ...(text !== '' && { text }),
        };
        return {
          queryKey: api.exchange.records.queryKey({ input }),
          queryFn: ({ signal }) => client.exchange.records(input, { signal }),
        };
      },
      [api, by, client, handle, preview, state, table, text],
    ),
  );
}
