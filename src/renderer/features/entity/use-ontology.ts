import { useQuery } from '@tanstack/react-query';
import type { Ontology } from '#contract/ontology.ts';
import { useApi } from '../../app/api.ts';

/** The kinds, properties and link types there are; undefined until they have come. */
export function useOntology(): Ontology | undefined {
  const api = useApi();
  return useQuery(api.engine.ontology.queryOptions()).data;
}
