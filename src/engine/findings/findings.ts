import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type { AddFindingInput, Finding, UpdateFindingInput } from '#contract/finding.ts';
import { newId } from '#shared/id.ts';
import { clusterOf } from '../entities/index.ts';
import { lastPlace, placeBefore } from '../in-order.ts';
import type { CaseStore, Writer } from '../store/index.ts';

type Reader = Pick<CaseStore, 'all'> | Writer;

/** What is concluded of an entity and of what was found to be one with it, or, for null, of the case; in its order. */
export function listFindings(store: CaseStore, entity: string | null): Finding[] {
  return store.all<Finding>(inOrder(entity, columns), whose(store, entity));
}

/** @returns its id @throws CaseError `record.notFound` for the entity */
export function addFinding(
  store: CaseStore,
  { entity, body, likelihood, confidence }: Omit<z.infer<typeof AddFindingInput>, 'handle'>,
): string {
  return store.gesture('finding.add', (writer) => {
    if (entity !== null && writer.one('SELECT 1 FROM entity WHERE id = ?', entity) === undefined) {
      throw new CaseError('record.notFound', { id: entity });
    }
    const id = newId();
    writer.insert('finding', {
      id,
      entityId: entity,
      body,
      likelihood,
      confidence,
      ordinal: lastPlace(fellowsOf(writer, entity)),
      createdAt: new Date().toISOString(),
    });
    return id;
  });
}

/** @throws CaseError `record.notFound` */
export function updateFinding(
  store: CaseStore,
  id: string,
  changes: z.infer<typeof UpdateFindingInput>['changes'],
): void {
  store.gesture('finding.update', (writer) => {
    if (!writer.update('finding', id, changes)) throw new CaseError('record.notFound', { id });
  });
}

/**
 * Puts a finding before another of the same entity or of the case, or last.
 *
 * @returns false when it stood there already
 * @throws CaseError `record.notFound` for either
 */
export function moveFinding(store: CaseStore, id: string, before: string | null): boolean {
  return store.gesture('finding.move', (writer) => {
    const found = writer.one<{ entity: string | null }>(
      'SELECT entity_id AS entity FROM finding WHERE id = ?',
      id,
    );
    if (found === undefined) throw new CaseError('record.notFound', { id });
    return placeBefore(writer, 'finding', fellowsOf(writer, found.entity), id, before);
  });
}

/** @throws CaseError `record.notFound` */
export function removeFinding(store: CaseStore, id: string): void {
  store.gesture('finding.remove', (writer) => writer.remove('finding', id));
}

const columns = 'id, entity_id AS entity, body, likelihood, confidence, created_at AS createdAt';

/** The findings of the entities in a parameter, as JSON, or, for null, of the case: `columns` of them. */
const inOrder = (entity: string | null, wanted: string) =>
  `SELECT ${wanted} FROM finding WHERE ${entity === null ? 'entity_id IS ?' : 'entity_id IN (SELECT value FROM json_each(?))'}
   ORDER BY ordinal, id`;

/** The parameter of `inOrder`. */
const whose = (store: Reader, entity: string | null) =>
  entity === null ? null : JSON.stringify(clusterOf(store, entity));

function fellowsOf(writer: Writer, entity: string | null): { id: string; ordinal: number }[] {
  return writer.all(inOrder(entity, 'id, ordinal'), whose(writer, entity));
}
