import { fieldsOf } from '../foreign-changes.ts';
import type { Reads } from '../take-back.ts';
import { stateOf, together, type Fields, type OrderedChange } from './fold.ts';
import { orderedChanges } from './row-changes.ts';

/** The fields that mean something only together with one, that one among them, always in the same order. */
export function writtenTogether(table: string, field: string): readonly string[] {
  return (together[table] ?? []).find((group) => group.includes(field)) ?? [field];
}

/**
 * What a change set wrote into a field, with the fields that mean something only together with it, as its author had them;
 * null when it wrote nothing there.
 *
 * @param changeSet by its id in this file
 */
export function asWritten(
  reads: Reads,
  { table, id, field }: { table: string; id: string; field: string },
  changeSet: number,
): Fields | null {
  const changes = reads.all<OrderedChange>(
    orderedChanges('c.table_name = ? AND c.row_id = ?'),
    table,
    id,
  );
  const at = changes.findLastIndex(
    (change) => change.set === changeSet && field in fieldsOf(change),
  );
  const change = changes[at];
  if (change === undefined) return null;
  const columns = writtenTogether(table, field);
  // As if nobody had done anything since this author looked: so what they left alone is what they saw.
  const state = stateOf(changes.slice(0, at + 1));
  return Object.fromEntries(columns.map((column) => [column, state?.fields[column] ?? null]));
}
