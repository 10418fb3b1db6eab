import type { CaseStore } from '../../store/index.ts';

/** Columns that say where a row lies in one file, and nothing of the case. */
const places = new Set(['segment.id', 'change_set.id', 'change.id', 'change.change_set_id']);
/** How the rows of a table are put in order, where not by id. */
const orders: Record<string, string> = {
  blob: 'sha256',
  withheld: 'sha256',
  blob_chunk: 'sha256, ordinal',
  extracted_text: 'sha256',
  segment: 'text_sha256, ordinal',
};

/** Every row of every table of a case file, with every column, but what is a matter of the file alone. */
export function contentOf(store: CaseStore): Record<string, object[]> {
  const tables = store.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
       AND name NOT LIKE 'search%'
       AND name NOT IN ('local', 'left_out', 'import_batch', 'import_item', 'arriving_blob', 'cluster', 'cluster_stale',
         'message_reference') ORDER BY name`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      store
        .all<Record<string, unknown>>(`SELECT * FROM "${name}" ORDER BY ${orders[name] ?? 'id'}`)
        .map((row) =>
          Object.fromEntries(
            Object.entries(row)
              .filter(([column]) => !places.has(`${name}.${column}`))
              .map(([column, value]) => [
                column,
                Buffer.isBuffer(value) ? value.toString('base64') : value,
              ]),
          ),
        ),
    ]),
  );
}
