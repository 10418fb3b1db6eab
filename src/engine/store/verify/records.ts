import { getTableColumns, getTableName } from 'drizzle-orm';
import { fieldsOf } from '../foreign-changes.ts';
import { byRow, orderedChanges, stateOf, type OrderedChange } from '../merge/index.ts';
import { journaled } from '../schema.ts';
import type { Inspection } from './inspection.ts';

type Row = Record<string, unknown> & { id: string };

/**
 * The journal, each row's changes in the order of their clocks, gives exactly the rows of every journaled table, value for
 * value. Row by row in the order of ids, so that a large case needs no more memory than a small one.
 */
export function checkRecords(inspection: Inspection): void {
  for (const table of Object.values(journaled)) {
    const columns = Object.values(getTableColumns(table)).map((column) => column.name);
    checkTable(inspection, getTableName(table), columns);
  }
}

function checkTable(inspection: Inspection, table: string, columns: string[]): void {
  const defaults = new Map(
    inspection
      .all<{ name: string; value: string | null }>(
        'SELECT name, dflt_value AS value FROM pragma_table_info(?)',
        table,
      )
      .map(({ name, value }) => [name, literal(value)]),
  );
  const rows = inspection.each<Row>(
    `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "${table}" ORDER BY id`,
  );
  const played = playedRows(inspection, table);
  let row = rows.next();
  let wanted = played.next();
  while (row.done !== true || wanted.done !== true) {
    inspection.looked();
    const have = row.done === true ? undefined : row.value;
    const want = wanted.done === true ? undefined : wanted.value;
    const order = compareIds(have?.id, want?.id);
    if (have !== undefined && order < 0) {
      inspection.found(table, have.id, 'is not in the journal');
    } else if (want !== undefined && order > 0) {
      inspection.found(table, want.id, 'is in the journal and not in the table');
    } else if (have !== undefined && want !== undefined) {
      const unlike = columns.filter(
        (column) =>
          column !== 'id' &&
          have[column] !== (want.fields[column] ?? null) &&
          // A column that was added since the row was made is in no change of it.
          !(!(column in want.fields) && have[column] === defaults.get(column)),
      );
      if (unlike.length > 0) {
        inspection.found(table, have.id, `${unlike.join(', ')}: not what the journal says`);
      }
    }
    if (order <= 0) row = rows.next();
    if (order >= 0) wanted = played.next();
  }
}

/** The rows of a table as the journal leaves them, in the order of their ids. */
function* playedRows(
  inspection: Inspection,
  table: string,
): Generator<{ id: string; fields: Record<string, unknown> }, undefined, undefined> {
  const changes = inspection.each<OrderedChange>(orderedChanges('c.table_name = ?'), table);
  for (const ofRow of byRow(changes)) {
    const state = stateOf(ofRow.filter((change) => canBeRead(inspection, change)));
    const [first] = ofRow;
    if (first !== undefined && state?.there === true) {
      yield { id: first.rowId, fields: state.fields };
    }
  }
  return undefined;
}

function canBeRead(inspection: Inspection, change: OrderedChange): boolean {
  try {
    fieldsOf(change);
    return true;
  } catch {
    inspection.found('change', change.rowId, 'cannot be read');
    return false;
  }
}

/** Order of two ids as SQLite sorts text, which is that of their bytes; an undefined one comes last. */
function compareIds(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return Buffer.compare(bytesOf(a), bytesOf(b));
}

function bytesOf(id: unknown): Buffer {
  return Buffer.isBuffer(id) ? id : Buffer.from(String(id));
}

/** The value of a column's default as the schema writes it: text in quotes, a number, or nothing. */
function literal(written: string | null): unknown {
  if (written === null || written.toUpperCase() === 'NULL') return null;
  const text = /^'(.*)'$/su.exec(written)?.[1];
  return text === undefined ? Number(written) : text.replaceAll("''", "'");
}
