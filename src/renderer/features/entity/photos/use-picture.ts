import { useQuery } from '@tanstack/react-query';
import { useCallback, type RefCallback } from 'react';
import type { Photo } from '#contract/photo.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';

/** What puts a picture into an `img`, by an address of this page alone that is good as long as it is shown. Null until it is there. */
export function usePicture({ id, here }: Photo): RefCallback<HTMLImageElement> | null {
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(
    api.photos.bytes.queryOptions({ input: { handle, id }, enabled: here, staleTime: Infinity }),
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
  return data === undefined ? null : draw;
}
