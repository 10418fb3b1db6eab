import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import { validityColumns } from '../dates.ts';
import type { Writer } from '../store/index.ts';
import { clusterOf } from './clusters.ts';

/** When a fact holds, in EDTF as it was written. */
interface Dates {
  since?: string | undefined;
  until?: string | undefined;
}

/**
 * Adds an attribute within a gesture that is under way. The same value of the same property and dates is one fact.
 *
 * @returns its id
 * @throws CaseError `edtf.invalid`
 */
export function makeAttribute(
  writer: Writer,
  {
    entityId,
    property,
    value,
    ...when
  }: { entityId: string; property: string; value: string } & Dates,
): string {
  const dates = validityColumns(when);
  const known = writer.one<{ id: string }>(
    'SELECT id FROM attribute WHERE entity_id = ? AND property = ? AND value = ? AND since = ? AND until = ?',
    entityId,
    property,
    value,
    dates.since ?? '',
    dates.until ?? '',
  );
  if (known !== undefined) return known.id;
  const id = newId();
  const createdAt = new Date().toISOString();
  writer.insert('attribute', { id, entityId, property, value, ...dates, createdAt });
  return id;
}

/**
 * Links two entities within a gesture that is under way. The same type, role and dates between the same two is one fact.
 *
 * @returns its id
 * @throws CaseError `link.toItself`, `edtf.invalid`
 */
export function makeLink(
  writer: Writer,
  {
    fromId,
    toId,
    type,
    role,
    ...when
  }: { fromId: string; toId: string; type: string; role: string } & Dates,
): string {
  // What was found to be one has no link to itself either.
  if (clusterOf(writer, fromId).includes(toId)) throw new CaseError('link.toItself', {});
  const dates = validityColumns(when);
  const known = writer.one<{ id: string }>(
    `SELECT id FROM link WHERE from_id = ? AND to_id = ? AND type = ? AND role = ? AND since = ? AND until = ?`,
    fromId,
    toId,
    type,
    role,
    dates.since ?? '',
    dates.until ?? '',
  );
  if (known !== undefined) return known.id;
  const id = newId();
  const createdAt = new Date().toISOString();
  writer.insert('link', { id, fromId, toId, type, role, ...dates, createdAt });
  return id;
}
