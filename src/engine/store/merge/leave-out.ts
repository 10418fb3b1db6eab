import type { Writer } from '../writer.ts';
import type { Chain } from './incoming.ts';
import { leadsTo, type Key } from './references.ts';
import type { View } from './view.ts';

/*
 * Rows that are left out of a merge. Their change sets come in whole, since their hashes must hold, and say nothing of
 * these rows in this file (`left_out`). What hangs on such a row is left out with it, now and when it comes later. None of
 * this is written into the journal, which would take it away from who has it.
 */

/** Leaves out what was asked for, what was left out before and is not here, and what hangs on either. */
export function leaveOut(
  view: View,
  touched: readonly Key[],
  isAsked: ((key: Key) => boolean) | undefined,
): void {
  for (const key of touched) {
    const otherCase = key.table === 'case_file' && key.id !== view.caseId;
    if (
      otherCase ||
      isAsked?.(key) === true ||
      (view.wasLeft(key) && view.stateBefore(key)?.made !== true)
    ) {
      view.leave(key);
    }
  }
  if (!view.leavesOut) return;
  for (let again = true; again;) {
    again = false;
    for (const key of touched) {
      const state = view.state(key);
      if (view.isLeft(key) && state?.made !== true) continue;
      if (!hangsOnWhatIsLeft(view, key)) continue;
      view.leave(key);
      again = true;
    }
    if (leaveNamesTogether(view, touched)) again = true;
  }
}

/** Whether what comes in makes a row hang on one that is not here because it is, or was, left out. */
function hangsOnWhatIsLeft(view: View, key: Key): boolean {
  const state = view.state(key);
  if (state === null) return false;
  return leadsTo(key.table, state.fields).some(({ reference, id }) => {
    const parent = { table: reference.parent, id };
    // A note on another case is kept: it is a note on this one now.
    if (parent.table === 'case_file') return false;
    return view.isLeft(parent) && view.state(parent)?.made !== true;
  });
}

/** Which name of an entity is primary is said by all its names together. */
function leaveNamesTogether(view: View, touched: readonly Key[]): boolean {
  const entities = new Set<unknown>();
  const names = touched.filter(({ table }) => table === 'name');
  const left = new Set(view.left().flatMap(({ table, id }) => (table === 'name' ? [id] : [])));
  if (left.size === 0) return false;
  const entityOf = (key: Key) => view.incomingFields(key)['entity_id'];
  for (const key of names) if (left.has(key.id)) entities.add(entityOf(key));
  let more = false;
  for (const key of names) {
    if (left.has(key.id) || !entities.has(entityOf(key))) continue;
    view.leave(key);
    more = true;
  }
  return more;
}

/** Writes down what was left out: nothing of these chains is heard of these rows from now on. */
export function noteLeftOut(view: View, writer: Writer, chains: readonly Chain[]): number {
  const left = view.left();
  for (const { table, id } of left) {
    for (const { replica, first, last } of chains) {
      writer.run(
        `INSERT OR REPLACE INTO left_out (table_name, row_id, replica, first, last) VALUES (?, ?, ?, ?, ?)`,
        table,
        id,
        replica,
        first,
        last,
      );
    }
  }
  return left.length;
}
