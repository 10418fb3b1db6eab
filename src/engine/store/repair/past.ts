import { fieldsOf } from '../foreign-changes.ts';
import { changeSetHash } from '../journal.ts';
import { columnsOverTime, fieldsOfTable, type Row } from './layout.ts';
import type { ChangeRow, Salvage, SetRow } from './salvage.ts';

/** A row as the journal leaves it. */
export interface Played {
  /** Null when it was taken away. */
  row: Row | null;
  /** Change set that touched it last. */
  last: number;
  /** Whether every change of it that is known of could be read, from the one that made it on. */
  complete: boolean;
}

/** A change with its number. */
type Numbered = ChangeRow & { id: number };

/**
 * The journal of a damaged file: which of its change sets are as they were made, by their hashes, and what each row was
 * when the last of them was made.
 */
export class Past {
  /** Change sets 1 to `kept` are whole, in their chains, and follow each other without a gap. */
  readonly kept: number;
  /** Change sets that there are known to have been. */
  readonly known: number;
  /** Whether `kept` is all that there ever was. */
  readonly whole: boolean;
  readonly #salvage: Salvage;
  readonly #authentic = new Set<number>();
  readonly #bySet = new Map<number, Numbered[]>();
  readonly #byRow = new Map<string, { id: number; change: ChangeRow | null }[]>();
  #lastDoubt = 0;

