import { fieldsOf } from '../foreign-changes.ts';

/*
 * What the journal makes of one row: all its changes, whoever made them, in the order of (clock, replica, sequence).
 * Readings of the hybrid clock grow with causality, so in a file that never took in another's changes this is the order
 * in which they were made. The fold depends on the set of changes alone and not on the order in which they came.
 */

export type Value = string | number | null;
export type Fields = Record<string, Value>;

/** One change of a row, with what its change set says of it. */
export interface OrderedChange extends Stamp {
  tableName: string;
  rowId: string;
  operation: string;
  fields: string;
  /** Hash of its change set. */
  hash: string;
}

/** Which change set wrote something. */
export interface Stamp {
  /** Id of the change set in this file, or the one that it is to get. */
  set: number;
  clock: string;
  replica: string;
  sequence: number;
  label: string;
}

/** Label of the gesture by which a merge writes down what it had to mend. */
export const settling = 'case.merge';

/** Label of the gesture that takes a merge back, and of one that does it again after that. */
export const unmerging = 'case.unmerge';

/**
 * Label of the one change set of a package that leaves something out: the rows that go, as they are, as if they had been
 * made then. That is nobody's edit.
 */
export const extracting = 'case.extract';

/** A row as far as it has been folded. */
export interface RowState {
  /** Whether the change that made it is known. */
  made: boolean;
  /** Whether it is in its table. */
  there: boolean;
  /** Its fields, by column, kept while it is gone, too, so that it can come back with what was written meanwhile. */
  fields: Fields;
  /** Which change wrote each field last. */
  writtenBy: Record<string, Stamp>;
  /** The deletions since it was last put there: of which change set, by what gesture, and what they took away. */
  deletions: { set: number; label: string; was: Fields }[];
  /** Earlier states of fields that mean something only together, the latest last. */
  versions: Fields[][];
  /** What the last extract said of the row; null when what made it is known. */
  extract: Fields | null;
}

/** What a source has of its text: another one has all of it otherwise. */
export const textFields = [
  'text_sha256',
  'text_length',
  'pages',
  'encoding',
  'extraction',
  'extracted_by',
  'layout_sha256',
] as const;

/**
 * Fields that mean something only together: a quotation without its span is of no use. Of concurrent changes to any of
 * them, all are taken from the later.
 */
export const together: Readonly<Record<string, readonly (readonly string[])[]>> = {
  source: [['published', 'published_earliest', 'published_latest'], textFields],
  custody: [['happened', 'happened_earliest', 'happened_latest']],
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
  rejection: [['source_id', 'text_sha256', 'start', 'end', 'quotation']],
  resolution: [['judgement', 'reason']],
};

/**
 * What the journal makes of a row; undefined when it says nothing of it.
 *
 * An extract tells what a row was when it was handed over. Where the gesture that made the row is known, that is nothing new.
 * Where it is not, the first extract makes the row, and a later one writes what is different from the one before it: so
 * what was done here since stays.
 *
 * @param changes in the order of the fold
 * @throws CaseError `input.invalid` when a change cannot be read
 */
export function stateOf(changes: readonly OrderedChange[]): RowState | undefined {
  const origin = changes.find(
    ({ operation, label }) => operation === 'insert' && label !== settling && label !== extracting,
  );
  let state: RowState | undefined;
  for (const change of changes) {
    if (change.operation !== 'insert' || change.label !== extracting) {
      state = afterChange(state, change, changes.length > 1);
    } else if (origin === undefined || origin.clock > change.clock) {
      state = afterExtract(state, change);
    }
  }
  return state;
}

function afterExtract(before: RowState | undefined, change: OrderedChange): RowState {
  const state = before ?? emptyState();
  const now: Fields = Object.fromEntries(
    Object.entries(fieldsOf(change)).map(([column, [, value]]) => [column, value]),
  );
  const { extract } = state;
  const stamp = stampOf(change);
  if (extract === null) {
    for (const [column, value] of Object.entries(now)) write(state, column, value, stamp);
  } else {
    for (const column of new Set([...Object.keys(extract), ...Object.keys(now)])) {
      const value = now[column] ?? null;
      if (value !== (extract[column] ?? null)) write(state, column, value, stamp);
    }
  }
  state.made = true;
  // Who handed it over may not have known that somebody took it away.
  if (state.deletions.length === 0) state.there = true;
  state.extract = now;
  keepVersions(state, change.tableName);
  return state;
}

/** The row after one more change. @param more whether there are others, which may be about what it was then */
function afterChange(before: RowState | undefined, change: OrderedChange, more: boolean): RowState {
  const pairs = Object.entries(fieldsOf(change));
  const stamp = stampOf(change);
  if (change.operation === 'delete') {
    const was = Object.fromEntries(pairs.map(([column, [old]]) => [column, old]));
    const state = before ?? emptyState();
    state.there = false;
    state.deletions.push({ set: change.set, label: change.label, was });
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
    for (const [column, [, now]] of pairs) write(state, column, now, stamp);
    if (more) keepVersions(state, change.tableName);
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
        write(state, column, value, stamp);
      }
    }
  }
  for (const [column, [, now]] of pairs) write(state, column, now, stamp);
  keepVersions(state, change.tableName);
  return state;
}

function emptyState(): RowState {
  return {
    made: false,
    there: false,
    fields: {},
    writtenBy: {},
    deletions: [],
    versions: [],
    extract: null,
  };
}

function write(state: RowState, column: string, value: Value, stamp: Stamp): void {
  state.fields[column] = value;
  state.writtenBy[column] = stamp;
}

/** Without the change itself, so that what was written last does not keep all that was written in memory. */
function stampOf({ set, clock, replica, sequence, label }: OrderedChange): Stamp {
  return { set, clock, replica, sequence, label };
}

function keepVersions(state: RowState, tableName: string): void {
  for (const [at, group] of (together[tableName] ?? []).entries()) {
    const versions = (state.versions[at] ??= []);
    versions.push(
      Object.fromEntries(group.map((column) => [column, state.fields[column] ?? null])),
    );
  }
}

/** A field with those that mean something only together with it. */
export function writtenTogether(table: string, field: string): readonly string[] {
  return (together[table] ?? []).find((group) => group.includes(field)) ?? [field];
}
