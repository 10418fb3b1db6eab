import type { ChangeSetRecord } from '../journal.ts';
import { journaledTables, layouts, rowOf, type Layout, type Row } from './layout.ts';
import type { Value } from './record.ts';
import type { Place, Survey } from './survey.ts';
import type { Cell } from './tree-page.ts';

/** A change set without its changes. */
export type SetRow = Omit<ChangeSetRecord, 'changes'> & { hash: string };

export interface ChangeRow {
  set: number;
  tableName: string;
  rowId: string;
  operation: string;
  fields: string;
}

/** A row of which a range of a replica's change sets said nothing in this file. */
export interface LeftOut {
  tableName: string;
  rowId: string;
  replica: string;
  first: number;
  last: number;
}

/** A segment of a text; its words are read from its place when they are needed. */
export interface SegmentRow {
  start: number;
  kind: string;
  page: number | null;
  place: Place;
}

/** What was found of a journaled table. */
export interface FoundTable {
  /** By id. `stray`: on a page that no table leads to any more. */
  rows: Map<string, { row: Row; stray: boolean }>;
  /** Ids that the table's index speaks of. */
  ids: Set<string>;
  /** Whether nothing of the table itself is lost. */
  whole: boolean;
  /** Whether nothing of its index is lost, so that every row that there was is known by its id. */
  known: boolean;
  /** Rows that may have been there and of which not even the id is known; null when it cannot be told how many. */
  unknown: number | null;
}

/** Tables whose last column may be large, and what stands for it until it is needed. */
const largeColumns: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['blob_chunk', Buffer.alloc(0)],
  ['segment', ''],
]);

/** All that can be read of a case file, as it stands there: nothing is compared yet. */
export class Salvage {
  readonly tables = new Map<string, FoundTable>();
  readonly sets = new Map<number, SetRow>();
  readonly changes = new Map<number, ChangeRow>();
  /** What the indexes say of changes: row and change set, by the change's number. */
  readonly changedRows = new Map<number, { tableName: string; rowId: string }>();
  readonly setsOfChanges = new Map<number, number>();
  /** The highest number of a change set of which anything speaks. */
  lastSet = 0;
  /** What the index of change sets speaks of. */
  readonly setIds = new Set<number>();
  /** Whether something of the journal's tables is lost, and whether nothing of their indexes is. */
  changesBroken = false;
  setsBroken = false;
  changesIndexed = true;
  setsIndexed = true;
  /** Bytes of each blob as `blob` has it. */
  readonly blobs = new Map<string, number>();
  readonly chunks = new Map<string, Map<number, Place>>();
  /** Length of each text as `extracted_text` has it, in UTF-16 code units. */
  readonly texts = new Map<string, number>();
  readonly segments = new Map<string, Map<number, SegmentRow>>();
  /** Blobs and texts that their indexes speak of. */
  readonly blobIds = new Set<string>();
  readonly textIds = new Set<string>();
  /** Whether blobs or texts may have been there of which nothing speaks any more. */
  contentUntold = false;
  /** Contents that the file was known not to have, by SHA-256. */
  readonly withheld = new Set<string>();
  /** Contents of which the file has a part, since they were being written. */
  readonly arriving = new Set<string>();
  /** Change sets that said nothing of a row in this file. */
  readonly leftOut: LeftOut[] = [];
  /** What the file said of itself, as opposed to the case in it. */
  readonly local = new Map<string, string>();
  /** Whether anything at all is lost of tables that hold what cannot be made anew. */
  broken = false;
  readonly #survey: Survey;
  readonly #layouts: ReadonlyMap<string, Layout>;

