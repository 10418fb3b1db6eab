import type { CaseStore } from '../store/index.ts';

/** A judgement that a stretch of a source means an entity, or does not. */
export interface MentionRow {
  id: string;
  sourceId: string;
  start: number;
  end: number;
  quotation: string;
  /** Of its words, folded. */
  form: string;
  entityId: string;
  verdict: 'refers' | 'differs';
}

export interface RejectionRow {
  id: string;
  sourceId: string | null;
  start: number | null;
  end: number | null;
  form: string;
  kind: string;
}

export interface NameRow {
  id: string;
  entityId: string;
  /** Of the entity. */
  kind: string;
  form: string;
}

export interface LinkRow {
  id: string;
  fromId: string;
  toId: string;
  type: string;
}

export interface AttributeRow {
  id: string;
  entityId: string;
  property: string;
  value: string;
}

/** A row of the case that answers suggestions. */
export type JudgingRow =
  | ({ table: 'mention' } & MentionRow)
  | ({ table: 'rejection' } & RejectionRow)
  | ({ table: 'name' } & NameRow)
  | ({ table: 'link' } & LinkRow)
  | ({ table: 'attribute' } & AttributeRow);

type Table = JudgingRow['table'];
export const judgingTables: readonly Table[] = [
  'mention',
  'rejection',
  'name',
  'link',
  'attribute',
];

/** What stands in a text that its source no longer has says nothing of the one that it has. */
const select = {
  mention: `SELECT m.id, m.source_id AS sourceId, m.start, m."end", m.quotation, m.entity_id AS entityId, m.verdict
            FROM mention m JOIN source s ON s.id = m.source_id AND s.text_sha256 = m.text_sha256`,
  rejection: `SELECT r.id, r.source_id AS sourceId, r.start, r."end", r.form, r.kind
              FROM rejection r LEFT JOIN source s ON s.id = r.source_id
              WHERE r.text_sha256 IS s.text_sha256`,
  name: `SELECT n.id, n.entity_id AS entityId, e.kind, n.value
         FROM name n JOIN entity e ON e.id = n.entity_id`,
  link: 'SELECT id, from_id AS fromId, to_id AS toId, type FROM link',
  attribute: 'SELECT id, entity_id AS entityId, property, value FROM attribute',
} as const;

/** The rows of a table, or the one of an id. @param fold folds names, and may remember them */
export function rowsOf(
  store: CaseStore,
  table: Table,
  fold: (name: string) => string,
  id?: string,
): JudgingRow[] {
  const read = <Row>(): Row[] =>
    id === undefined
      ? store.all<Row>(select[table])
      : store.all<Row>(`SELECT * FROM (${select[table]}) WHERE id = ?`, id);
  switch (table) {
    case 'mention':
      return read<Omit<MentionRow, 'form'>>().map((row) => ({
        table,
        ...row,
        form: fold(row.quotation),
      }));
    case 'rejection':
      return read<RejectionRow>().map((row) => ({ table, ...row }));
    case 'name':
      return read<{ id: string; entityId: string; kind: string; value: string }>().map(
        ({ value, ...row }) => ({ table, ...row, form: fold(value) }),
      );
    case 'link':
      return read<LinkRow>().map((row) => ({ table, ...row }));
    case 'attribute':
      return read<AttributeRow>().map((row) => ({ table, ...row }));
  }
}

/** More changed rows than this are not followed one by one. */
const most = 5000;

/** The latest change set of the case. */
export function latestSet(store: CaseStore): number {
  return store.one<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM change_set')?.id ?? 0;
}

/**
 * Which rows that answer suggestions have changed since a change set.
 *
 * @returns their tables and ids, once each; null when so much changed, or who is one with whom, that all is to be read
 */
export function changedSince(
  store: CaseStore,
  changeSet: number,
): { table: Table; id: string }[] | null {
  const changed = store.all<{ tableName: string; rowId: string }>(
    `SELECT DISTINCT table_name AS tableName, row_id AS rowId FROM change
     WHERE change_set_id > ? LIMIT ${most + 1}`,
    changeSet,
  );
  if (changed.length > most) return null;
  const rows = new Map<string, { table: Table; id: string }>();
  for (const { tableName, rowId } of changed) {
    // When a source has another text, all that stood in the one it had is answered no more.
    if (tableName === 'resolution' || tableName === 'text_version') return null;
    if (tableName === 'entity') {
      // Its names go with its kind.
      for (const { id } of store.all<{ id: string }>(
        'SELECT id FROM name WHERE entity_id = ?',
        rowId,
      )) {
        rows.set(`name ${id}`, { table: 'name', id });
      }
    }
    const table = judgingTables.find((one) => one === tableName);
    if (table !== undefined) rows.set(`${table} ${rowId}`, { table, id: rowId });
  }
  return [...rows.values()];
}
