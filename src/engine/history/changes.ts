import {
  mostOwnChanges,
  HistoryTable,
  type FieldChange,
  type RecordChange,
  type RecordChangePage,
  type RecordHistory,
  type Value,
} from '#contract/history.ts';
import { CaseError } from '#contract/error.ts';
import { fieldsOf, lastSeen, type CaseStore } from '../store/index.ts';
import { Describer, nameOf, subjectTable } from './describe.ts';
import { changesOfRecord, gesturePage } from './gestures.ts';

interface ChangeRow {
  tableName: string;
  rowId: string;
  operation: RecordChange['operation'];
  fields: string;
}

/** Fields in which passages are cited. */
const citing = new Set(['note.body', 'finding.body', 'entity.summary', 'case_file.summary']);

/** The table whose row a column names by its id. */
const refersTo: Record<string, string> = {
  source_id: 'source',
  excerpt_id: 'excerpt',
  entity_id: 'entity',
  from_id: 'entity',
  to_id: 'entity',
  first_id: 'entity',
  second_id: 'entity',
  tag_id: 'tag',
  parent_id: 'tag',
  name_id: 'name',
  attribute_id: 'attribute',
  link_id: 'link',
  derives_from: 'source',
  container_id: 'source',
};

/**
 * What a gesture did, row by row in its order.
 *
 * @throws CaseError `record.notFound`
 */
export function changesOf(
  store: CaseStore,
  { changeSet, offset, limit }: { changeSet: number; offset: number; limit: number },
): RecordChangePage {
  if (store.one('SELECT 1 FROM change_set WHERE id = ?', changeSet) === undefined) {
    throw new CaseError('record.notFound', { id: String(changeSet) });
  }
  const total = store.one<{ n: number }>(
    'SELECT count(*) AS n FROM change WHERE change_set_id = ?',
    changeSet,
  );
  const rows = store.all<ChangeRow>(
    `SELECT table_name AS tableName, row_id AS rowId, operation, fields FROM change
     WHERE change_set_id = ? ORDER BY id LIMIT ? OFFSET ?`,
    changeSet,
    limit,
    offset,
  );
  const describer = new Describer(store);
  return { items: rows.map((row) => told(describer, row)), total: total?.n ?? 0 };
}

/**
 * The gestures that touched a record or what hangs or hung on it, the newest first, with what each did to just that.
 *
 * @throws CaseError `record.notFound` when the case never had it
 */
export function recordHistory(
  store: CaseStore,
  { table, id, ...rest }: { table: HistoryTable; id: string } & Parameters<typeof gesturePage>[1],
): RecordHistory {
  if (lastSeen(store, table, id) === null) throw new CaseError('record.notFound', { id });
  const sets = changesOfRecord(store, table, id);
  const { items, total } = gesturePage(store, rest, [...sets.keys()]);
  const describer = new Describer(store);
  return {
    record: describer.of(table, id),
    items: items.map((gesture) => ({
      ...gesture,
      own: store
        .all<ChangeRow>(
          `SELECT table_name AS tableName, row_id AS rowId, operation, fields FROM change
           WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
          JSON.stringify((sets.get(gesture.id) ?? []).slice(0, mostOwnChanges)),
        )
        .map((row) => told(describer, row)),
    })),
    total,
  };
}

/** Which sort of record an id is of, whether or not it is still there. @throws CaseError `record.notFound` */
export function historyTableOf(store: CaseStore, id: string): HistoryTable {
  const table = HistoryTable.options.find((name) => lastSeen(store, name, id) !== null);
  if (table === undefined) throw new CaseError('record.notFound', { id });
  return table;
}

function told(describer: Describer, row: ChangeRow): RecordChange {
  const fields = fieldsOf(row);
  const [was, is] = fields['subject_table'] ?? [null, null];
  const subject = String(is ?? was ?? '');
  return {
    ...describer.of(row.tableName, row.rowId),
    operation: row.operation,
    fields: Object.entries(fields).map(([field, [old, now]]) =>
      fieldChange(describer, { table: row.tableName, field, subject }, old, now),
    ),
  };
}

/** A field of a row: `subject` is the row's `subject_table`, where it has one. */
interface FieldOf {
  table: string;
  field: string;
  subject?: string | undefined;
}

/** What became of a field, with its values in words where they lead to other rows. */
export function fieldChange(
  describer: Describer,
  of: FieldOf,
  old: Value,
  now: Value,
): FieldChange {
  return {
    field: of.field,
    old,
    new: now,
    oldTitle: valueTitle(describer, of, old),
    newTitle: valueTitle(describer, of, now),
  };
}

/** A value in words, when it is or holds an id; else null. */
export function valueTitle(
  describer: Describer,
  { table, field, subject = '' }: FieldOf,
  value: Value,
): string | null {
  if (citing.has(`${table}.${field}`) && typeof value === 'string') {
    const text = describer.noteText(value);
    return text === value ? null : text;
  }
  if (field === 'text_sha256' && typeof value === 'string') return describer.textWords(value);
  const led = field === 'subject_id' ? subjectTable(subject) : refersTo[field];
  if (led === undefined || typeof value !== 'string') return null;
  return nameOf(describer.of(led, value));
}