  constructor(survey: Survey) {
    this.#survey = survey;
    this.#layouts = layouts(survey.version);
    for (const [table, layout] of this.#layouts) this.#readTable(table, layout);
    for (const table of journaledTables) this.#readIds(table);
    for (const { cell } of survey.entries('local')) {
      const [key, value] = survey.record(cell) ?? [];
      if (typeof key === 'string' && typeof value === 'string') this.local.set(key, value);
    }
    for (const [table, known] of [
      ['withheld', this.withheld],
      ['arriving_blob', this.arriving],
    ] as const) {
      for (const { cell } of survey.entries(table)) {
        const [sha256] = survey.record(cell) ?? [];
        if (typeof sha256 === 'string') known.add(sha256);
      }
    }
    this.#readLeftOut();
    this.#readContentIds('blob', this.blobIds);
    this.#readContentIds('extracted_text', this.textIds);
    this.#readJournalIndexes();
    if (this.broken) this.#readStrays();
  }

  /** The words of a segment, or null when part of them is lost. */
  words(segment: SegmentRow): string | null {
    const cell = this.#survey.at(segment.place);
    const value = cell === undefined ? null : this.#survey.record(cell)?.[6];
    return typeof value === 'string' ? value : null;
  }

  /** The bytes of a chunk of a blob, or null when part of them is lost. */
  bytes(place: Place): Buffer | null {
    const cell = this.#survey.at(place);
    const value = cell === undefined ? null : this.#survey.record(cell)?.[2];
    return Buffer.isBuffer(value) ? value : null;
  }

  #readTable(table: string, layout: Layout): void {
    let unfit = 0;
    if (journaledTables.includes(table)) {
      this.tables.set(table, {
        rows: new Map(),
        ids: new Set(),
        whole: true,
        known: true,
        unknown: 0,
      });
    }
    for (const { cell, place } of this.#survey.entries(table)) {
      if (!this.#take(layout, cell, place, false)) unfit += 1;
    }
    const whole = unfit === 0 && this.#survey.tree(table).lost.length === 0;
    if (!whole) this.broken = true;
    if (!whole && table === 'change') this.changesBroken = true;
    if (!whole && table === 'change_set') this.setsBroken = true;
    const found = this.tables.get(table);
    if (found !== undefined) found.whole = whole;
  }

  /** Takes an entry as a row of a table. @returns false when it cannot be one */
  #take(layout: Layout, cell: Cell, place: Place, stray: boolean): boolean {
    const row = this.#rowIn(layout, cell);
    if (row === null) return false;
    this.#keep(layout.table, row, place, stray);
    return true;
  }

  /** An entry as a row of a table, or null when it cannot be one. */
  #rowIn(layout: Layout, cell: Cell): Row | null {
    // Of what is large only the beginning is read; its last column stands empty.
    const last = largeColumns.get(layout.table);
    const width = layout.columns.length;
    if (last !== undefined && this.#survey.width(cell) !== width) return null;
    const values = this.#survey.record(cell, last === undefined ? undefined : width - 1);
    if (values === null) return null;
    if (last !== undefined) values.push(last);
    const row = rowOf(layout, values, cell.rowid);
    return row !== null && layout.fits(row) ? row : null;
  }

