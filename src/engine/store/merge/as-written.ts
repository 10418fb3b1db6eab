import type { CaseStore } from '../case-store.ts';
import { stateOf, writtenTogether, type Fields, type OrderedChange } from './fold.ts';
import { orderedChanges } from './row-changes.ts';

/**
 * A field as a change set left it, with the fields that mean something only together with it, whatever was made of it since.
 *
 * @param set id of the change set in this file
 * @returns undefined when that change set did not write the row
 */
export function asWritten(
  store: CaseStore,
  { table, id, field }: { table: string; id: string; field: string },
  set: number,
): Fields | undefined {
  const changes = store.all<OrderedChange>(
    orderedChanges('c.table_name = ? AND c.row_id = ?'),
    table,
    id,
  );
  const last = changes.findLastIndex((change) => change.set === set);
  if (last < 0) return undefined;
  const fields = stateOf(changes.slice(0, last + 1))?.fields ?? {};
  return Object.fromEntries(
    writtenTogether(table, field).map((column) => [column, fields[column] ?? null]),
  );
}
