import type { CaseStore } from '../case-store.ts';
import { appendChangeSet, type ClosedChangeSet } from '../foreign-changes.ts';
import type { Writer } from '../writer.ts';
import { stagedNow, unlessCancelled } from './accept.ts';
import { settling } from './fold.ts';
import { Incoming } from './incoming.ts';
import { noteLeftOut } from './leave-out.ts';
import { resolve, type MergeOptions } from './resolve.ts';
import { changedTables, writeMended } from './take-in.ts';
import { settleWithheld, withhold } from './withheld.ts';
import { mendedBy, writeRows, type Mended } from './write.ts';

export {
  changeSetsBeyond,
  stageChangeSets,
  versionVector,
  type VersionVector,
  type Watch,
} from './accept.ts';
export type { Incoming } from './incoming.ts';
export type { MergeOptions } from './resolve.ts';
export type { Key } from './references.ts';
export { foldJournal } from './fold-journal.ts';
export { areMerges, mergeOf, mergeSteps, noteMerge } from './merges.ts';
export { takeInLeftOut } from './take-in-left-out.ts';
export { takeBackMerge } from './unmerge.ts';
export { asWritten, writtenTogether } from './as-written.ts';
export { concernedBy, conflictsOf, type Conflict, type Written } from './conflicts.ts';
export {
  extracting,
  settling,
  stateOf,
  type Fields,
  type OrderedChange,
  type RowState,
} from './fold.ts';
export { byRow, compareChanges, heard, orderedChanges } from './row-changes.ts';
export {
  previewMerge,
  type MergePreview,
  type Outcome,
  type PreviewQuery,
  type PreviewRecord,
} from './preview.ts';
export { settleWithheld, withhold } from './withheld.ts';

/** What a merge did. */
export interface Merged {
  /** Change sets that this file had not seen. */
  taken: number;
  /** Records that had to be mended, or brought back, for the whole to hold together. */
  mended: number;
  /** Records that were left out. */
  leftOut: number;
}

const nothing: Merged = { taken: 0, mended: 0, leftOut: 0 };

/**
 * Takes in change sets that were made in other files of the same case. Each row becomes what all its changes make of it,
 * in the order of their clocks; then what must not be gone comes back (`return.ts`) and what the tables forbid is mended
 * (`mend.ts`), which this file writes down as a change set of its own. What it has seen already changes nothing. The texts
 * and bytes that new sources need must be there, or be withheld. All or nothing.
 *
 * @param sets the change sets, in any order, or what `stageChangeSets` made of them, which stays to be closed
 * @throws CaseError `merge.altered` {replica, sequence}, `merge.incomplete` ({replica, sequence} or {table, id}),
 *   `merge.otherCase`, `merge.clockAhead` {replica, at}, `input.invalid` {reason}, `job.cancelled`, and those of
 *   `CaseStore.gesture`
 */
export function mergeChangeSets(
  store: CaseStore,
  sets: Incoming | Iterable<ClosedChangeSet>,
  options: MergeOptions = {},
): Merged {
  return staged(store, sets, (incoming) => takeIn(store, incoming, options));
}

/**
 * Makes the case in a new, empty file of change sets: the same case with the same history. What they hold of another case,
 * because it was added to this one, says nothing of what this case is.
 *
 * @param caseId the case that the file is to hold; that of the change sets, when it is left out
 * @throws CaseError as `mergeChangeSets`
 */
export function buildCase(
  store: CaseStore,
  sets: Incoming | Iterable<ClosedChangeSet>,
  options: Omit<MergeOptions, 'otherCase' | 'acceptClock'> = {},
): Merged {
  const all = { ...options, otherCase: true, acceptClock: true };
  return staged(store, sets, (incoming) => takeIn(store, incoming, all, false));
}

function staged(
  store: CaseStore,
  sets: Incoming | Iterable<ClosedChangeSet>,
  work: (incoming: Incoming) => Merged,
): Merged {
  const incoming = sets instanceof Incoming ? sets : stagedNow(store, sets);
  try {
    // Most of all: what is known already opens no transaction, and needs no right to write.
    return incoming.chains(store).length === 0 ? nothing : work(incoming);
  } finally {
    if (incoming !== sets) incoming.close();
  }
}

/** @param noted whether it is one step of undo */
function takeIn(store: CaseStore, incoming: Incoming, options: MergeOptions, noted = true): Merged {
  const { taken, leftOut, mended } = store.takeIn<{
    taken: number;
    leftOut: number;
    mended: readonly Mended[];
  }>(
    settling,
    (writer) => {
      const resolved = resolve(writer, incoming, options);
      const taken = append(writer, incoming, options);
      const { view, chains } = resolved;
      const leftOut = noteLeftOut(view, writer, chains);
      withhold(writer, options.withheld ?? []);
      const total = resolved.touched.length;
      const tick = (done: number) => {
        unlessCancelled(options);
        options.onProgress?.(total + Math.min(done, total), total * 2);
      };
      writeRows(view, writer, tick);
      tick(total);
      settleWithheld(writer);
      return {
        value: { taken, leftOut, mended: mendedBy(view) },
        tables: changedTables(view),
        readings: chains.map(({ clock }) => clock),
      };
    },
    (writer, value) => writeMended(writer, value.mended),
    { noted: noted && options.asStep !== false },
  );
  return {
    taken,
    leftOut,
    mended: new Set(mended.map(({ tableName, rowId }) => `${tableName} ${rowId}`)).size,
  };
}

/** Writes the change sets into the journal. @returns how many */
function append(writer: Writer, incoming: Incoming, options: MergeOptions): number {
  let taken = 0;
  for (const set of incoming.sets()) {
    if (taken % 500 === 0) unlessCancelled(options);
    appendChangeSet(writer, set);
    taken += 1;
  }
  return taken;
}
