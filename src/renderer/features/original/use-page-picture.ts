import { useQuery } from '@tanstack/react-query';
import { useCallback, type RefCallback } from 'react';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';

/** What puts a page of a picture into an `img`, by an address of this page alone; null until it is there. */
export function usePagePicture(
  id: string,
  page: number,
): { draw: RefCallback<HTMLImageElement> | null; error: unknown } {
  const api = useApi();
  const { handle } = useCase();
  const { data, error } = useQuery(
    api.sources.picture.queryOptions({ input: { handle, id, page }, staleTime: Infinity }),
  );
  const draw = useCallback(
    (image: HTMLImageElement | null) => {
      if (image === null || data === undefined) return undefined;
      const address = URL.createObjectURL(data);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [data],
  );
  return { draw: data === undefined ? null : draw, error };
}
