import { createHash } from 'node:crypto';
import {
  concernedBy,
  conflictsOf,
  fieldsOf,
  writtenTogether,
  type CaseStore,
  type Conflict,
  type Key,
} from '../../store/index.ts';

/** A conflict of the journal, with what names it as long as it is as it is. */
export interface OpenConflict extends Conflict {
  key: string;
}

/**
 * What was found, by table and id of the row, up to a change set. The count of conflicts is asked for after each gesture, and
 * going through all of a journal of hundreds of thousands of changes each time would be felt.
 */
interface Found {
  revision: number;
  byRow: Map<string, OpenConflict[]>;
  all: OpenConflict[];
}

const memory = new WeakMap<CaseStore, Found>();

/** Rows that one look goes through one by one; beyond these all of the journal is read, which is then sooner done. */
const mostTouched = 2000;

/** The conflicts that nobody has decided, by table and id. Of fields that mean something only together one is told. */
export function openConflicts(store: CaseStore): OpenConflict[] {
  const revision =
    store.one<{ id: number | null }>('SELECT max(id) AS id FROM change_set')?.id ?? 0;
  const known = memory.get(store);
  if (known?.revision === revision) return known.all;
  // Where nobody else ever wrote, the journal need not be gone through.
  const wroteAlone = store.all('SELECT DISTINCT replica FROM change_set LIMIT 2').length < 2;
  const said = known === undefined || wroteAlone ? null : touchedSince(store, known.revision);
  const touched = said === null ? null : concernedBy(store, said);
  const byRow = touched === null ? new Map<string, OpenConflict[]>() : (known?.byRow ?? new Map());
  for (const key of touched ?? []) byRow.delete(nameOf(key));
  const found = wroteAlone ? [] : conflictsOf(store, touched === null ? {} : { only: touched });
  for (const [row, conflicts] of Map.groupBy(found, nameOf)) byRow.set(row, headed(conflicts));
  const all = [...byRow]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, conflicts]) => conflicts);
  memory.set(store, { revision, byRow, all });
  return all;
}

/** The rows of which a later change set says something, or decides something; null when they are too many. */
function touchedSince(store: CaseStore, revision: number): Key[] | null {
  const changes = store.all<{
    tableName: string;
    rowId: string;
    operation: string;
    fields: string;
  }>(
    `SELECT table_name AS tableName, row_id AS rowId, operation, fields FROM change
     WHERE change_set_id > ? LIMIT ${mostTouched + 1}`,
    revision,
  );
  if (changes.length > mostTouched) return null;
  const touched = new Map<string, Key>();
  const note = (key: Key) => touched.set(nameOf(key), key);
  for (const change of changes) {
    if (change.tableName === 'decision') {
      const { subject_table: table, subject_id: id } = fieldsOf(change);
      const [[wasTable, isTable], [wasId, isId]] = [table ?? [null, null], id ?? [null, null]];
      note({ table: String(isTable ?? wasTable ?? ''), id: String(isId ?? wasId ?? '') });
    } else note({ table: change.tableName, id: change.rowId });
  }
  return [...touched.values()].toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function nameOf({ table, id }: Key): string {
  return `${table} ${id}`;
}

/** The conflicts of one row, one for fields that mean something only together. */
function headed(conflicts: readonly Conflict[]): OpenConflict[] {
  const once = new Map<string, OpenConflict>();
  for (const conflict of conflicts) {
    const [head = conflict.field] = writtenTogether(conflict.table, conflict.field);
    if (!once.has(head)) once.set(head, { ...conflict, key: keyOf(conflict) });
  }
  return [...once.values()];
}

function keyOf({ table, id, field, stands, others }: Conflict): string {
  const sides = [stands, ...others].map(({ hash }) => hash).join(' ');
  const digest = createHash('sha256').update(sides).digest('hex').slice(0, 16);
  return [table, id, field, digest].join(' ');
}
