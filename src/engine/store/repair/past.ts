import { changeSetHash } from '../journal.ts';
import { compareChanges, type OrderedChange } from '../merge/index.ts';
import { columnsOverTime, fieldsOfTable } from './layout.ts';
import { folded, played, unplayed, type Played } from './played.ts';
import type { ChangeRow, Salvage, SetRow } from './salvage.ts';

/** Bytes that are hashed at most to find what a change set was. */
const mostHashed = 500_000_000;
/** Changes of one set that are doubted at most. */
const mostDoubted = 10;

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
  /** Whether the file may have taken in others' changes, so that its journal is not in the order of the fold. */
  readonly hasMerged: boolean;
  readonly #salvage: Salvage;
  readonly #authentic = new Set<number>();
  readonly #bySet = new Map<number, Numbered[]>();
  readonly #byRow = new Map<string, { id: number; change: ChangeRow | null }[]>();
  #lastDoubt = 0;

  constructor(salvage: Salvage) {
    this.#salvage = salvage;
    this.hasMerged = this.#hasMerged();
    this.#gather();
    this.#restoreChanges();
    for (const [id, set] of salvage.sets) {
      if (this.#holds(set, this.#bySet.get(id) ?? [])) this.#authentic.add(id);
    }
    this.kept = this.#chain();
    this.known = salvage.lastSet;
    const cut = this.#isCut();
    this.whole = this.kept > 0 && this.kept === this.known && !cut;
    for (let id = 1; id <= this.known; id += 1) if (!this.#authentic.has(id)) this.#lastDoubt = id;
    if (cut) this.#lastDoubt = Infinity;
  }

  /** Whether every change of which anything is left is there to be read, so that none of a row is missing unknown. */
  get changesKnown(): boolean {
    return this.#salvage.changesIndexed || !this.#salvage.changesBroken;
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
    const isHeard = heardIn(this.#salvage);
    for (const [key, changes] of this.#byRow) {
      const [table = '', id = ''] = key.split(' ', 2);
      const ordered = this.hasMerged ? this.#inOrder(changes) : null;
      if (ordered === null) {
        const known = played(id, changes);
        // In what order its changes count is not known of all of them.
        yield { table, id, played: this.hasMerged ? { ...known, complete: false } : known };
      } else {
        const heard = ordered.filter(isHeard);
        if (heard.length > 0) yield { table, id, played: folded(id, heard) };
      }
    }
  }

  #hasMerged(): boolean {
    const replicas = new Set([...this.#salvage.sets.values()].map(({ replica }) => replica));
    return replicas.size > 1 || this.#salvage.leftOut.length > 0;
  }

  /** Changes of a row in the order of the fold, or null when one of them or its change set is lost. */
  #inOrder(changes: readonly { id: number; change: ChangeRow | null }[]): OrderedChange[] | null {
    const ordered: OrderedChange[] = [];
    for (const { change } of changes) {
      const set = change === null ? undefined : this.#salvage.sets.get(change.set);
      if (change === null || set === undefined) return null;
      const { clock, replica, sequence, label, hash } = set;
      ordered.push({ ...change, clock, replica, sequence, label, hash });
    }
    return ordered.toSorted(compareChanges);
  }

  /** Whether a gesture that cannot be read, or not be believed, may have touched a row after the journal leaves it. */
  mayHaveChanged({ last }: Played): boolean {
    // What came in by a merge may count later than what was there before it came.
    return this.#lastDoubt >= last || (this.hasMerged && this.#lastDoubt > 0);
  }

  /** Whether the journal may have gone on beyond what is known of it. */
  #isCut(): boolean {
    const { changes, sets, setsOfChanges, setIds } = this.#salvage;
    const { changesBroken, changesIndexed, setsBroken, setsIndexed } = this.#salvage;
    const changesThere = changesIndexed && [...setsOfChanges.keys()].every((id) => changes.has(id));
    const setsThere = setsIndexed && [...setIds].every((id) => sets.has(id));
    return (changesBroken && !changesThere) || (setsBroken && !setsThere);
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
   * the change set then has its hash: so what is restored is proved to be what was there. In the same way changes are
   * mended that can be read and are not what they were.
   */
  #restoreChanges(): void {
    const { sets, setsOfChanges, changes } = this.#salvage;
    const lost = new Map<number, number[]>();
    for (const [id, set] of setsOfChanges) {
      if (changes.has(id)) continue;
      lost.set(set, [...(lost.get(set) ?? []), id]);
    }
    for (const [id, set] of sets) {
      const there = this.#bySet.get(id) ?? [];
      if (this.#holds(set, there)) continue;
      const found = this.#restored(id, set, there, lost.get(id) ?? []);
      if (found !== undefined) this.#believe(id, found);
    }
  }

  #restored(
    id: number,
    set: SetRow,
    there: readonly Numbered[],
    missing: readonly number[],
  ): Numbered[] | undefined {
    const rebuilt = missing.map((number) => this.#rebuilt(number, id));
    if (rebuilt.some((candidates) => candidates.length === 0)) return undefined;
    const doubted = there.flatMap((change): { at: number; candidates: Numbered[] }[] => {
      const candidates = this.#rebuilt(change.id, id).filter(({ fields, operation }) => {
        return fields !== change.fields || operation !== change.operation;
      });
      return candidates.length === 0 ? [] : [{ at: change.id, candidates }];
    });
    const bytes = there.reduce((sum, { fields }) => sum + fields.length + 200, 1);
    let tries = Math.ceil(mostHashed / bytes);
    // What several versions of the program could have written was all written by the same.
    const versions = Math.max(
      1,
      ...rebuilt.map(({ length }) => length),
      ...doubted.map(({ candidates }) => candidates.length),
    );
    for (let version = 0; version < versions; version += 1) {
      const pick = (candidates: Numbered[]) => candidates[version] ?? candidates.at(-1);
      const added = rebuilt.flatMap((candidates) => pick(candidates) ?? []);
      for (const chosen of subsets(doubted, mostDoubted)) {
        if (tries === 0) return undefined;
        tries -= 1;
        const mended = new Map(chosen.map(({ at, candidates }) => [at, pick(candidates)]));
        const whole = [
          ...there.map((change) => mended.get(change.id) ?? change),
          ...added,
        ].toSorted((a, b) => a.id - b.id);
        if (this.#holds(set, whole)) return whole;
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
  #rebuilt(id: number, set: number): Numbered[] {
    const about = this.#salvage.changedRows.get(id) ?? this.#salvage.changes.get(id);
    if (about === undefined) return [];
    const { tableName, rowId } = about;
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

/** The subsets of the first few of some things, the smaller ones first. */
function* subsets<T>(things: readonly T[], most: number): Generator<T[], void, undefined> {
  const few = things.slice(0, most);
  const masks = Array.from({ length: 1 << few.length }, (_, mask) => mask);
  const size = (mask: number) => few.filter((_, bit) => (mask >> bit) & 1).length;
  for (const mask of masks.toSorted((a, b) => size(a) - size(b))) {
    yield few.filter((_, bit) => (mask >> bit) & 1);
  }
}

/** Tells of a change whether it says anything of its row in the damaged file. */
function heardIn({ leftOut }: Salvage): (change: OrderedChange) => boolean {
  const ranges = Map.groupBy(leftOut, ({ tableName, rowId }) => `${tableName} ${rowId}`);
  return ({ tableName, rowId, replica, sequence }) =>
    ranges
      .get(`${tableName} ${rowId}`)
      ?.some(
        (range) => range.replica === replica && sequence >= range.first && sequence <= range.last,
      ) !== true;
}
