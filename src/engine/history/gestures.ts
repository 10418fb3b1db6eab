import type { z } from 'zod';
import type {
  Contributor,
  Gesture,
  GesturePage,
  HistoryTable,
  ListHistoryInput,
} from '#contract/history.ts';
import { Actor } from '#contract/settings.ts';
import { readingAt, timeOfReading } from '#shared/clock.ts';
import { isBeginning, type CaseStore, type Parameter } from '../store/index.ts';
import { Describer, rowsOf } from './describe.ts';

/** How many of the records that a gesture is about are named. */
const mostTouched = 3;

/** The table that a gesture is about, by the subject of its label or by the whole label. */
const principal: Record<string, string> = {
  case: 'case_file',
  source: 'source',
  excerpt: 'excerpt',
  'excerpt.tag': 'excerpt_tag',
  'excerpt.untag': 'excerpt_tag',
  'excerpt.mention': 'mention',
  'excerpt.unmention': 'mention',
  'excerpt.note': 'note',
  tag: 'tag',
  entity: 'entity',
  'entity.resolve': 'resolution',
  'entity.unresolve': 'resolution',
  'entity.split': 'resolution',
  'entity.assess': 'assessment',
  'entity.unassess': 'assessment',
  name: 'name',
  attribute: 'attribute',
  link: 'link',
  evidence: 'evidence',
  note: 'note',
  finding: 'finding',
  photo: 'photo',
  custody: 'custody',
  orphan: 'excerpt',
};

interface SetRow {
  id: number;
  replica: string;
  clock: string;
  actor: string;
  label: string;
  hash: string;
  undoes: string | null;
}

type Filter = Pick<z.infer<typeof ListHistoryInput>, 'actor' | 'key' | 'from' | 'to'>;
interface Part {
  offset: number;
  limit: number;
}

/** Gestures that pass the filter, the newest first. Days are those of this computer's calendar. */
export function listGestures(
  store: CaseStore,
  {
    record,
    ...filter
  }: Filter & Part & { record?: { table: HistoryTable; id: string } | undefined },
): GesturePage {
  const only = record === undefined ? null : changesOfRecord(store, record.table, record.id);
  return gesturePage(store, filter, only === null ? null : [...only.keys()]);
}

/** As `listGestures`, of the change sets with these ids only, or of all when `only` is null. */
export function gesturePage(
  store: CaseStore,
  { offset, limit, ...filter }: Filter & Part,
  only: readonly number[] | null,
): GesturePage {
  const { where, parameters } = conditions(filter);
  if (only !== null) {
    where.push('id IN (SELECT value FROM json_each(?))');
    parameters.push(JSON.stringify(only));
  }
  const from = `FROM change_set WHERE ${where.join(' AND ')}`;
  const total = store.one<{ n: number }>(`SELECT count(*) AS n ${from}`, ...parameters);
  const sets = store.all<SetRow>(
    `SELECT id, replica, clock, actor, label, hash, undoes ${from} ORDER BY id DESC LIMIT ? OFFSET ?`,
    ...parameters,
    limit,
    offset,
  );
  return { items: gesturesOf(store, sets), total: total?.n ?? 0 };
}

/** Everyone who changed the case, by name. */
export function contributors(store: CaseStore): Contributor[] {
  return store
    .all<{ actor: string; gestures: number }>(
      'SELECT actor, count(*) AS gestures FROM change_set GROUP BY actor',
    )
    .map(({ actor, gestures }) => ({ actor: Actor.parse(JSON.parse(actor)), gestures }))
    .toSorted((one, other) => one.actor.name.localeCompare(other.actor.name));
}

/** The changes of a record and of what hangs or hung on it: of each change set, the ids of its changes. */
export function changesOfRecord(
  store: CaseStore,
  table: HistoryTable,
  id: string,
): Map<number, number[]> {
  const changes = store.all<{ id: number; changeSet: number }>(
    `SELECT c.id, c.change_set_id AS changeSet FROM json_each(?) r
     CROSS JOIN change c ON c.table_name = r.value ->> 0 AND c.row_id = r.value ->> 1
     ORDER BY c.id`,
    JSON.stringify(rowsOf(store, table, id)),
  );
  const sets = new Map<number, number[]>();
  for (const change of changes) {
    const known = sets.get(change.changeSet);
    if (known === undefined) sets.set(change.changeSet, [change.id]);
    else known.push(change.id);
  }
  return sets;
}

