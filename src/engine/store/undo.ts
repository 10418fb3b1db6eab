import { CaseError } from '#contract/error.ts';
import type { UndoStep, UndoSteps } from '#contract/history.ts';
import type { CaseStore } from './case-store.ts';
import type { ChangeSetRecord } from './journal.ts';
import { ownReplicas } from './lineage.ts';
import { mergeOf, mergeSteps, settling, takeBackMerge } from './merge/index.ts';
import { builtUpon, takeBack, type BuiltUpon, type Reads } from './take-back.ts';

interface SetRow {
  id: number;
  label: string;
  hash: string;
  undoes: string | null;
}

/** Gestures that begin a case: without them there is no case to undo anything in. */
const beginnings = new Set(['case.create', 'case.sample', 'case.repair']);

/**
 * What undo and redo would do next: the gestures made in this file, or before it was copied in the one it was copied from,
 * but not those that came from others, except that a merge is one step; the latest first, without limit and across restarts,
 * since it is read from the journal. Doing something new forgets what could be redone.
 */
export function undoSteps(store: CaseStore): UndoSteps {
  const { undo, redo } = stacks(store);
  return { undo: step(undo.at(-1)), redo: step(redo.at(-1)) };
}

/**
 * Takes the latest gesture back, or does again what was taken back last.
 *
 * @param force take it back even if later gestures built upon it, which then go with it
 * @returns what was undone or redone; null when there was nothing
 * @throws CaseError `undo.builtUpon` {label, count}: nothing was changed
 */
export function undo(store: CaseStore, which: 'undo' | 'redo', force = false): UndoStep | null {
  const next = stacks(store)[which].at(-1);
  if (next === undefined) return null;
  takeBackSet(store, next, force);
  return step(next) ?? null;
}

/**
 * Takes one change set back, wherever it stands in the journal and whoever made it.
 *
 * @throws CaseError `record.notFound`, `undo.builtUpon` {label, count}, `undo.beginning`
 */
export function undoChangeSet(store: CaseStore, id: number, force = false): void {
  const set = store.one<SetRow>('SELECT id, label, hash, undoes FROM change_set WHERE id = ?', id);
  if (set === undefined) throw new CaseError('record.notFound', { id: String(id) });
  if (beginnings.has(set.label)) throw new CaseError('undo.beginning', {});
  takeBackSet(store, set, force);
}

/** What later gestures built upon a change set, so that taking it back would take that along. Changes nothing. */
export function builtUponSet(store: CaseStore, id: number): BuiltUpon[] {
  return builtUpon(store, id, changesOf(store, id));
}

/** Whether a gesture began its case, so that it is never taken back. */
export function isBeginning(label: string): boolean {
  return beginnings.has(label);
}

function takeBackSet(store: CaseStore, set: SetRow, force: boolean): void {
  const merge = mergeOf(store, set);
  if (merge !== undefined) {
    takeBackMerge(store, merge, set.hash, force);
    return;
  }
  store.takeBack(set.label, set.hash, (writer) => {
    const changes = changesOf(writer, set.id);
    if (!force) {
      const later = builtUpon(writer, set.id, changes);
      if (later.length > 0) {
        throw new CaseError('undo.builtUpon', { label: set.label, count: later.length });
      }
    }
    takeBack(writer, changes);
  });
}

function changesOf(reads: Reads, id: number): ChangeSetRecord['changes'] {
  return reads.all(
    `SELECT table_name AS tableName, row_id AS rowId, operation, fields FROM change
     WHERE change_set_id = ? ORDER BY id`,
    id,
  );
}

/**
 * The two stacks, by reading the journal from its beginning: a gesture goes on the undo stack and empties the redo
 * stack; one that takes the top of a stack back moves over to the other.
 */
function stacks(store: CaseStore): { undo: SetRow[]; redo: SetRow[] } {
  const known = memory.get(store) ?? { read: 0, undo: [], redo: [] };
  const rows = store.all<SetRow>(
    `WITH ${ownReplicas} SELECT * FROM (
       SELECT id, label, hash, undoes FROM change_set s
       JOIN own ON own.replica = s.replica AND s.sequence <= own.through WHERE label <> @settling
       UNION ALL ${mergeSteps})
     WHERE id > @read ORDER BY id`,
    { replica: store.replica, read: known.read, settling },
  );
  for (const row of rows) {
    known.read = row.id;
    if (row.undoes === null) {
      if (!beginnings.has(row.label)) known.undo.push(row);
      known.redo = [];
    } else if (known.undo.at(-1)?.hash === row.undoes) {
      known.undo.pop();
      known.redo.push(row);
    } else if (known.redo.at(-1)?.hash === row.undoes) {
      known.redo.pop();
      known.undo.push(row);
    } else {
      // One taken back out of turn, from the history: a gesture like any other.
      known.undo.push(row);
      known.redo = [];
    }
  }
  memory.set(store, known);
  return known;
}

const memory = new WeakMap<CaseStore, { read: number; undo: SetRow[]; redo: SetRow[] }>();

function step(row: SetRow | undefined): UndoStep | null {
  return row === undefined ? null : { id: row.id, label: row.label };
}
