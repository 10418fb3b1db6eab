import { fieldsOf } from '../foreign-changes.ts';
import { extracting, settling, type OrderedChange } from './fold.ts';
import type { Key } from './references.ts';
import { compareChanges } from './row-changes.ts';
import { isUnseenBy, standing, type Write } from './standing.ts';
import { isSaid, saidByTwins } from './twin-fields.ts';
import type { Twins } from './twins-known.ts';
import type { View } from './view.ts';

type Writes = Map<string, Write[]>;

/**
 * By field of a row that is there, what was written without being seen by who wrote what stands, which comes first; the latest
 * first: in the row itself, in those that are one with it since, and, of a name, in the others of its entity.
 *
 * @param without hashes of change sets that are as if they had never been
 */
export function standingOf(
  view: View,
  twins: Twins,
  key: Key,
  without: ReadonlySet<string>,
): Writes {
  const changes = view.changesOf(key);
  const found: Writes = new Map(standing(changes, without));
  const gone = twins.of(key);
  if (gone.length > 0) {
    for (const field of saidByTwins[key.table] ?? []) {
      const writes = amongTwins(view, twins, { ...key, field, gone }, without);
      if (writes.length > 0) found.set(field, writes);
    }
  }
  if (key.table === 'name') {
    const claim = lostClaim(view, twins, key.id, without);
    if (claim !== null) {
      const [stands, lost] = claim;
      const others = (found.get('kind') ?? []).filter(
        ({ hash, label, value }) =>
          hash !== lost.hash &&
          label !== settling &&
          value !== stands.value &&
          value !== lost.value,
      );
      found.set('kind', [stands, lost, ...others]);
    }
  }
  return found;
}

/**
 * What was written into a field of twins. Before they were joined nobody who wrote in one had seen what stood in another;
 * afterwards one row stands for all, and who writes in it has seen what it said.
 */
function amongTwins(
  view: View,
  twins: Twins,
  { table, id, field, gone }: Key & { field: string; gone: readonly string[] },
  without: ReadonlySet<string>,
): Write[] {
  const led = (value: Write['value']) => {
    const to = twins.led(table, field, value);
    return to === id ? null : to;
  };
  const now = led(view.row({ table, id })?.[field] ?? null);
  const changes = changesOfAll(view, table, [id, ...gone]);
  const joinings = new Joinings(id, gone);
  let writes: Write[] = [];
  let latest: OrderedChange | undefined;
  for (const change of changes) {
    if (without.has(change.hash)) continue;
    const { rowId, operation } = change;
    if (operation === 'delete') {
      joinings.note(change);
      for (const write of writes) if (write.rowId === rowId) write.gone = true;
      continue;
    }
    const pair = fieldsOf(change)[field];
    if (rowId === id && change.label !== settling) latest = change;
    if (pair === undefined || !isSomebodys(view, change, field)) continue;
    const write = { ...change, field, was: led(pair[0]), value: led(pair[1]), gone: false };
    // A merge only says in one of them what somebody said in another.
    if (change.label === settling && writes.some(({ value }) => value === write.value)) continue;
    writes = writes.filter((other) => {
      if (other.rowId === rowId) return isUnseenBy(write, other);
      if (!joinings.areSeen(write, other)) return true;
      return (
        other.replica !== write.replica && other.value !== write.value && other.value !== write.was
      );
    });
    writes.push(write);
  }
  writes.reverse();
  const stands =
    writes.find(({ value }) => value === now) ??
    (latest === undefined ? undefined : { ...latest, field, was: null, value: now, gone: false });
  if (stands === undefined) return [];
  const told = new Set([now]);
  const others = writes.filter(({ value, rowId }) => {
    if (told.has(value) || (rowId !== stands.rowId && !isSaid(table, field, value))) return false;
    told.add(value);
    return true;
  });
  return [stands, ...others];
}

/** By whom rows were joined so far: what they said was seen by who joined them, and by whoever came to know of that. */
class Joinings {
  readonly #id: string;
  readonly #gone: readonly string[];
  readonly #soFar: OrderedChange[] = [];

