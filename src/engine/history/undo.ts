import { CaseError } from '#contract/error.ts';
import { mostBuiltUpon, type BuiltUpon, type UndoOutcome } from '#contract/history.ts';
import { timeOfReading } from '#shared/clock.ts';
import { builtUponSet, undo, undoChangeSet, undoSteps, type CaseStore } from '../store/index.ts';
import { Describer } from './describe.ts';

/**
 * Undoes the latest gesture, or does the one undone last again, unless later gestures built upon it: then nothing is
 * done and the answer says what they did.
 *
 * @param force takes along what was built upon it
 * @throws CaseError `case.readOnly`
 */
export function undoOrAsk(store: CaseStore, which: 'undo' | 'redo', force: boolean): UndoOutcome {
  const step = undoSteps(store)[which];
  if (step === null) return { done: false, step, builtUpon: [], count: 0 };
  return askOr(store, step, force, () => undo(store, which, true));
}

/**
 * Takes one gesture back, whichever it is, unless later gestures built upon it: see `undoOrAsk`.
 *
 * @throws CaseError `case.readOnly`, `record.notFound`, `undo.beginning`
 */
export function takeBackOrAsk(store: CaseStore, id: number, force: boolean): UndoOutcome {
  const step = store.one<{ id: number; label: string }>(
    'SELECT id, label FROM change_set WHERE id = ?',
    id,
  );
  if (step === undefined) throw new CaseError('record.notFound', { id: String(id) });
  return askOr(store, step, force, () => undoChangeSet(store, id, true));
}

function askOr(
  store: CaseStore,
  step: { id: number; label: string },
  force: boolean,
  act: () => void,
): UndoOutcome {
  const later = force ? [] : builtUponSet(store, step.id);
  if (later.length === 0) {
    act();
    return { done: true, step, builtUpon: [], count: 0 };
  }
  const describer = new Describer(store);
  const builtUpon = later.slice(0, mostBuiltUpon).map<BuiltUpon>((one) => {
    const set = store.one<{ label: string; clock: string }>(
      'SELECT label, clock FROM change_set WHERE id = ?',
      one.changeSet,
    );
    return {
      ...describer.of(one.tableName, one.rowId),
      label: set?.label ?? null,
      at: set === undefined ? null : timeOfReading(set.clock),
    };
  });
  return { done: false, step, builtUpon, count: later.length };
}
