import { useQuery } from '@tanstack/react-query';
import type { Photo } from '#contract/photo.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';

const none: readonly Photo[] = [];

/** The photographs of an entity, in their order. */
export function usePhotos(entity: string): readonly Photo[] {
  const api = useApi();
  const { handle } = useCase();
  return useQuery(api.photos.list.queryOptions({ input: { handle, entity } })).data ?? none;
}
