import { Actor } from '#contract/settings.ts';
import { readingTime } from '#shared/clock.ts';
import type { Reads } from '../take-back.ts';
import { decisionsTakenBack, givenUpIn } from './decisions.ts';
import { extracting, settling, type Fields, type OrderedChange, type Value } from './fold.ts';
import { leadsTo, type Key } from './references.ts';
import { byRow, heard, orderedChanges } from './row-changes.ts';
import { standing } from './standing.ts';
import { standingOf } from './twin-standing.ts';
import { Twins } from './twins-known.ts';
import { View } from './view.ts';

/** A value that somebody gave a field, and when. */
export interface Written {
  value: Value;
  /** Whether the record was taken away: then there is no value. */
  deleted: boolean;
  by: Actor;
  /** ISO 8601, in UTC. */
  at: string;
  replica: string;
  /** The change set that wrote it, by its id in this file. */
  changeSet: number;
  /** The same, by its hash, which is the same in every file. */
  hash: string;
  /** The row that it was written in: another one, if two rows are one since. */
  row: string;
}

/** A field that several people changed without knowing of each other. */
export interface Conflict {
  table: string;
  id: string;
  /** Empty for the row as a whole: somebody took it away while somebody else changed it. */
  field: string;
  /** What stands: the value of the latest clock; of a row as a whole, what was written last. */
  stands: Written;
  /** What others wrote, the latest first; of a row as a whole, who took it away. */
  others: Written[];
}

/** Rows that are read at once. */
const chunk = 400;

/**
 * Fields of rows that are there of which several values were written concurrently, and rows that were changed by one while
 * another took them away; by table and id. That is told by what each change says the field was before: a replica's tables
 * are the fold of all it had seen, so an author who saw another value than the latest before theirs had not seen that one.
 * Of rows that are one since, what each said of a field counts as if it had been written in one row.
 * Equal values are no conflict; one that was written by who then wrote the standing one, or given up for it by its author,
 * is none either, nor one that a `decision` gave up.
 *
 * @param options.after only what comes after this row
 * @param options.only only conflicts of these rows
 * @param options.limit no more rows than that have conflicts
 */
export function conflictsOf(
  reads: Reads,
  { after, only, limit = Infinity }: { after?: Key; only?: readonly Key[]; limit?: number } = {},
): Conflict[] {
  const view = new View(reads);
  const twins = new Twins(view);
  const rows = only ?? inOrder([...severalWrote(reads, after), ...joinedRows(view, twins, after)]);
  const givenUp = givenUpIn(reads);
  const takenBack = decisionsTakenBack(reads);
  const authors = new Authors(reads);
  const written = (change: OrderedChange & { value?: Value }) => authors.told(change);
  const conflicts: Conflict[] = [];
  let found = 0;
  for (let from = 0; from < rows.length && found < limit;) {
    const table = rows[from]?.table ?? '';
    let to = from;
    while (to < rows.length && to - from < chunk && rows[to]?.table === table) to += 1;
    const ids = JSON.stringify(rows.slice(from, to).map(({ id }) => id));
    const there = new Map(
      reads
        .all<Fields & { id: string }>(
          `SELECT * FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`,
          ids,
        )
        .map((row) => [row.id, row]),
    );
    const changes = reads.all<OrderedChange>(
      orderedChanges('c.table_name = ? AND c.row_id IN (SELECT value FROM json_each(?))'),
      table,
      ids,
    );
    for (const ofRow of byRow(changes)) {
      const id = ofRow[0]?.rowId ?? '';
      const row = there.get(id);
      if (row === undefined || found >= limit) continue;
      const before = conflicts.length;
      const key = { table, id };
      const gone = twins.of(key);
      const isGiven = (field: string, { hash }: OrderedChange) =>
        [id, ...gone].some((one) => givenUp.get(`${table} ${one} ${field}`)?.has(hash) === true);
      const fields =
        gone.length > 0 || table === 'name'
          ? standingOf(view, twins, key, takenBack)
          : standing(ofRow, takenBack);
      for (const [field, [stands, ...others]] of fields) {
        const open = others.filter((other) => !isGiven(field, other));
        if (stands === undefined || open.length === 0) continue;
        conflicts.push({ ...key, field, stands: written(stands), others: open.map(written) });
      }
      const kept = keptAgainst(reads, row, ofRow);
      const open = kept?.deletions.filter((deletion) => !isGiven('', deletion)) ?? [];
      if (kept !== null && open.length > 0) {
        const deleted = (one: OrderedChange) => ({ ...written(one), deleted: true });
        const others = open.toReversed().map(deleted);
        conflicts.push({ ...key, field: '', stands: written(kept.by), others });
      }
      if (conflicts.length > before) found += 1;
    }
    from = to;
  }
  return conflicts;
}