function conditions({ actor, key, from, to }: Filter): {
  where: string[];
  parameters: Parameter[];
} {
  const where = ['1'];
  const parameters: Parameter[] = [];
  const add = (condition: string, parameter: Parameter): void => {
    where.push(condition);
    parameters.push(parameter);
  };
  if (actor !== undefined) add(`actor ->> 'name' = ?`, actor);
  if (key !== undefined) add(`actor ->> 'key' = ?`, key);
  if (from !== undefined) add('clock >= ?', readingAt(midnight(from, 0)));
  if (to !== undefined) add('clock < ?', readingAt(midnight(to, 1)));
  return { where, parameters };
}

/** When a day begins on this computer, or one some days later, in Unix milliseconds. */
function midnight(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Math.max(0, new Date(year, month - 1, date + later).getTime());
}

function gesturesOf(store: CaseStore, sets: readonly SetRow[]): Gesture[] {
  const describer = new Describer(store);
  const { kinds, takenBack } = reversals(store);
  const undone = new Map(
    store
      .all<{ id: number; hash: string }>(
        'SELECT id, hash FROM change_set WHERE hash IN (SELECT value FROM json_each(?))',
        JSON.stringify(sets.flatMap((set) => set.undoes ?? [])),
      )
      .map((row) => [row.hash, row.id]),
  );
  return sets.map(({ id, replica, clock, actor, label, hash, undoes }) => ({
    id,
    label,
    kind: undoes === null ? 'gesture' : (kinds.get(hash) ?? 'undo'),
    undoes: undoes === null ? null : (undone.get(undoes) ?? null),
    takenBack: takenBack.has(hash),
    lasting: isBeginning(label),
    at: timeOfReading(clock),
    actor: Actor.parse(JSON.parse(actor)),
    replica,
    ...touchedBy(store, describer, id, label),
  }));
}

function touchedBy(
  store: CaseStore,
  describer: Describer,
  id: number,
  label: string,
): Pick<Gesture, 'touched' | 'count' | 'changes'> {
  const tables = store.all<{ tableName: string; rows: number; changes: number }>(
    `SELECT table_name AS tableName, count(DISTINCT row_id) AS rows, count(*) AS changes
     FROM change WHERE change_set_id = ? GROUP BY table_name ORDER BY min(id)`,
    id,
  );
  const about = principal[label] ?? principal[label.split('.')[0] ?? ''];
  const [table] = [...tables.filter(({ tableName }) => tableName === about), ...tables];
  const rows =
    table === undefined
      ? []
      : store.all<{ rowId: string }>(
          // The plus keeps SQLite to the index by change set: a table can have all the rows of the journal.
          `SELECT DISTINCT rowId FROM (SELECT row_id AS rowId FROM change
             WHERE change_set_id = ? AND +table_name = ? ORDER BY id LIMIT ?) LIMIT ?`,
          id,
          table.tableName,
          mostTouched * 10,
          mostTouched,
        );
  return {
    touched: rows.map(({ rowId }) => describer.of(table?.tableName ?? '', rowId)),
    count: table?.rows ?? 0,
    changes: tables.reduce((sum, { changes }) => sum + changes, 0),
  };
}

interface Reversals {
  /** Whether a set that takes another back undoes it or does it again, by its hash. */
  kinds: Map<string, 'undo' | 'redo'>;
  /** Hashes of sets that were taken back and not done again. */
  takenBack: Set<string>;
}

/** Which change sets were taken back: what undoes an undo is a redo, and so on. */
function reversals(store: CaseStore): Reversals {
  const rows = store.all<{ hash: string; undoes: string }>(
    'SELECT hash, undoes FROM change_set WHERE undoes IS NOT NULL ORDER BY id',
  );
  const kinds: Reversals['kinds'] = new Map();
  for (const { hash, undoes } of rows) {
    kinds.set(hash, kinds.get(undoes) === 'undo' ? 'redo' : 'undo');
  }
  const takenBack = new Set<string>();
  // What takes a set back comes after it, so from the end on each row knows already whether it still holds.
  for (const { hash, undoes } of rows.toReversed()) if (!takenBack.has(hash)) takenBack.add(undoes);
  return { kinds, takenBack };
}
