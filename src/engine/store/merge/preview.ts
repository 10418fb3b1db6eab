import { getTableName } from 'drizzle-orm';
import { Actor } from '#contract/settings.ts';
import type { ClosedChangeSet } from '../foreign-changes.ts';
import { journaled } from '../schema.ts';
import type { Reads } from '../take-back.ts';
import { stagedNow } from './accept.ts';
import { decisionsTakenBack, givenUpIn } from './decisions.ts';
import type { Fields, Value } from './fold.ts';
import { Incoming } from './incoming.ts';
import type { Key } from './references.ts';
import { resolve, type MergeOptions } from './resolve.ts';
import { standingOf } from './twin-standing.ts';
import { Twins } from './twins-known.ts';
import type { Joined, View } from './view.ts';

/**
 * What a merge would make of a record: it would be new, changed, gone, or there again although it was taken away here; it
 * would stay as it is although others speak of it; it is left out.
 */
export type Outcome = 'new' | 'changed' | 'removed' | 'back' | 'same' | 'leftOut';

/** What a merge would make of one record. */
export interface PreviewRecord extends Key {
  outcome: Outcome;
  /** What it would be; of one that would go, what it is; of one that is left out, what others made of it. */
  row: Fields;
  /** Fields that would be different. */
  fields: { field: string; old: Value; new: Value }[];
  /** Fields that others and somebody here changed without knowing of each other; empty text for the record as a whole. */
  conflicts: string[];
  /** Who changed it; nobody when only the merge itself would. */
  by: Actor[];
}

/** Which records are asked for; each narrows. */
export interface PreviewQuery {
  tables?: readonly string[] | undefined;
  outcomes?: readonly Outcome[] | undefined;
  /** Only records in conflict. */
  conflicting?: boolean | undefined;
  /** Only what this person changed: the key of their installation or, without one, their name. */
  by?: string | undefined;
  offset: number;
  limit: number;
}

interface Entry extends Key {
  outcome: Outcome;
  conflicts: string[];
  by: number[];
}

/**
 * Works out what a merge would do, as the merge itself does, and changes nothing: it needs only to read, in whatever
 * thread. To be closed after use.
 *
 * @param sets the change sets, in any order, or what `stageChangeSets` made of them, which stays to be closed
 * @throws CaseError as `mergeChangeSets`
 */
export function previewMerge(
  reads: Reads,
  sets: Incoming | Iterable<ClosedChangeSet>,
  options: MergeOptions = {},
): MergePreview {
  const incoming = sets instanceof Incoming ? sets : stagedNow(reads, sets);
  try {
    return new MergePreview(reads, incoming, options, incoming !== sets);
  } catch (error) {
    if (incoming !== sets) incoming.close();
    throw error;
  }
}

const tables = Object.values(journaled).map((table) => getTableName(table));

/** A merge that is looked through before it is made. */
export class MergePreview {
  /** Change sets that the case has not seen. */
  readonly taken: number;
  /** Records by table and by what they would be, and how many of them are in conflict. */
  readonly totals: { table: string; outcome: Outcome; count: number; conflicting: number }[];
  /** Who made what comes in: change sets and records of each. */
  readonly people: { by: Actor; sets: number; records: number }[];
  /** Records that say the same of the same: which would stay and which would be one with it. */
  readonly joined: readonly Joined[];
  readonly #view: View;
  readonly #incoming: Incoming;
  readonly #owned: boolean;
  readonly #entries: Entry[];

