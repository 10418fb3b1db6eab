import { createHash } from 'node:crypto';
import { readingAt } from '#shared/clock.ts';
import { changeSetHash } from '../journal.ts';
import { leadsTo } from '../merge/references.ts';
import { journaled, type CaseStore } from '../index.ts';
import type { ClosedChangeSet } from '../foreign-changes.ts';
import { getTableName } from 'drizzle-orm';

type Row = Record<string, string | number | null> & { id: string };

/**
 * The one change set of a package that leaves something out, as an export makes it.
 *
 * @param alter what a row is in the package; null leaves it out
 */
export function extractOf(
  store: CaseStore,
  alter: (table: string, row: Row) => Row | null = (_, row) => row,
): ClosedChangeSet {
  const changes: ClosedChangeSet['changes'] = [];
  for (const table of Object.values(journaled)) {
    const tableName = getTableName(table);
    for (const row of store.all<Row>(`SELECT * FROM "${tableName}" ORDER BY id`)) {
      const altered = alter(tableName, row);
      if (altered === null) continue;
      const fields = Object.entries(altered).flatMap(([column, value]) =>
        column === 'id' || value === null ? [] : [[column, [null, value]]],
      );
      changes.push({
        tableName,
        rowId: row.id,
        operation: 'insert',
        fields: JSON.stringify(Object.fromEntries(fields)),
      });
    }
  }
  const clock = store.one<{ clock: string }>('SELECT max(clock) AS clock FROM change_set')?.clock;
  const digest = createHash('sha256')
    .update(JSON.stringify([clock, changes]))
    .digest('hex');
  const set = {
    replica: `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
    sequence: 1,
    clock: clock ?? readingAt(0),
    actor: JSON.stringify({ name: 'Ana Ruiz', initials: 'AR', organization: 'Unit 3' }),
    label: 'case.extract',
    undoes: null,
    previousHash: '',
    changes,
  };
  return { ...set, hash: changeSetHash(set) };
}

/** Leaves a row out of a package, with what hangs on it, and calls everybody by another name. */
export function without(left: string): (table: string, row: Row) => Row | null {
  const gone = new Set([left]);
  return (table, row) => {
    if (gone.has(row.id) || leadsTo(table, row).some(({ id }) => gone.has(id))) {
      gone.add(row.id);
      return null;
    }
    return table === 'name' ? { ...row, value: `Witness ${row.id.slice(-2)}` } : row;
  };
}
