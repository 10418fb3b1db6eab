import type { CaseStore } from '../case-store.ts';
import type { Writer } from '../writer.ts';
import { settling, stateOf, type Fields, type OrderedChange } from './fold.ts';
import { mend } from './mend.ts';
import { leadsTo, type Key } from './references.ts';
import { requireContent } from './resolve.ts';
import { bringBack } from './return.ts';
import { byRow, orderedChanges } from './row-changes.ts';
import { changedTables, writeMended } from './take-in.ts';
import { View } from './view.ts';
import { mendedBy, writeRows, type Mended } from './write.ts';

/**
 * Takes in after all rows that were left out of a merge, with what hangs on them and what they hang on. What is known of
 * them is in the journal already, so that this is a step of nobody's work, and others do not get to know of it.
 *
 * @returns how many were taken in
 * @throws CaseError `merge.incomplete` {table, id} when a source's contents are not there
 */
export function takeInLeftOut(store: CaseStore, keys: readonly Key[]): number {
  const { taken } = store.takeIn<{ taken: number; mended: readonly Mended[] }>(
    settling,
    (writer) => {
      const touched = withWhatBelongs(writer, keys);
      for (const { table, id } of touched) {
        writer.run('DELETE FROM left_out WHERE table_name = ? AND row_id = ?', table, id);
      }
      const view = new View(writer);
      view.preload(touched);
      for (const key of touched) {
        const state = view.state(key);
        if (state?.made !== true) continue;
        view.set(key, state.there ? { id: key.id, ...state.fields } : null);
      }
      bringBack(view, touched);
      mend(view);
      requireContent(view, writer, {});
      writeRows(view, writer);
      return {
        value: { taken: touched.length, mended: mendedBy(view) },
        tables: changedTables(view),
        readings: [],
      };
    },
    (writer, { mended }) => writeMended(writer, mended),
    { noted: false },
  );
  return taken;
}

/** Rows that were left out, with those that were left out for them or for which they were. */
function withWhatBelongs(writer: Writer, keys: readonly Key[]): Key[] {
  const left = new Map<string, Key & { fields: Fields }>();
  for (const ofRow of byRow(
    writer.all<OrderedChange>(
      orderedChanges('(c.table_name, c.row_id) IN (SELECT table_name, row_id FROM left_out)', {
        all: true,
      }),
    ),
  )) {
    const { tableName: table, rowId: id } = ofRow[0] ?? { tableName: '', rowId: '' };
    // What another case says of itself is never taken in.
    if (table === 'case_file') continue;
    left.set(`${table} ${id}`, { table, id, fields: stateOf(ofRow)?.fields ?? {} });
  }
  const taken = new Map<string, Key>();
  const waiting = keys.map(({ table, id }) => `${table} ${id}`);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const row = left.get(name);
    if (row === undefined || taken.has(name)) continue;
    taken.set(name, { table: row.table, id: row.id });
    for (const { reference, id } of leadsTo(row.table, row.fields)) {
      waiting.push(`${reference.parent} ${id}`);
    }
    for (const [other, { table, fields }] of left) {
      const hangs = leadsTo(table, fields).some(
        ({ reference, id }) => reference.parent === row.table && id === row.id,
      );
      const isName = table === 'name' && row.table === 'name';
      if (hangs || (isName && fields['entity_id'] === row.fields['entity_id'])) {
        waiting.push(other);
      }
    }
  }
  return [...taken.values()].toSorted((a, b) =>
    `${a.table} ${a.id}` < `${b.table} ${b.id}` ? -1 : 1,
  );
}
