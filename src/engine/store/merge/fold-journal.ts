import type { CaseStore } from '../case-store.ts';
import { isConstraint } from '../foreign-changes.ts';
import type { Writer } from '../writer.ts';
import { settling } from './fold.ts';
import { mend } from './mend.ts';
import type { Key } from './references.ts';
import { changedTables, writeMended } from './take-in.ts';
import { dropHangers } from './unmerge.ts';
import { View } from './view.ts';
import { mendedBy, writeRows, type Mended } from './write.ts';

/**
 * Makes the empty tables of a file what its journal says, which may have been cut off anywhere. If it does not hold together,
 * what hangs on something that it does not make goes, and what the tables forbid is mended, which the file writes down.
 */
export function foldJournal(store: CaseStore): void {
  store.takeIn<readonly Mended[]>(
    settling,
    (writer) => {
      const view = new View(writer);
      const touched = writer.all<Key>(
        `SELECT DISTINCT table_name AS "table", row_id AS id FROM change ORDER BY table_name, row_id`,
      );
      view.preload(touched);
      for (const key of touched) {
        const state = view.state(key);
        const there = state?.made === true && state.there;
        view.set(key, there ? { id: key.id, ...state.fields } : null);
      }
      if (!isWrittenAsItIs(view, writer)) {
        dropHangers(view, touched);
        mend(view);
        writeRows(view, writer);
      }
      return { value: mendedBy(view), tables: changedTables(view), readings: [] };
    },
    writeMended,
    { noted: false },
  );
}

/** Writes the rows as the journal leaves them. @returns false when they do not hold together: then nothing is written */
function isWrittenAsItIs(view: View, writer: Writer): boolean {
  try {
    writer.attempt(() => {
      writeRows(view, writer);
      if (writer.one('PRAGMA foreign_key_check') !== undefined) throw new ApartError();
    });
    return true;
  } catch (error) {
    if (error instanceof ApartError || isConstraint(error)) return false;
    throw error;
  }
}

/** What leads to rows that are not there. */
class ApartError extends Error {}
