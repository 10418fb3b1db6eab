import { CaseError } from '#contract/error.ts';
import type { Writer } from '../writer.ts';
import { fieldsOf } from '../foreign-changes.ts';
import { settling, type RowState } from './fold.ts';
import { leadsTo, references, referencesTo, type Key } from './references.ts';
import type { View } from './view.ts';

/*
 * What comes back: an edit beats a concurrent deletion.
 *
 * A gesture tells the old value of every field it changed, and a replica's tables are the fold of all it had seen. So a
 * deletion had seen a field's latest value if that is what it took away, and a row comes back if it is gone while a
 * field of it has a value that no deletion had in front of it. A row that was made, or was put there, under one that
 * somebody deleted meanwhile brings that one back. With a row comes all that hangs on it and went in the same gestures,
 * unless somebody else took that away, too.
 */

/** Brings back what must not be gone. `touched` are the rows that the new change sets speak of. */
export function bringBack(view: View, writer: Writer, touched: readonly Key[]): void {
  const deletedIn = new DeletedIn(writer);
  const waiting = [...touched];
  const backs = new Set<string>();
  const back = (key: Key): void => {
    if (backs.has(`${key.table} ${key.id}`) || view.row(key) !== null) return;
    const state = view.state(key);
    if (state === null) throw missing(key);
    backs.add(`${key.table} ${key.id}`);
    view.set(key, { id: key.id, ...state.fields });
    waiting.push(key);
    const sets = new Set(state.deletions.map(({ set }) => set));
    for (const set of sets) {
      for (const child of deletedIn.under(set, key)) {
        const its = view.state(child);
        if (its?.deletions.every((deletion) => sets.has(deletion.set)) === true) back(child);
      }
    }
  };
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const row = view.row(key);
    if (row === null) {
      const state = view.state(key);
      if (state !== null && (hasUnseenEdit(key, state) || isHungUpon(view, key))) back(key);
      continue;
    }
    for (const { reference, id } of leadsTo(key.table, row)) {
      if (!reference.loose) back({ table: reference.parent, id });
    }
  }
}

function hasUnseenEdit(key: Key, { fields, writtenBy, deletions }: RowState): boolean {
  return Object.entries(fields).some(([column, value]) => {
    // What a merge mended is nobody's edit, and neither is a way that ended because its other end was deleted.
    if (writtenBy[column]?.label === settling) return false;
    if (value === null && isLoose(key.table, column)) return false;
    return deletions.every(({ was }) => (was[column] ?? null) !== value);
  });
}

function isLoose(table: string, column: string): boolean {
  return references.some((one) => one.child === table && one.column === column && one.loose);
}

function isHungUpon(view: View, { table, id }: Key): boolean {
  return referencesTo(table).some(
    ({ child, column, loose, subject }) =>
      !loose &&
      view
        .find(child, column, id)
        .some(
          (other) =>
            subject === null ||
            view.row({ table: child, id: other })?.['subject_table'] === subject,
        ),
  );
}

/** What change sets deleted, by what it hung on. */
class DeletedIn {
  readonly #writer: Writer;
  readonly #sets = new Map<number, Map<string, Key[]>>();

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  under(set: number, parent: Key): readonly Key[] {
    let known = this.#sets.get(set);
    if (known === undefined) {
      known = new Map();
      for (const change of this.#writer.all<{ tableName: string; rowId: string; fields: string }>(
        `SELECT table_name AS tableName, row_id AS rowId, fields FROM change
         WHERE change_set_id = ? AND operation = 'delete'`,
        set,
      )) {
        const was = Object.fromEntries(
          Object.entries(fieldsOf({ ...change, operation: 'delete' })).map(([column, [old]]) => [
            column,
            old,
          ]),
        );
        for (const { reference, id } of leadsTo(change.tableName, was)) {
          const above = `${reference.parent} ${id}`;
          const below = known.get(above) ?? [];
          below.push({ table: change.tableName, id: change.rowId });
          known.set(above, below);
        }
      }
      this.#sets.set(set, known);
    }
    return known.get(`${parent.table} ${parent.id}`) ?? [];
  }
}

/** Something hangs on a row of which the journal knows nothing: the change sets that made it were not handed over. */
function missing({ table, id }: Key): CaseError {
  return new CaseError('merge.incomplete', { table, id });
}
