import { CaseError } from '#contract/error.ts';
import type { EntityKind, NameKind } from '#contract/vocabulary.ts';
import type { CaseStore } from '../../store/index.ts';
import type { KnownName } from '../../suggest/index.ts';
import { clusterMates } from './chosen.ts';

/** All names of an entity and of those it was found to be one with. @throws CaseError `record.notFound` */
export function entityNames(
  store: CaseStore,
  id: string,
): { values: string[]; known: KnownName[] } {
  const known = store.all<{
    entityId: string;
    kind: EntityKind;
    nameId: string;
    nameKind: NameKind;
    value: string;
  }>(
    `SELECT n.entity_id AS entityId, e.kind, n.id AS nameId, n.kind AS nameKind, n.value
     FROM name n JOIN entity e ON e.id = n.entity_id
     WHERE n.entity_id IN (SELECT value FROM json_each(?)) ORDER BY n.id`,
    JSON.stringify([...clusterMates(store, [id])]),
  );
  if (known.length === 0) throw new CaseError('record.notFound', { id });
  return { values: [...new Set(known.map(({ value }) => value))], known };
}