  constructor(reads: Reads, incoming: Incoming, options: MergeOptions, owned: boolean) {
    this.#incoming = incoming;
    this.#owned = owned;
    const { view, touched } = resolve(reads, incoming, options);
    this.#view = view;
    this.joined = view.joined;
    const authors = incoming.authors();
    this.taken = authors.reduce((sum, { sets }) => sum + sets, 0);
    const numbers = new Map(authors.map(({ actor }, at) => [actor, at]));
    const by = new Map<string, number[]>();
    const records = authors.map(() => 0);
    for (const { table, id, actor } of incoming.authorsByRow()) {
      const at = numbers.get(actor) ?? 0;
      const key = `${table} ${id}`;
      by.set(key, [...(by.get(key) ?? []), at]);
      records[at] = (records[at] ?? 0) + 1;
    }
    this.people = authors.map(({ actor, sets }, at) => ({
      by: Actor.parse(JSON.parse(actor)),
      sets,
      records: records[at] ?? 0,
    }));
    const decided = {
      givenUp: givenUpOf(view, reads),
      takenBack: decisionsTakenBack(reads),
      twins: new Twins(view),
    };
    const told = new Set<string>();
    this.#entries = [];
    for (const table of tables) {
      const ids = [
        ...touched.flatMap((key) => (key.table === table ? [key.id] : [])),
        ...view.concerned(table),
      ].toSorted();
      for (const id of ids) {
        const key = { table, id };
        const name = `${table} ${id}`;
        if (told.has(name)) continue;
        told.add(name);
        const outcome = outcomeOf(view, key);
        // A row that somebody made and took away again is nothing to anybody here.
        if (outcome === null) continue;
        const conflicts = conflictsIn(view, key, outcome, decided);
        this.#entries.push({ ...key, outcome, conflicts, by: by.get(name) ?? [] });
      }
    }
    this.totals = totalsOf(this.#entries);
  }

  /** Records that the merge concerns: parents before what hangs on them, and the oldest first. */
  records(query: PreviewQuery): { items: PreviewRecord[]; total: number } {
    const found = this.#entries.filter((entry) => this.#isAsked(entry, query));
    return {
      items: found
        .slice(query.offset, query.offset + query.limit)
        .map((entry) => this.#told(entry)),
      total: found.length,
    };
  }

  /** Gives the memory back. */
  close(): void {
    if (this.#owned) this.#incoming.close();
  }

  #isAsked(entry: Entry, { tables: wanted, outcomes, conflicting, by }: PreviewQuery): boolean {
    return (
      (wanted === undefined || wanted.includes(entry.table)) &&
      (outcomes === undefined || outcomes.includes(entry.outcome)) &&
      (conflicting !== true || entry.conflicts.length > 0) &&
      (by === undefined ||
        this.#people(entry).some(({ key, name }) => (key === undefined ? name : key) === by))
    );
  }

  #people({ by }: Entry): Actor[] {
    return by.flatMap((at) => this.people[at]?.by ?? []);
  }

  #told(entry: Entry): PreviewRecord {
    const { table, id, outcome, conflicts } = entry;
    const before = this.#view.tableRow(entry);
    const after =
      outcome === 'leftOut' ? { id, ...this.#view.incomingFields(entry) } : this.#view.row(entry);
    return {
      table,
      id,
      outcome,
      row: after ?? before ?? { id },
      fields: differences(before ?? {}, after ?? {}),
      conflicts,
      by: this.#people(entry),
    };
  }
}

/** Null for a row that neither is nor would be there. */
function outcomeOf(view: View, key: Key): Outcome | null {
  if (view.isLeft(key) && !view.isTouched(key)) return 'leftOut';
  const before = view.tableRow(key);
  const after = view.row(key);
  if (before === null) {
    if (after === null) return null;
    return view.stateBefore(key)?.made === true ? 'back' : 'new';
  }
  if (after === null) return 'removed';
  return differences(before, after).length === 0 ? 'same' : 'changed';
}

function differences(before: Fields, after: Fields): PreviewRecord['fields'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    return field === 'id' || old === now ? [] : [{ field, old, new: now }];
  });
}

/** The change sets that were given up, here or by others, by table, id and field. */
function givenUpOf(view: View, reads: Reads): ReadonlyMap<string, ReadonlySet<string>> {
  const givenUp = givenUpIn(reads);
  for (const { row } of view.changed('decision')) {
    if (row === null) continue;
    const { subject_table: table, subject_id: id, field, over } = row;
    const name = `${String(table)} ${String(id)} ${String(field)}`;
    givenUp.set(name, new Set([...(givenUp.get(name) ?? []), ...hashesIn(over)]));
  }
  return givenUp;
}

function hashesIn(over: Value | undefined): string[] {
  try {
    const parsed: unknown = JSON.parse(String(over));
    return Array.isArray(parsed) ? parsed.map(String) : [];
  } catch {
    return [];
  }
}

/** The fields of a row that what comes in is in conflict with. */
function conflictsIn(
  view: View,
  key: Key,
  outcome: Outcome,
  {
    givenUp,
    takenBack,
    twins,
  }: {
    givenUp: ReadonlyMap<string, ReadonlySet<string>>;
    takenBack: ReadonlySet<string>;
    twins: Twins;
  },
): string[] {
  if (outcome === 'removed' || outcome === 'leftOut') return [];
  const { table, id } = key;
  const ids = [id, ...twins.of(key)];
  // What is only theirs, or only ours, is no conflict between us: what is new to us may be one with something of ours.
  const isOurs = outcome !== 'new';
  if (!isOurs && ids.length === 1 && table !== 'name') return [];
  const isTold = ids.some((one) => view.isTouched({ table, id: one }));
  if (!isTold && !(table === 'name' && isChanged(view, key))) return [];
  const found: string[] = [];
  for (const [field, [stands, ...others]] of standingOf(view, twins, key, takenBack)) {
    const open = others.filter(
      ({ hash }) => !ids.some((one) => givenUp.get(`${table} ${one} ${field}`)?.has(hash) === true),
    );
    const sides = stands === undefined ? [] : [stands, ...open];
    const comeIn = sides.filter(({ set }) => view.comesIn(set));
    if (open.length > 0 && comeIn.length > 0 && (isOurs || comeIn.length < sides.length)) {
      found.push(field);
    }
  }
  if (isOurs && isTold && view.state(key)?.there === false) found.push('');
  return found;
}

/** Whether a row is to be something else than it is. */
function isChanged(view: View, key: Key): boolean {
  return differences(view.tableRow(key) ?? {}, view.row(key) ?? {}).length > 0;
}

function totalsOf(entries: readonly Entry[]): MergePreview['totals'] {
  const totals = new Map<string, MergePreview['totals'][number]>();
  for (const { table, outcome, conflicts } of entries) {
    const key = `${table} ${outcome}`;
    const total = totals.get(key) ?? { table, outcome, count: 0, conflicting: 0 };
    total.count += 1;
    if (conflicts.length > 0) total.conflicting += 1;
    totals.set(key, total);
  }
  return [...totals.values()];
}
