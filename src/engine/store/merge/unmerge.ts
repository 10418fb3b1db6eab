import { CaseError } from '#contract/error.ts';
import type { CaseStore } from '../case-store.ts';
import type { Writer } from '../writer.ts';
import { settling, unmerging } from './fold.ts';
import { mend } from './mend.ts';
import type { Merge } from './merges.ts';
import { leadsTo, type Key } from './references.ts';
import { hangersOn } from './return.ts';
import { View } from './view.ts';
import { writeRows } from './write.ts';

/**
 * Takes a merge back as one gesture: every row that its change sets touched becomes what it was before. They stay in the
 * journal, so that they do not come in again, and others get to know of it as of any undo.
 *
 * @param hash of the last change set of the merge
 * @param force take it back even if later gestures built upon it, which then go with it
 * @throws CaseError `undo.builtUpon` {label, count}: nothing was changed
 */
export function takeBackMerge(store: CaseStore, merge: Merge, hash: string, force: boolean): void {
  store.takeBack(unmerging, hash, (writer) => {
    const touched = writer.all<Key>(
      `SELECT DISTINCT table_name AS "table", row_id AS id FROM change
       WHERE change_set_id BETWEEN ? AND ? ORDER BY table_name, row_id`,
      merge.first,
      merge.last,
    );
    if (!force) {
      const count = builtUponMerge(writer, merge, touched);
      if (count > 0) throw new CaseError('undo.builtUpon', { label: settling, count });
    }
    const view = new View(writer, { before: merge.first });
    view.preload(touched);
    for (const key of touched) {
      const state = view.state(key);
      view.set(key, state?.there === true ? { id: key.id, ...state.fields } : null);
    }
    dropHangers(view, touched);
    mend(view);
    writeRows(view, writer);
  });
}

/** How many records are no longer as the merge left them, or hang on one that it brought. */
function builtUponMerge(writer: Writer, { first, last }: Merge, touched: readonly Key[]): number {
  const left = new View(writer, { before: last + 1 });
  const found = new View(writer, { before: first });
  left.preload(touched);
  found.preload(touched);
  const known = new Set(touched.map(({ table, id }) => `${table} ${id}`));
  const later = new Set<string>();
  for (const key of touched) {
    const state = left.state(key);
    const row = left.tableRow(key);
    const same =
      state?.there === true
        ? row !== null &&
          Object.entries(state.fields).every(([column, value]) => (row[column] ?? null) === value)
        : row === null;
    if (!same) later.add(`${key.table} ${key.id}`);
    if (found.state(key)?.there === true) continue;
    for (const child of hangersOn(left, key)) {
      if (!known.has(`${child.table} ${child.id}`)) later.add(`${child.table} ${child.id}`);
    }
  }
  return later.size;
}

/** What hangs on a row that is to go, or lacks what it hangs on, goes. */
export function dropHangers(view: View, touched: readonly Key[]): void {
  const waiting = [...touched];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const row = view.row(key);
    if (row !== null) {
      const lacks = leadsTo(key.table, row).some(
        ({ reference, id }) =>
          !reference.loose && view.row({ table: reference.parent, id }) === null,
      );
      if (!lacks) continue;
      view.set(key, null);
    }
    for (const child of hangersOn(view, key)) {
      view.set(child, null);
      waiting.push(child);
    }
  }
}
