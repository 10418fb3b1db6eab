import { CaseError } from '#contract/error.ts';
import type { CaseStore } from '../../store/index.ts';

/** Some entities and all that they were found to be one with. */
export function clusterMates(store: CaseStore, ids: readonly string[]): Set<string> {
  if (ids.length === 0) return new Set();
  const mates = store.all<{ id: string }>(
    `SELECT entity_id AS id FROM cluster WHERE head_id IN (
       SELECT head_id FROM cluster WHERE entity_id IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(ids),
  );
  return new Set([...ids, ...mates.map(({ id }) => id)]);
}

/** Passages that carry one of the tags, or one below it. */
export function excerptsCarrying(
  store: Pick<CaseStore, 'all'>,
  tags: readonly string[],
): Set<string> {
  return new Set(
    store
      .all<{ id: string }>(
        `WITH RECURSIVE beneath(id) AS (SELECT value FROM json_each(?)
           UNION SELECT t.id FROM tag t JOIN beneath b ON t.parent_id = b.id)
         SELECT DISTINCT t.excerpt_id AS id FROM beneath b JOIN excerpt_tag t ON t.tag_id = b.id`,
        JSON.stringify(tags),
      )
      .map(({ id }) => id),
  );
}

/** Sees to it that every record that was chosen is there. @throws CaseError `record.notFound` */
export function knownTo(
  store: CaseStore,
  table: 'source' | 'entity' | 'tag',
  ids: ReadonlySet<string>,
): void {
  const missing = store.one<{ id: string }>(
    `SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM ${table})`,
    JSON.stringify([...ids]),
  );
  if (missing !== undefined) throw new CaseError('record.notFound', { id: missing.id });
}
