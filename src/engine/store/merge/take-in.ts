import { getTableName } from 'drizzle-orm';
import { journaled } from '../schema.ts';
import type { Writer } from '../writer.ts';
import type { View } from './view.ts';
import type { Mended } from './write.ts';

/** Writes down what was mended, in the gesture that is under way. */
export function writeMended(writer: Writer, mended: readonly Mended[]): void {
  for (const { tableName, rowId, operation, fields } of mended) {
    writer.run(
      `INSERT INTO change (change_set_id, table_name, row_id, operation, fields)
       VALUES (legajo_gesture(), ?, ?, ?, ?)`,
      tableName,
      rowId,
      operation,
      fields,
    );
  }
}

/** The tables of which a merge concerns rows. */
export function changedTables(view: View): string[] {
  return Object.values(journaled)
    .map((table) => getTableName(table))
    .filter((table) => view.concerned(table).length > 0);
}
