import { fieldsOf } from '../foreign-changes.ts';

/*
 * What the journal makes of one row: all its changes, whoever made them, in the order of (clock, replica, sequence).
 * Readings of the hybrid clock grow with causality, so in a file that never took in another's changes this is the order
 * in which they were made. The fold depends on the set of changes alone and not on the order in which they came.
 */

export type Value = string | number | null;
export type Fields = Record<string, Value>;

/** One change of a row, with what its change set says of it. */
export interface OrderedChange {
  tableName: string;
  rowId: string;
  operation: string;
  fields: string;
  /** Id of the change set in this file. */
  set: number;
  clock: string;
  replica: string;
  label: string;
}

/** Label of the gesture by which a merge writes down what it had to mend. */
export const settling = 'case.merge';

/** How the changes of one row are read from the journal, to be followed by a condition and an order. */
export const orderedColumns = `c.table_name AS tableName, c.row_id AS rowId, c.operation, c.fields,
  c.change_set_id AS "set", coalesce(s.clock, '') AS clock, coalesce(s.replica, '') AS replica,
  coalesce(s.label, '') AS label FROM change c LEFT JOIN change_set s ON s.id = c.change_set_id`;
/** The order of a row's changes. */
export const changeOrder = 's.clock, s.replica, s.sequence, c.id';

/** A row as far as it has been folded. */
export interface RowState {
  /** Whether the change that made it is known. */
  made: boolean;
  /** Whether it is in its table. */
  there: boolean;
  /** Its fields, by column, kept while it is gone, too, so that it can come back with what was written meanwhile. */
  fields: Fields;
  /** Which change wrote each field last. */
  writtenBy: Record<string, OrderedChange>;
  /** The deletions since it was last put there: of which change set, and what they took away. */
  deletions: { set: number; was: Fields }[];
  /** Earlier states of fields that mean something only together, the latest last. */
  versions: Fields[][];
}

/**
 * Fields that mean something only together: a quotation without its span is of no use. Of concurrent changes to any of
 * them, all are taken from the later.
 */
const together: Readonly<Record<string, readonly (readonly string[])[]>> = {
  source: [['published', 'published_earliest', 'published_latest']],
  excerpt: [['source_id', 'text_sha256', 'start', 'end', 'quotation', 'prefix', 'suffix']],
  entity: [['kind', 'schema']],
  attribute: [
    ['since', 'since_earliest', 'since_latest'],
    ['until', 'until_earliest', 'until_latest'],
  ],
  link: [
    ['since', 'since_earliest', 'since_latest'],
    ['until', 'until_earliest', 'until_latest'],
  ],
  mention: [['source_id', 'text_sha256', 'start', 'end', 'quotation']],
  resolution: [['judgement', 'reason']],
};

/** The row after one more change. @throws CaseError `input.invalid` when the change cannot be read */
export function afterChange(before: RowState | undefined, change: OrderedChange): RowState {
  const pairs = Object.entries(fieldsOf(change));
  if (change.operation === 'delete') {
    const was = Object.fromEntries(pairs.map(([column, [old]]) => [column, old]));
    const state = before ?? emptyState();
    state.there = false;
    state.deletions.push({ set: change.set, was });
    return state;
  }
  if (change.operation === 'insert') {
    const state = before ?? emptyState();
    state.made = true;
    state.there = true;
    state.deletions = [];
    // What a merge brought back stays as it was, with all that was written to it meanwhile.
    if (before !== undefined && change.label === settling) return state;
    for (const column of Object.keys(state.fields)) state.fields[column] = null;
    for (const [column, [, now]] of pairs) write(state, column, now, change);
    keepVersions(state, change.tableName);
    return state;
  }
  const state = before ?? { ...emptyState(), there: true };
  const groups = together[change.tableName] ?? [];
  for (const [at, group] of groups.entries()) {
    const own = pairs.filter(([column]) => group.includes(column));
    if (own.length === 0) continue;
    // The author changed some of the group and left the rest as it stood before them: as in the latest version that has
    // the old values which the change speaks of.
    const base = state.versions[at]?.findLast((version) =>
      own.every(([column, [old]]) => (version[column] ?? null) === old),
    );
    for (const column of group) {
      const value = base?.[column];
      if (value !== undefined && (state.fields[column] ?? null) !== value) {
        write(state, column, value, change);
      }
    }
  }
  for (const [column, [, now]] of pairs) write(state, column, now, change);
  keepVersions(state, change.tableName);
  return state;
}

function emptyState(): RowState {
  return { made: false, there: false, fields: {}, writtenBy: {}, deletions: [], versions: [] };
}

function write(state: RowState, column: string, value: Value, change: OrderedChange): void {
  state.fields[column] = value;
  state.writtenBy[column] = change;
}

function keepVersions(state: RowState, tableName: string): void {
  for (const [at, group] of (together[tableName] ?? []).entries()) {
    const versions = (state.versions[at] ??= []);
    versions.push(
      Object.fromEntries(group.map((column) => [column, state.fields[column] ?? null])),
    );
  }
}
