import { fieldsOf } from '../foreign-changes.ts';
import { stateOf, type OrderedChange } from '../merge/index.ts';
import type { Row } from './layout.ts';
import type { ChangeRow } from './salvage.ts';

/** A row as the journal leaves it. */
export interface Played {
  /** Null when it was taken away. */
  row: Row | null;
  /** Change set that touched it last. */
  last: number;
  /** Whether every change of it that is known of could be read, from the one that made it on. */
  complete: boolean;
  /** Whether the last change of it that could be read took it away. */
  taken: boolean;
}

/** A row after its changes, in their order. */
export function played(
  id: string,
  changes: readonly { id: number; change: ChangeRow | null }[],
): Played {
  const result: Played = {
    row: null,
    last: 0,
    taken: false,
    complete: changes[0]?.change?.operation === 'insert',
  };
  for (const { change } of changes) {
    if (change === null) {
      result.complete = false;
      continue;
    }
    result.last = Math.max(result.last, change.set);
    const fields = readFields(change);
    result.taken = change.operation === 'delete';
    if (fields === null) result.complete = false;
    else if (change.operation === 'delete') {
      result.row = null;
      // What comes after begins anew.
      result.complete = true;
    } else {
      if (change.operation === 'insert') {
        result.row = { id };
        result.complete = true;
      } else if (result.row === null) result.complete = false;
      for (const [column, [, now]] of Object.entries(fields)) {
        result.row = { ...result.row, [column]: now };
      }
    }
  }
  return result;
}

/**
 * A row after its changes in a file that took in others' changes: what the fold makes of them, in whatever order they came.
 *
 * @param changes in the order of the fold
 */
export function folded(id: string, changes: readonly OrderedChange[]): Played {
  const readable = changes.filter((change) => readFields(change) !== null);
  const state = stateOf(readable);
  return {
    row: state?.there === true ? { id, ...state.fields } : null,
    last: changes.reduce((last, { set }) => Math.max(last, set), 0),
    complete: state?.made === true && readable.length === changes.length,
    taken: state?.there !== true,
  };
}

/** A row before its later changes, given what it is now; undefined when that cannot be told. */
export function unplayed(
  now: Row | null,
  later: readonly { change: ChangeRow | null }[],
): Row | null | undefined {
  let row = now;
  for (const { change } of later.toReversed()) {
    const fields = change === null ? null : readFields(change);
    if (change === null || fields === null) return undefined;
    if (change.operation === 'insert') {
      row = null;
      continue;
    }
    if (row === null && change.operation === 'update') return undefined;
    row = { ...row };
    for (const [column, [was]] of Object.entries(fields)) row[column] = was;
  }
  return row;
}

function readFields(change: Omit<ChangeRow, 'set'>): ReturnType<typeof fieldsOf> | null {
  try {
    return fieldsOf(change);
  } catch {
    return null;
  }
}