  #keep(table: string, row: Row, place: Place, stray: boolean): void {
    const text = (column: string) => String(row[column] ?? '');
    const number = (column: string) => Number(row[column] ?? 0);
    const found = this.tables.get(table);
    if (found !== undefined) {
      if (!stray || !found.rows.has(text('id'))) found.rows.set(text('id'), { row, stray });
      return;
    }
    switch (table) {
      case 'blob':
        this.blobs.set(text('sha256'), number('byte_size'));
        return;
      case 'extracted_text':
        this.texts.set(text('sha256'), number('length'));
        return;
      case 'blob_chunk':
        keepFirst(this.chunks, text('sha256'), number('ordinal'), place);
        return;
      case 'segment': {
        const page = row['page'];
        keepFirst(this.segments, text('text_sha256'), number('ordinal'), {
          start: number('start'),
          kind: text('kind'),
          page: typeof page === 'number' ? page : null,
          place,
        });
        return;
      }
      case 'change_set':
        if (stray && this.sets.has(number('id'))) return;
        this.sets.set(number('id'), {
          replica: text('replica'),
          sequence: number('sequence'),
          clock: text('clock'),
          actor: text('actor'),
          label: text('label'),
          undoes: row['undoes'] === null ? null : text('undoes'),
          previousHash: text('previous_hash'),
          hash: text('hash'),
        });
        this.lastSet = Math.max(this.lastSet, number('id'));
        return;
      case 'change':
        if (stray && this.changes.has(number('id'))) return;
        this.changes.set(number('id'), {
          set: number('change_set_id'),
          tableName: text('table_name'),
          rowId: text('row_id'),
          operation: text('operation'),
          fields: text('fields'),
        });
        this.lastSet = Math.max(this.lastSet, number('change_set_id'));
    }
  }

  #readLeftOut(): void {
    for (const { cell } of this.#survey.entries('left_out')) {
      const [tableName, rowId, replica, first, last] = this.#survey.record(cell) ?? [];
      if (typeof tableName !== 'string' || typeof rowId !== 'string') continue;
      if (typeof replica !== 'string' || typeof first !== 'number' || typeof last !== 'number') {
        continue;
      }
      this.leftOut.push({ tableName, rowId, replica, first, last });
    }
  }

  #readIds(table: string): void {
    const found = this.tables.get(table);
    if (found === undefined) return;
    const index = `sqlite_autoindex_${table}_1`;
    const rowids = new Set<number>();
    found.known = this.#survey.tree(index).lost.length === 0;
    for (const { cell } of this.#survey.entries(index)) {
      const [id, rowid] = this.#survey.record(cell) ?? [];
      if (typeof id !== 'string' || typeof rowid !== 'number') found.known = false;
      else {
        found.ids.add(id);
        rowids.add(rowid);
      }
    }
    if (found.known || found.whole) return;
    found.unknown = 0;
    for (const { after, upTo } of this.#survey.tree(table).lost) {
      if (upTo === null) found.unknown = null;
      else if (found.unknown !== null) {
        found.unknown += upTo - after;
        for (const rowid of rowids) if (rowid > after && rowid <= upTo) found.unknown -= 1;
      }
    }
  }

  #readContentIds(table: string, ids: Set<string>): void {
    const index = `sqlite_autoindex_${table}_1`;
    for (const { cell } of this.#survey.entries(index)) {
      const id = this.#survey.record(cell)?.[0];
      if (typeof id === 'string') ids.add(id);
    }
    const lost = (name: string) => this.#survey.tree(name).lost.length > 0;
    if (lost(index) && lost(table)) this.contentUntold = true;
  }

  #readJournalIndexes(): void {
    const lost = (name: string) => this.#survey.tree(name).lost.length > 0;
    if (lost('change_row') || lost('change_in_set')) this.changesIndexed = false;
    if (lost('change_set_sequence')) this.setsIndexed = false;
    for (const { cell } of this.#survey.entries('change_row')) {
      const [tableName, rowId, id] = this.#survey.record(cell) ?? [];
      if (typeof tableName === 'string' && typeof rowId === 'string' && typeof id === 'number') {
        this.changedRows.set(id, { tableName, rowId });
      } else this.changesIndexed = false;
    }
    for (const { cell } of this.#survey.entries('change_in_set')) {
      const [set, id] = this.#survey.record(cell) ?? [];
      if (typeof set === 'number' && typeof id === 'number') {
        this.setsOfChanges.set(id, set);
        this.lastSet = Math.max(this.lastSet, set);
      } else this.changesIndexed = false;
    }
    for (const { cell } of this.#survey.entries('change_set_sequence')) {
      const id = this.#survey.record(cell)?.[2];
      if (typeof id === 'number') {
        this.setIds.add(id);
        this.lastSet = Math.max(this.lastSet, id);
      } else this.setsIndexed = false;
    }
  }

  /** Rows on pages that no table leads to any more belong to the one table whose rows they all can be. */
  #readStrays(): void {
    for (const page of this.#survey.strays()) {
      const entries = [...this.#survey.onPage(page)];
      const fitting = [...this.#layouts.values()].filter((layout) => {
        // They are told apart by nothing, and are made anew from what they speak of.
        if (layout.table === 'blob' || layout.table === 'extracted_text') return false;
        return entries.every(({ cell }) => this.#rowIn(layout, cell) !== null);
      });
      const [layout] = fitting;
      if (layout === undefined || fitting.length > 1) continue;
      for (const { cell, place } of entries) this.#take(layout, cell, place, true);
    }
  }
}

function keepFirst<T>(map: Map<string, Map<number, T>>, key: string, ordinal: number, value: T) {
  const known = map.get(key) ?? new Map<number, T>();
  if (!known.has(ordinal)) known.set(ordinal, value);
  map.set(key, known);
}