/**
 * The rows of which conflicts are to be looked for again when something is said of these: those that stay for them, and of
 * names the others of their entities.
 */
export function concernedBy(reads: Reads, keys: readonly Key[]): Key[] {
  const view = new View(reads);
  const twins = new Twins(view);
  return inOrder(
    keys.flatMap(({ table, id }) => {
      const key = { table, id: twins.staying(table, id) };
      const entity = table === 'name' ? view.row(key)?.['entity_id'] : undefined;
      const names = typeof entity === 'string' ? view.find('name', { entity_id: entity }) : [];
      return [{ table, id }, key, ...names.map((name) => ({ table, id: name }))];
    }),
  );
}

/** Rows that stay for others, and names whose kind merges changed, after a place in the order of tables and ids. */
function joinedRows(view: View, twins: Twins, after: Key | undefined): Key[] {
  return [...twins.all(), ...view.settledNames()].filter(
    ({ table, id }) =>
      after === undefined || table > after.table || (table === after.table && id > after.id),
  );
}

/** Each once, by table and id. */
function inOrder(keys: readonly Key[]): Key[] {
  const byName = new Map(keys.map((key) => [`${key.table} ${key.id}`, key]));
  return [...byName.values()].toSorted(
    (one, other) => compared(one.table, other.table) || compared(one.id, other.id),
  );
}

function compared(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Rows that people wrote to in several files, in the order of tables and ids. */
function severalWrote(reads: Reads, after: Key | undefined): Key[] {
  return reads.all<Key>(
    `SELECT c.table_name AS "table", c.row_id AS id FROM change c
     JOIN change_set s ON s.id = c.change_set_id
     WHERE s.label NOT IN (?, ?) AND (c.table_name, c.row_id) > (?, ?) AND ${heard}
     GROUP BY c.table_name, c.row_id HAVING count(DISTINCT s.replica) > 1 ORDER BY 1, 2`,
    settling,
    extracting,
    after?.table ?? '',
    after?.id ?? '',
  );
}

/**
 * Of a row that came back in a merge: who took it away, since it was last put there, and the write that it came back for, or
 * the last one if it came back for what hangs on it. Null for a row that nobody took away, or that went with another one
 * that is back, too: that one is asked about.
 */
function keptAgainst(
  reads: Reads,
  row: Fields,
  changes: readonly OrderedChange[],
): { by: OrderedChange; deletions: OrderedChange[] } | null {
  let deletions: OrderedChange[] = [];
  let by: OrderedChange | undefined;
  for (const change of changes) {
    if (change.operation === 'delete') {
      // What a merge took away, as the twin of another, is nobody's act.
      if (change.label !== settling) deletions.push(change);
    } else if (change.label !== settling && change.label !== extracting) {
      if (change.operation === 'insert') deletions = [];
      by = change;
    } else {
      by ??= change;
    }
  }
  const own = deletions.filter((change) => !wentWithParent(reads, row, change));
  return by === undefined || own.length === 0 ? null : { by, deletions: own };
}

function wentWithParent(reads: Reads, row: Fields, { set, tableName }: OrderedChange): boolean {
  return leadsTo(tableName, row).some(
    ({ reference, id }) =>
      reads.one(
        `SELECT 1 FROM change WHERE change_set_id = ? AND table_name = ? AND row_id = ? AND operation = 'delete'`,
        set,
        reference.parent,
        id,
      ) !== undefined,
  );
}

/** What somebody wrote, with who it was. */
class Authors {
  readonly #reads: Reads;
  readonly #known = new Map<number, Actor>();

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  told({ clock, replica, set, hash, rowId, ...write }: OrderedChange & { value?: Value }): Written {
    return {
      value: write.value ?? null,
      deleted: false,
      by: this.#of(set),
      at: new Date(readingTime(clock)).toISOString(),
      replica,
      changeSet: set,
      hash,
      row: rowId,
    };
  }

  #of(set: number): Actor {
    const known = this.#known.get(set);
    if (known !== undefined) return known;
    const found = this.#reads.one<{ actor: string }>(
      'SELECT actor FROM change_set WHERE id = ?',
      set,
    );
    const actor = Actor.parse(JSON.parse(found?.actor ?? ''));
    this.#known.set(set, actor);
    return actor;
  }
}