  constructor(salvage: Salvage) {
    this.#salvage = salvage;
    this.#gather();
    this.#restoreChanges();
    for (const [id, set] of salvage.sets) {
      if (this.#holds(set, this.#bySet.get(id) ?? [])) this.#authentic.add(id);
    }
    this.kept = this.#chain();
    this.known = salvage.lastSet;
    this.whole = this.kept === this.known && !salvage.journalCut;
    for (let id = 1; id <= this.known; id += 1) if (!this.#authentic.has(id)) this.#lastDoubt = id;
    if (salvage.journalCut) this.#lastDoubt = Infinity;
  }

  /** The change sets that are kept, from the first on. */
  *sets(): Generator<SetRow & { changes: ChangeRow[] }, void, undefined> {
    for (let id = 1; id <= this.kept; id += 1) {
      const set = this.#salvage.sets.get(id);
      if (set !== undefined) yield { ...set, changes: this.#bySet.get(id) ?? [] };
    }
  }

  /** Every row that the journal speaks of, by table and id, as it leaves it. */
  *rows(): Generator<{ table: string; id: string; played: Played }, void, undefined> {
    for (const [key, changes] of this.#byRow) {
      const [table = '', id = ''] = key.split(' ', 2);
      yield { table, id, played: played(id, changes) };
    }
  }

  /** Whether a gesture that cannot be read, or not be believed, may have touched a row after the journal leaves it. */
  mayHaveChanged({ last }: Played): boolean {
    return this.#lastDoubt >= last;
  }

  #gather(): void {
    const { changes, changedRows, setsOfChanges } = this.#salvage;
    const ids = new Set([...changes.keys(), ...changedRows.keys()]);
    for (const id of [...ids].toSorted((a, b) => a - b)) {
      const change = changes.get(id) ?? null;
      const about = change ?? changedRows.get(id);
      if (about === undefined) continue;
      const key = `${about.tableName} ${about.rowId}`;
      const known = this.#byRow.get(key) ?? [];
      known.push({ id, change });
      this.#byRow.set(key, known);
      if (change === null) continue;
      const set = setsOfChanges.get(id) ?? change.set;
      const others = this.#bySet.get(set) ?? [];
      others.push({ ...change, id });
      this.#bySet.set(set, others);
    }
  }

  #holds(set: SetRow, changes: readonly Numbered[]): boolean {
    return changes.length > 0 && changeSetHash({ ...set, changes: [...changes] }) === set.hash;
  }

  /**
   * Changes whose own page is lost, put together again from their row as it was before and after, and believed only when
   * the change set then has its hash: so what is restored is proved to be what was there. In the same way a change is
   * mended that can be read and is not what it was.
   */
  #restoreChanges(): void {
    const { sets, setsOfChanges, changedRows } = this.#salvage;
    const lost = new Map<number, number[]>();
    for (const [id, set] of setsOfChanges) {
      if (this.#salvage.changes.has(id)) continue;
      lost.set(set, [...(lost.get(set) ?? []), id]);
    }
    for (const [id, set] of sets) {
      const there = this.#bySet.get(id) ?? [];
      if (this.#holds(set, there)) continue;
      const missing = lost.get(id) ?? [];
      const rebuilt = missing.flatMap((number): Numbered[][] => {
        const about = changedRows.get(number);
        return about === undefined ? [] : [this.#rebuilt(number, id, about)];
      });
      if (rebuilt.length < missing.length) continue;
      const whole = (added: readonly Numbered[]) =>
        [...there, ...added].toSorted((a, b) => a.id - b.id);
      // Where missing changes can each have been made by several versions of the program, all were by the same.
      const versions = Math.max(1, ...rebuilt.map((candidates) => candidates.length));
      let found: Numbered[] | undefined;
      for (let version = 0; version < versions && found === undefined; version += 1) {
        const added = rebuilt.flatMap(
          (candidates) => candidates[version] ?? candidates.at(-1) ?? [],
        );
        if (added.length === missing.length && this.#holds(set, whole(added))) found = whole(added);
      }
      if (found === undefined && missing.length === 0) found = this.#mended(set, id, there);
      if (found !== undefined) this.#believe(id, found);
    }
  }

  /** A change set of which one change is not what it was, with that change as it must have been. */
  #mended(set: SetRow, id: number, there: readonly Numbered[]): Numbered[] | undefined {
    if (there.length > 2000) return undefined;
    for (const [index, suspect] of there.entries()) {
      const about = this.#salvage.changedRows.get(suspect.id) ?? suspect;
      for (const candidate of this.#rebuilt(suspect.id, id, about)) {
        const changes = there.with(index, candidate);
        if (this.#holds(set, changes)) return changes;
      }
    }
    return undefined;
  }

  #believe(set: number, changes: Numbered[]): void {
    this.#bySet.set(set, changes);
    for (const change of changes) {
      this.#salvage.changes.set(change.id, change);
      const key = `${change.tableName} ${change.rowId}`;
      const known = this.#byRow.get(key) ?? [];
      const at = known.findIndex(({ id }) => id === change.id);
      if (at >= 0) known[at] = { id: change.id, change };
    }
  }

  /** What a change must have been, from what its row was before it and after it. */
  #rebuilt(
    id: number,
    set: number,
    { tableName, rowId }: { tableName: string; rowId: string },
  ): Numbered[] {
    const changes = this.#byRow.get(`${tableName} ${rowId}`) ?? [];
    const at = changes.findIndex((one) => one.id === id);
    const earlier = changes.slice(0, at);
    const later = changes.slice(at + 1);
    if (at < 0 || [...earlier, ...later].some(({ change }) => change === null)) return [];
    const before = earlier.length === 0 ? null : played(rowId, earlier).row;
    const now = this.#salvage.tables.get(tableName)?.rows.get(rowId)?.row ?? null;
    const after = unplayed(now, later);
    if (after === undefined) return [];
    const operation = before === null ? 'insert' : after === null ? 'delete' : 'update';
    const columns = (fieldsOfTable.get(tableName) ?? []).filter(
      (column) => (before?.[column] ?? null) !== (after?.[column] ?? null),
    );
    if (columns.length === 0) return [];
    const written = (kept: readonly string[]): Numbered => ({
      id,
      set,
      tableName,
      rowId,
      operation,
      fields: JSON.stringify(
        Object.fromEntries(
          kept.map((column) => [column, [before?.[column] ?? null, after?.[column] ?? null]]),
        ),
      ),
    });
    const candidates = columnsOverTime(tableName).map((known) =>
      columns.filter((column) => known.includes(column)),
    );
    return candidates
      .filter((list, at) => list.length > 0 && list.length !== candidates[at - 1]?.length)
      .map(written);
  }

  #chain(): number {
    const heads = new Map<string, { sequence: number; hash: string }>();
    let lastChange = 0;
    for (let id = 1; ; id += 1) {
      const set = this.#salvage.sets.get(id);
      if (set === undefined || !this.#authentic.has(id)) return id - 1;
      const head = heads.get(set.replica) ?? { sequence: 0, hash: '' };
      if (set.sequence !== head.sequence + 1 || set.previousHash !== head.hash) return id - 1;
      const changes = this.#bySet.get(id) ?? [];
      if (changes.some((change, at) => change.id !== lastChange + 1 + at)) return id - 1;
      lastChange += changes.length;
      heads.set(set.replica, { sequence: set.sequence, hash: set.hash });
    }
  }
}

/** A row after its changes, in their order. */
function played(id: string, changes: readonly { id: number; change: ChangeRow | null }[]): Played {
  const result: Played = {
    row: null,
    last: 0,
    complete: changes[0]?.change?.operation === 'insert',
  };
  for (const { change } of changes) {
    if (change === null) {
      result.complete = false;
      continue;
    }
    result.last = Math.max(result.last, change.set);
    const fields = readFields(change);
    if (fields === null) result.complete = false;
    else if (change.operation === 'delete') {
      result.row = null;
      // What comes after begins anew.
      result.complete = true;
    } else {
      if (change.operation === 'insert') {
        result.row = { id };
        result.complete = true;
      } else if (result.row === null) result.complete = false;
      for (const [column, [, now]] of Object.entries(fields)) {
        result.row = { ...result.row, [column]: now };
      }
    }
  }
  return result;
}

/** A row before its later changes, given what it is now; undefined when that cannot be told. */
function unplayed(
  now: Row | null,
  later: readonly { change: ChangeRow | null }[],
): Row | null | undefined {
  let row = now;
  for (const { change } of later.toReversed()) {
    const fields = change === null ? null : readFields(change);
    if (change === null || fields === null) return undefined;
    if (change.operation === 'insert') {
      row = null;
      continue;
    }
    if (row === null && change.operation === 'update') return undefined;
    row = { ...row };
    for (const [column, [was]] of Object.entries(fields)) row[column] = was;
  }
  return row;
}

function readFields(change: ChangeRow): ReturnType<typeof fieldsOf> | null {
  try {
    return fieldsOf(change);
  } catch {
    return null;
  }
}
