import { createHash } from 'node:crypto';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { CaseStore } from './case-store.ts';
import { journaled } from './schema.ts';

/**
 * SHA-256 of what a case holds, in hexadecimal: every field of every journaled row, table by table and row by row in the
 * order of their ids. Two files with the same hash hold the same case, however they came to it.
 */
export function contentHash(store: CaseStore): string {
  const hash = createHash('sha256');
  const tables = Object.values(journaled).toSorted((a, b) =>
    getTableName(a) < getTableName(b) ? -1 : 1,
  );
  for (const table of tables) {
    const name = getTableName(table);
    const columns = Object.values(getTableColumns(table))
      .map((column) => column.name)
      .toSorted((a, b) => (a < b ? -1 : 1));
    hash.update(`${JSON.stringify([name, columns])}\n`);
    const rows = store.each<{ row: string }>(
      `SELECT json_array(${columns.map((column) => `"${column}"`).join(', ')}) AS row FROM "${name}" ORDER BY id`,
    );
    for (const { row } of rows) hash.update(`${row}\n`);
  }
  return hash.digest('hex');
}
