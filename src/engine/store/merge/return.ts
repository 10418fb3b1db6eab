import { CaseError } from '#contract/error.ts';
import { fieldsOf } from '../foreign-changes.ts';
import { extracting, settling, type RowState } from './fold.ts';
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
export function bringBack(view: View, touched: readonly Key[]): void {
  const deletedIn = new DeletedIn(view);
  const waiting = [...touched];
  const backs = new Set<string>();
  const back = (key: Key): void => {
    if (backs.has(`${key.table} ${key.id}`) || view.row(key) !== null) return;
    const state = view.state(key);
    if (state?.made !== true) {
      if (view.isLeft(key)) return;
      throw missing(key);
    }
    if (lacksWhatIsLeft(view, key, state)) return;
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
  const keep = (key: Key): void => {
    const deletions = view.state(key)?.deletions ?? [];
    view.leave(key);
    const state = view.state(key);
    view.set(key, state?.there === true ? { id: key.id, ...state.fields } : null);
    waiting.push(key);
    for (const { set } of deletions) {
      for (const child of view.comesIn(set) ? deletedIn.under(set, key) : []) {
        if (view.isTouched(child)) keep(child);
      }
    }
  };
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const row = view.row(key);
    if (row === null) {
      const state = view.state(key);
      if (state?.made !== true) continue;
      const hangers = hangersOn(view, key);
      if (hasUnseenEdit(key, state) || hangers.some((hanger) => !view.isLeft(hanger))) back(key);
      else if (hangers.length > 0 && view.isTouched(key)) keep(key);
      else if (hangers.length > 0) back(key);
      continue;
    }
    for (const { reference, id } of leadsTo(key.table, row)) {
      // What says what a case is, is never taken away; of another case it is left out.
      if (reference.loose || reference.parent === 'case_file') continue;
      const parent = { table: reference.parent, id };
      if (view.row(parent) !== null) continue;
      // It is gone where it hangs on nothing any more. Here it stays, without a word to the others.
      if (view.isLeft(key) && view.isTouched(parent)) keep(parent);
      back(parent);
    }
  }
}

/** Whether a row hangs on one that is not here because it was left out. */
function lacksWhatIsLeft(view: View, { table }: Key, { fields }: RowState): boolean {
  return leadsTo(table, fields).some(({ reference, id }) => {
    const parent = { table: reference.parent, id };
    return (
      !reference.loose &&
      parent.table !== 'case_file' &&
      view.isLeft(parent) &&
      view.state(parent)?.made !== true
    );
  });
}

function hasUnseenEdit(key: Key, { fields, writtenBy, deletions }: RowState): boolean {
  return Object.entries(fields).some(([column, value]) => {
    // What a merge mended, or was handed over as it is, is nobody's edit, and neither is a way that ended because its
    // other end was deleted.
    const label = writtenBy[column]?.label;
    if (label === settling || label === extracting) return false;
    if (value === null && isLoose(key.table, column)) return false;
    return deletions.every(({ was }) => (was[column] ?? null) !== value);
  });
}

function isLoose(table: string, column: string): boolean {
  return references.some((one) => one.child === table && one.column === column && one.loose);
}

/** What is to be there and hangs on a row. */
export function hangersOn(view: View, { table, id }: Key): Key[] {
  return referencesTo(table).flatMap(({ child, column, loose, subject }) =>
    loose
      ? []
      : view
          .find(child, { [column]: id })
          .map((other) => ({ table: child, id: other }))
          .filter((key) => subject === null || view.row(key)?.['subject_table'] === subject),
  );
}

/** What change sets deleted, by what it hung on. */
class DeletedIn {
  readonly #view: View;
  readonly #sets = new Map<number, Map<string, Key[]>>();

  constructor(view: View) {
    this.#view = view;
  }

  under(set: number, parent: Key): readonly Key[] {
    let known = this.#sets.get(set);
    if (known === undefined) {
      known = new Map();
      for (const change of this.#view.deletionsIn(set)) {
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
