import type { OrderedChange } from './fold.ts';

/*
 * The one way to read from a journal what it says of rows: in the order of the fold, without the change sets that say
 * nothing of a row in this file because it was left out of a merge.
 */

/** Of `change c` and its `change_set s`: that it says something of its row in this file. */
export const heard = `NOT EXISTS (SELECT 1 FROM left_out l WHERE l.table_name = c.table_name AND l.row_id = c.row_id
  AND l.replica = s.replica AND s.sequence BETWEEN l.first AND l.last)`;

/** The order of a row's changes. */
const changeOrder = 's.clock, s.replica, s.sequence, c.id';

/**
 * A query for changes in the order of the fold, row by row. Change sets that are missing in a damaged journal come first.
 *
 * @param where a condition on `change c` and `change_set s`
 * @param more further columns to select
 * @param from what comes before the join of the two, to lead the search
 * @param set the id of the change set
 * @param all whether what was left out is wanted, too
 */
export function orderedChanges(
  where: string,
  {
    more = '',
    from = '',
    set = 'c.change_set_id',
    all = false,
  }: { more?: string; from?: string; set?: string; all?: boolean } = {},
): string {
  return `SELECT ${more} c.table_name AS tableName, c.row_id AS rowId, c.operation, c.fields, ${set} AS "set",
    coalesce(s.clock, '') AS clock, coalesce(s.replica, '') AS replica, coalesce(s.sequence, 0) AS sequence,
    coalesce(s.label, '') AS label, coalesce(s.hash, '') AS hash
    FROM ${from} change c LEFT JOIN change_set s ON s.id = c.change_set_id
    WHERE (${where}) ${all ? '' : `AND ${heard}`} ORDER BY c.table_name, c.row_id, ${changeOrder}`;
}

/** Order of two changes of one row: that of `orderedChanges`, for those of different change sets. */
export function compareChanges(a: OrderedChange, b: OrderedChange): number {
  if (a.clock !== b.clock) return a.clock < b.clock ? -1 : 1;
  if (a.replica !== b.replica) return a.replica < b.replica ? -1 : 1;
  return a.sequence - b.sequence;
}

/** Changes that come row by row, gathered: each row with all of its. */
export function* byRow<Change extends OrderedChange>(
  changes: Iterable<Change>,
): Generator<Change[], void, undefined> {
  let row: Change[] = [];
  for (const change of changes) {
    const [first] = row;
    if (
      first !== undefined &&
      (first.rowId !== change.rowId || first.tableName !== change.tableName)
    ) {
      yield row;
      row = [];
    }
    row.push(change);
  }
  if (row.length > 0) yield row;
}
