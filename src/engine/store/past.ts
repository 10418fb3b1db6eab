import { getTableName } from 'drizzle-orm';
import type { CaseStore } from './case-store.ts';
import { fieldsOf } from './foreign-changes.ts';
import type { ChangeSetRecord } from './journal.ts';
import { orderedChanges, type OrderedChange } from './merge/index.ts';
import { journaled } from './schema.ts';

/** A row of a journaled table, by column. */
export type JournaledRow = Record<string, string | number | null>;

const tables: ReadonlySet<string> = new Set(Object.values(journaled).map(getTableName));

/** Whether a name, as it stands in a journal, is that of a table of the case. */
function isJournaled(table: string): boolean {
  return tables.has(table);
}

/** A row as it is, or as it was when it was taken away. Null when the case never had it. */
export function lastSeen(
  store: CaseStore,
  table: string,
  id: string,
): { row: JournaledRow; there: boolean } | null {
  if (!isJournaled(table)) return null;
  const row = store.one<JournaledRow>(`SELECT * FROM "${table}" WHERE id = ?`, id);
  if (row !== undefined) return { row, there: true };
  const removal = store
    .all<OrderedChange>(
      orderedChanges(`c.table_name = ? AND c.row_id = ? AND c.operation = 'delete'`),
      table,
      id,
    )
    .at(-1);
  if (removal === undefined) return null;
  return { row: { id, ...oldValues(removal) }, there: false };
}

/** By which columns rows hang on a record, as a person would say it, by the record's table. */
export const hangsOn: Readonly<Record<string, readonly (readonly [child: string, by: string])[]>> =
  {
    case_file: [['note', 'subject_id']],
    source: [
      ['text_version', 'source_id'],
      ['custody', 'source_id'],
      ['rejection', 'source_id'],
      ['note', 'subject_id'],
    ],
    excerpt: [
      ['excerpt_tag', 'excerpt_id'],
      ['evidence', 'excerpt_id'],
      ['mention', 'excerpt_id'],
      ['note', 'subject_id'],
    ],
    entity: [
      ['name', 'entity_id'],
      ['attribute', 'entity_id'],
      ['link', 'from_id'],
      ['link', 'to_id'],
      ['mention', 'entity_id'],
      ['resolution', 'first_id'],
      ['resolution', 'second_id'],
      ['assessment', 'entity_id'],
      ['finding', 'entity_id'],
      ['photo', 'entity_id'],
      ['note', 'subject_id'],
    ],
    name: [['evidence', 'name_id']],
    attribute: [['evidence', 'attribute_id']],
    link: [
      ['evidence', 'link_id'],
      ['note', 'subject_id'],
    ],
  };

const columnsBy = new Map<string, string[]>();
for (const [child, by] of Object.values(hangsOn).flat()) {
  const known = columnsBy.get(child) ?? [];
  if (!known.includes(by)) columnsBy.set(child, [...known, by]);
}

/** Ids of rows of `child` that once hung on a record by a column, and were taken away; some may be back. */
export function removedFrom(store: CaseStore, child: string, by: string, id: string): string[] {
  const known = memory.get(store) ?? { read: 0, removed: new Map<string, Set<string>>() };
  memory.set(store, known);
  const last = store.one<{ id: number | null }>('SELECT max(id) AS id FROM change')?.id ?? 0;
  if (last > known.read) {
    const removals = store.all<OrderedChange>(
      orderedChanges(`c.operation = 'delete' AND c.id > ? AND c.id <= ?`),
      known.read,
      last,
    );
    for (const removal of removals) {
      const was = oldValues(removal);
      for (const column of columnsBy.get(removal.tableName) ?? []) {
        const parent = was[column];
        if (typeof parent !== 'string') continue;
        const key = `${removal.tableName} ${column} ${parent}`;
        const rows = known.removed.get(key) ?? new Set();
        known.removed.set(key, rows.add(removal.rowId));
      }
    }
    known.read = last;
  }
  return [...(known.removed.get(`${child} ${by} ${id}`) ?? [])];
}

/** What was taken away, by what it hung on: read from the journal once and then as it grows. */
const memory = new WeakMap<CaseStore, { read: number; removed: Map<string, Set<string>> }>();

function oldValues(change: ChangeSetRecord['changes'][number]): JournaledRow {
  return Object.fromEntries(
    Object.entries(fieldsOf(change)).map(([column, [was]]) => [column, was]),
  );
}
