import { Actor } from '#contract/settings.ts';
import { readingTime } from '#shared/clock.ts';
import type { CaseStore } from '../case-store.ts';
import { fieldsOf } from '../foreign-changes.ts';
import { changeOrder, orderedColumns, settling, type OrderedChange, type Value } from './fold.ts';

/** A value that somebody gave a field, and when. */
export interface Written {
  value: Value;
  by: Actor;
  /** ISO 8601, in UTC. */
  at: string;
  replica: string;
  /** The change set that wrote it, by its id in this file. */
  changeSet: number;
}

/** A field that several people changed without knowing of each other. */
export interface Conflict {
  table: string;
  id: string;
  field: string;
  /** What stands: the value of the latest clock. */
  stands: Written;
  /** What others wrote, the latest first. */
  others: Written[];
}

/** A change of one field, and the change set's actor. */
type Write = OrderedChange & { actor: string; field: string; was: Value; value: Value };

/**
 * Fields of rows that are there of which several values were written concurrently. That is told by what each change says
 * the field was before: a replica's tables are the fold of all it had seen, so an author who saw another value than the
 * latest before theirs had not seen that one. Equal values are no conflict; one that was written by who then wrote the
 * standing one, or given up for it by its author, is none either.
 *
 * Conflicts that people decided are not left out yet: deciding is for the queue of conflicts, which is not made.
 */
export function conflictsOf(store: CaseStore): Conflict[] {
  const conflicts: Conflict[] = [];
  const rows = store.all<{ tableName: string; rowId: string }>(
    `SELECT c.table_name AS tableName, c.row_id AS rowId FROM change c
     JOIN change_set s ON s.id = c.change_set_id WHERE s.label <> ?
     GROUP BY c.table_name, c.row_id HAVING count(DISTINCT s.replica) > 1`,
    settling,
  );
  for (const { tableName, rowId } of rows) {
    if (store.one(`SELECT 1 FROM "${tableName}" WHERE id = ?`, rowId) === undefined) continue;
    const changes = store.all<OrderedChange & { actor: string }>(
      `SELECT s.actor, ${orderedColumns} WHERE c.table_name = ? AND c.row_id = ? ORDER BY ${changeOrder}`,
      tableName,
      rowId,
    );
    const standing = new Map<string, Write[]>();
    for (const change of changes) {
      if (change.operation === 'delete') continue;
      if (change.operation === 'insert' && change.label === settling) continue;
      for (const [field, [was, value]] of Object.entries(fieldsOf(change))) {
        const write = { ...change, field, was, value };
        const others = (standing.get(field) ?? []).filter((other) => isUnseenBy(write, other));
        standing.set(field, [...others, write]);
      }
    }
    for (const [field, writes] of standing) {
      const [stands, ...others] = writes.toReversed();
      if (stands === undefined || others.length === 0) continue;
      conflicts.push({
        table: tableName,
        id: rowId,
        field,
        stands: written(stands),
        others: others.map(written),
      });
    }
  }
  return conflicts;
}

function isUnseenBy(write: Write, other: Write): boolean {
  return (
    other.replica !== write.replica &&
    other.value !== write.value &&
    // What is put there anew, by an undo, replaces what was there.
    write.operation !== 'insert' &&
    other.value !== write.was
  );
}

function written({ value, actor, clock, replica, set }: Write): Written {
  return {
    value,
    by: Actor.parse(JSON.parse(actor)),
    at: new Date(readingTime(clock)).toISOString(),
    replica,
    changeSet: set,
  };
}