  /**
   * @param id of the row that stays
   * @param gone ids of the others
   */
  constructor(id: string, gone: readonly string[]) {
    this.#id = id;
    this.#gone = gone;
  }

  note(change: OrderedChange): void {
    if (change.operation === 'delete' && change.label === settling) this.#soFar.push(change);
  }

  /** Whether who wrote something can have known what stood in a row that is another one no more. */
  areSeen(write: OrderedChange, { rowId }: OrderedChange): boolean {
    return this.#soFar.some(
      (joining) =>
        joining.rowId === rowId &&
        (joining.replica === write.replica ||
          (write.rowId === this.#id && this.#isIntoStaying(joining))),
    );
  }

  /** An older row that was still there for who joined two may have been what they were joined in: that is not known. */
  #isIntoStaying({ rowId, replica, sequence }: OrderedChange): boolean {
    return this.#gone.every(
      (older) =>
        older >= rowId ||
        this.#soFar.some(
          (joining) =>
            joining.rowId === older && joining.replica === replica && joining.sequence <= sequence,
        ),
    );
  }
}

function changesOfAll(view: View, table: string, ids: readonly string[]): OrderedChange[] {
  return ids.flatMap((id) => view.changesOf({ table, id })).toSorted(compareChanges);
}

/** Whether a change says what somebody wrote: an extract does only of what nothing else is known of. */
function isSomebodys(view: View, change: OrderedChange, field: string): boolean {
  if (change.operation !== 'insert') return true;
  if (change.label === settling) return false;
  if (change.label !== extracting) return true;
  const state = view.state({ table: change.tableName, id: change.rowId });
  return state?.writtenBy[field]?.set === change.set;
}

/**
 * Two made each another name of one entity the primary one, of which one can be: what became of the one that was to be it,
 * and who wanted that. Who makes a name the primary one, knowing of another, changes that in the same gesture.
 */
function lostClaim(
  view: View,
  twins: Twins,
  id: string,
  without: ReadonlySet<string>,
): [stands: Write, lost: Write] | null {
  const row = view.row({ table: 'name', id });
  const { kind, entity_id: entity } = row ?? {};
  if (typeof kind !== 'string' || kind === 'primary' || typeof entity !== 'string') return null;
  const claim = (name: string) => primaryClaim(view, twins, name, without);
  const lost = claim(id);
  const primary = view
    .find('name', { entity_id: entity })
    .find((other) => view.row({ table: 'name', id: other })?.['kind'] === 'primary');
  const won = primary === undefined ? undefined : claim(primary);
  if (primary === undefined || lost === undefined || won === undefined) return null;
  const touches = (set: number, name: string) =>
    view.changesOf({ table: 'name', id: name }).some((change) => change.set === set);
  if (won.replica === lost.replica || touches(won.set, id) || touches(lost.set, primary)) {
    return null;
  }
  return [{ ...won, value: kind }, lost];
}

/** Who made a name, or one that is one with it since, the primary one, and did not say otherwise later. */
function primaryClaim(
  view: View,
  twins: Twins,
  name: string,
  without: ReadonlySet<string>,
): Write | undefined {
  return [name, ...twins.of({ table: 'name', id: name })]
    .flatMap((id) => kindWritten(view, id, without) ?? [])
    .toSorted(compareChanges)
    .findLast(({ value }) => value === 'primary');
}

/** The last kind that a person gave a name. */
function kindWritten(view: View, id: string, without: ReadonlySet<string>): Write | undefined {
  const last = view
    .changesOf({ table: 'name', id })
    .findLast(
      (change) =>
        change.operation !== 'delete' &&
        ![settling, extracting].includes(change.label) &&
        !without.has(change.hash) &&
        'kind' in fieldsOf(change),
    );
  const pair = last === undefined ? undefined : fieldsOf(last)['kind'];
  return last === undefined || pair === undefined
    ? undefined
    : { ...last, field: 'kind', was: pair[0], value: pair[1], gone: false };
}
