import { fieldsOf } from '../foreign-changes.ts';
import { settling, unmerging, type Fields } from './fold.ts';
import { madeUpId } from './made-up-id.ts';
import { references, type Key } from './references.ts';
import { saidByTwins } from './twin-fields.ts';
import type { View } from './view.ts';

/** Columns that say what a row is of: two rows with the same of them are twins. Of facts, one of three leads to it. */
const sameIn: Readonly<Record<string, readonly string[]>> = {
  excerpt: ['source_id', 'text_sha256', 'start', 'end'],
  name: ['entity_id', 'value'],
  evidence: ['name_id', 'attribute_id', 'link_id', 'excerpt_id'],
  resolution: ['first_id', 'second_id'],
  photo: ['entity_id', 'sha256'],
};

/**
 * Which rows went because they say the same of the same as one that stays, in this merge or in an earlier one. Nobody wrote
 * that down: it is told by what they are, as it was when they were joined, so that it is known alike wherever both are known.
 */
export class Twins {
  readonly #view: View;
  /** By table and id of one that went, the id of the one that stays. */
  readonly #stays = new Map<string, string>();
  /** By table and id of one that stays, the ids of those that went. */
  readonly #gone = new Map<string, string[]>();

  /** @param view of the journal, or of a merge that is worked out */
  constructor(view: View) {
    this.#view = view;
    for (const { table, stays, gone } of view.joined) this.#stays.set(`${table} ${gone}`, stays);
    const byTable = Map.groupBy(view.settledAway(Object.keys(saidByTwins)), ({ table }) => table);
    // Parents before what hangs on them: a passage is known by its source.
    for (const table of Object.keys(saidByTwins)) {
      const keys = (byTable.get(table) ?? []).filter((key) => view.row(key) === null);
      view.preload(keys);
      for (const key of keys) {
        if (this.#stays.has(`${table} ${key.id}`)) continue;
        const stays = this.#findStaying(key);
        if (stays !== undefined) this.#stays.set(`${table} ${key.id}`, stays);
      }
    }
    for (const name of this.#stays.keys()) {
      const [table = '', id = ''] = name.split(' ');
      const stays = this.staying(table, id);
      if (view.row({ table, id: stays }) === null) continue;
      const above = `${table} ${stays}`;
      this.#gone.set(above, [...(this.#gone.get(above) ?? []), id]);
    }
  }

  /** Every row that stays for others. */
  all(): Key[] {
    return [...this.#gone.keys()].map((name) => {
      const [table = '', id = ''] = name.split(' ');
      return { table, id };
    });
  }

  /** The ids of the rows that one stays for, in order. */
  of({ table, id }: Key): string[] {
    return (this.#gone.get(`${table} ${id}`) ?? []).toSorted();
  }

  /** The id of the row that stays for one; its own if it did not go. */
  staying(table: string, id: string): string {
    let at = id;
    const seen = new Set<string>();
    for (let next = this.#stays.get(`${table} ${at}`); next !== undefined && !seen.has(at);) {
      seen.add(at);
      at = next;
      next = this.#stays.get(`${table} ${at}`);
    }
    return at;
  }

  /** A value of a column, led to what stays of what it leads to; null where that is gone. */
  led<V extends Fields[string]>(table: string, column: string, value: V): V | string | null {
    const reference = references.find(
      (one) => one.child === table && one.column === column && one.subject === null,
    );
    if (reference === undefined || typeof value !== 'string') return value;
    const id = this.staying(reference.parent, value);
    return this.#view.row({ table: reference.parent, id }) === null ? null : id;
  }

  #findStaying({ table, id }: Key): string | undefined {
    const state = this.#view.state({ table, id });
    // What its author took away says nothing any more.
    if (state?.deletions.every(({ label }) => [settling, unmerging].includes(label)) !== true) {
      return undefined;
    }
    const { fields } = state;
    if (table === 'source') return this.#findSource(id, fields);
    const values: Record<string, string | number> = {};
    for (const column of sameIn[table] ?? []) {
      const value = this.led(table, column, fields[column] ?? null);
      if (value !== null) values[column] = value;
      else if (table !== 'evidence') return undefined;
    }
    const [found] = this.#view.find(table, values);
    return found ?? this.#findChanged(table, values);
  }

  /** The log of the one that stays has a word of the one that went; without that, it has the same bytes. */
  #findSource(id: string, { sha256 }: Fields): string | undefined {
    const again = this.#view.row({ table: 'custody', id: madeUpId('custody', id) });
    const told = again?.['source_id'];
    if (typeof told === 'string') return told;
    return typeof sha256 === 'string' ? this.#view.find('source', { sha256 })[0] : undefined;
  }

  /** One that was the same, and has been given another span or value since. */
  #findChanged(
    table: string,
    values: Readonly<Record<string, string | number>>,
  ): string | undefined {
    if (table !== 'excerpt' && table !== 'name') return undefined;
    const [[parent, above] = ['', ''], ...own] = Object.entries(values);
    const siblings = this.#view.find(table, { [parent]: above });
    return this.#view.updated(table, siblings).find((id) => {
      const was: Fields = {};
      return this.#view.changesOf({ table, id }).some((change) => {
        for (const [column, [, value]] of Object.entries(fieldsOf(change))) was[column] = value;
        return own.every(([column, value]) => was[column] === value);
      });
    });
  }
}
