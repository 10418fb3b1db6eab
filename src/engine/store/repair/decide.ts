import { journaledTables, layouts, type Row } from './layout.ts';
import type { Past } from './past.ts';
import type { Played } from './played.ts';
import type { Salvage } from './salvage.ts';

/** What a table is to hold, and what is known to be missing. */
export interface Decided {
  rows: Map<string, Row>;
  /** Ids of rows that were put together from the journal, or from a page that no table leads to. */
  restored: Set<string>;
  /** Ids of rows that were there and cannot be had. */
  lost: Set<string>;
  /** Rows of which the journal says otherwise, as it says, where neither can be proved. */
  doubted: Map<string, Row>;
  /** Rows of a table that no gesture of a whole journal made, so that something else put them there. */
  unheard: Map<string, Row>;
  /** Rows that may be as they were at an earlier time, and why. */
  old: Map<string, string>;
  /** Further rows that may have been there; null when it cannot be told how many. */
  unknown: number | null;
}

/**
 * Settles what each journaled table held, from what its pages say and what the journal says. Where the journal is whole it
 * decides, since its hashes prove it. Where some of it is lost, a row of the table stands, because a gesture that is lost
 * may have made it what it is; a row whose page is lost is what the journal knows of it.
 */
export function decide(salvage: Salvage, past: Past): Map<string, Decided> {
  const played = new Map(journaledTables.map((table) => [table, new Map<string, Played>()]));
  for (const { table, id, played: one } of past.rows()) played.get(table)?.set(id, one);
  const fit = layouts(null);
  return new Map(
    journaledTables.map((table) => {
      const found = salvage.tables.get(table);
      const journal = played.get(table) ?? new Map<string, Played>();
      const decided: Decided = {
        rows: new Map(),
        restored: new Set(),
        lost: new Set(),
        doubted: new Map(),
        old: new Map(),
        unheard: new Map(),
        unknown: past.whole ? 0 : (found?.unknown ?? null),
      };
      const fits = (row: Row | null | undefined): row is Row =>
        row !== null && row !== undefined && (fit.get(table)?.fits(complete(table, row)) ?? false);
      for (const id of new Set([
        ...journal.keys(),
        ...(found?.rows.keys() ?? []),
        ...(found?.ids ?? []),
      ])) {
        const there = found?.rows.get(id);
        const told = journal.get(id);
        // Of a row that was taken away and whose table is whole, nothing is missing.
        const proved = told !== undefined && told.complete && !past.mayHaveChanged(told);
        if (proved) {
          if (told.row === null) continue;
          if (fits(told.row)) {
            decided.rows.set(id, complete(table, told.row));
            if (there === undefined || there.stray) decided.restored.add(id);
            else if (!same(table, there.row, told.row)) decided.restored.add(id);
            continue;
          }
        }
        if (there !== undefined && !there.stray) {
          // A whole journal that never heard of a row proves that it is none of the case.
          if (past.whole && told === undefined) {
            decided.unheard.set(id, there.row);
            continue;
          }
          decided.rows.set(id, there.row);
          if (past.changesKnown && told !== undefined && told.complete && fits(told.row)) {
            if (!same(table, there.row, told.row))
              decided.doubted.set(id, complete(table, told.row));
          }
          continue;
        }
        const gone = (found?.whole ?? false) && !(found?.ids.has(id) ?? false);
        const goneByIndex = (found?.known ?? false) && !(found?.ids.has(id) ?? false);
        if (gone || goneByIndex) continue;
        if (told !== undefined && told.complete) {
          if (told.row === null) {
            // The index, or nothing at all, speaks of it still.
            if (found?.ids.has(id) !== true) continue;
          } else if (fits(told.row)) {
            decided.rows.set(id, complete(table, told.row));
            decided.restored.add(id);
            if (!past.changesKnown && past.mayHaveChanged(told)) {
              decided.old.set(id, 'is as the journal has it, of which something later may be lost');
            }
            continue;
          }
        }
        if (there !== undefined && (told === undefined || told.row !== null)) {
          decided.rows.set(id, there.row);
          decided.restored.add(id);
          decided.old.set(
            id,
            'was found outside its table, and may be as it was at an earlier time',
          );
          continue;
        }
        if (found?.ids.has(id) === true || (told !== undefined && !told.taken)) {
          decided.lost.add(id);
        }
      }
      return [table, decided];
    }),
  );
}

/**
 * A row with every column of its table. A column that the journal does not name was null, or came with a later version and
 * holds its default, which is null for those that may be.
 */
function complete(table: string, row: Row): Row {
  const layout = layoutsNow().get(table);
  if (layout === undefined) return row;
  const whole: Row = { id: row['id'] ?? null };
  for (const [column, value] of layout.defaults) {
    if (column === 'id') continue;
    whole[column] = column in row ? (row[column] ?? null) : value;
  }
  return whole;
}

let now: ReturnType<typeof layouts> | undefined;

function layoutsNow(): ReturnType<typeof layouts> {
  return (now ??= layouts(null));
}

function same(table: string, a: Row, b: Row): boolean {
  const left = complete(table, a);
  const right = complete(table, b);
  return Object.keys(left).every((column) => left[column] === right[column]);
}
