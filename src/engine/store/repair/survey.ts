import type { PageFile } from './page-file.ts';
import { readRecord, widthOfRecord, type Value } from './record.ts';
import { readPage, type Cell, type TreePage } from './tree-page.ts';

/** Where an entry stands: page, and which of its entries. */
export interface Place {
  page: number;
  index: number;
}

/** What can be reached of a tree. */
export interface Tree {
  /** Its pages that hold entries, in order. */
  pages: number[];
  /** Stretches of row numbers of which something is lost; `upTo` is null where the end is not known. */
  lost: { after: number; upTo: number | null }[];
}

/** Deepest tree that is followed; one of a thousand million pages is not so deep. */
const deepest = 24;

function isSchemaRow(row: Value[] | null): boolean {
  if (row?.length !== 5) return false;
  const [type, name, on, root] = row;
  const sort = type === 'table' || type === 'index' || type === 'view' || type === 'trigger';
  return sort && typeof name === 'string' && typeof on === 'string' && typeof root === 'number';
}

/** Which pages of a case file belong to which table or index, as far as that can still be told. */
export class Survey {
  /** Number of migrations that the file has had, or null when its first page is lost. */
  readonly version: number | null;
  /** Pages that should hold something and hold nothing that can be read. */
  readonly unreadable = new Set<number>();
  readonly #pages: PageFile;
  readonly #roots = new Map<string, number>();
  readonly #reached = new Set<number>();
  readonly #trees = new Map<string, Tree>();
  readonly #free: ReadonlySet<number>;

  constructor(pages: PageFile) {
    this.#pages = pages;
    const first = pages.read(1);
    const version = first?.readUInt32BE(60) ?? 0;
    this.version = version > 0 && version < 1000 ? version : null;
    for (let number = 1; number <= pages.count; number += 1) {
      // What is beyond the end of the file is known to be gone, whatever it held.
      if (number > pages.there) this.unreadable.add(number);
    }
    const schema = this.#walk('sqlite_schema', 1);
    for (const { cell } of this.#cells(schema)) this.#noteRoot(cell);
    this.#free = this.#freePages();
    if (schema.lost.length > 0) this.#findSchema();
  }

  /** Takes note of where a table or index begins, if that is what an entry of the schema says. */
  #noteRoot(cell: Cell): void {
    const [type, name, , root] = this.record(cell) ?? [];
    if ((type !== 'table' && type !== 'index') || typeof name !== 'string') return;
    if (typeof root !== 'number' || root < 2 || this.#roots.has(name)) return;
    if (this.#page(root)?.kind === type) this.#roots.set(name, root);
  }

  /** Pages of the schema to which nothing leads any more, known by what stands on them. */
  #findSchema(): void {
    for (let number = 2; number <= this.#pages.count; number += 1) {
      if (this.#reached.has(number) || this.#free.has(number)) continue;
      const page = this.#page(number);
      if (page === null || page.kind !== 'table' || !page.leaf || page.cells.length === 0) continue;
      if (!page.cells.every((cell) => isSchemaRow(this.record(cell)))) continue;
      this.#reached.add(number);
      for (const cell of page.cells) this.#noteRoot(cell);
    }
  }

  /** What can be reached of a table or index, by its name. */
  tree(name: string): Tree {
    const known = this.#trees.get(name);
    if (known !== undefined) return known;
    return this.#walk(name, this.#roots.get(name) ?? 0);
  }

  /** The entries of a table or index that can be reached. */
  entries(name: string): Generator<{ cell: Cell; place: Place }, void, undefined> {
    return this.#cells(this.tree(name));
  }

  /** The entry at a place. */
  at({ page, index }: Place): Cell | undefined {
    return this.#page(page)?.cells[index];
  }

  /** All that an entry holds, or null when part of it is lost. */
  payload(cell: Cell): Buffer | null {
    if (cell.overflow === 0) return cell.local;
    const parts = [cell.local];
    let missing = cell.length - cell.local.length;
    for (let next = cell.overflow; missing > 0;) {
      const page = this.#pages.read(next);
      if (page === null) {
        if (next > 0 && next <= this.#pages.count) this.unreadable.add(next);
        return null;
      }
      const size = Math.min(missing, this.#pages.usable - 4);
      parts.push(page.subarray(4, 4 + size));
      missing -= size;
      next = page.readUInt32BE(0);
    }
    return Buffer.concat(parts);
  }

  /** The values of an entry; of all of it, or of the first few without reading the others. */
  record(cell: Cell, first?: number): Value[] | null {
    if (first !== undefined) {
      const values = readRecord(cell.local, cell.length, first);
      if (values !== null) return values;
    }
    const bytes = this.payload(cell);
    return bytes === null ? null : readRecord(bytes, cell.length, first);
  }

  /** How many values an entry has. */
  width(cell: Cell): number {
    return widthOfRecord(cell.local, cell.length);
  }

  /**
   * Pages with rows that no table leads to any more. Only those are given that are not known to be free, which would hold
   * what was deleted, or to hold the continuation of an entry.
   *
   * @param tables whose pages are known by now
   */
  *strays(): Generator<number, void, undefined> {
    const continued = new Set<number>();
    for (const tree of this.#trees.values()) {
      for (const { cell } of this.#cells(tree)) this.#follow(cell, continued);
    }
    for (let number = 2; number <= this.#pages.count; number += 1) {
      if (this.#reached.has(number) || this.#free.has(number) || continued.has(number)) continue;
      const page = this.#page(number);
      if (page !== null && page.kind === 'table' && page.leaf && page.cells.length > 0) {
        yield number;
      }
    }
  }

  /** The entries of one page. */
  *onPage(number: number): Generator<{ cell: Cell; place: Place }, void, undefined> {
    for (const [index, cell] of (this.#page(number)?.cells ?? []).entries()) {
      yield { cell, place: { page: number, index } };
    }
  }

  #page(number: number): TreePage | null {
    const bytes = this.#pages.read(number);
    return bytes === null ? null : readPage(bytes, number, this.#pages.usable);
  }

  *#cells(tree: Tree): Generator<{ cell: Cell; place: Place }, void, undefined> {
    for (const page of tree.pages) yield* this.onPage(page);
  }

  #follow(cell: Cell, continued: Set<number>): void {
    let missing = cell.length - cell.local.length;
    for (let next = cell.overflow; next > 0 && missing > 0 && !continued.has(next);) {
      continued.add(next);
      missing -= this.#pages.usable - 4;
      next = this.#pages.read(next)?.readUInt32BE(0) ?? 0;
    }
  }

  #walk(name: string, root: number): Tree {
    const tree: Tree = { pages: [], lost: [] };
    this.#trees.set(name, tree);
    let kind: TreePage['kind'] | undefined;
    const visit = (number: number, low: number, high: number | null, depth: number): void => {
      const page = depth > deepest || this.#reached.has(number) ? null : this.#page(number);
      kind ??= page?.kind;
      if (page === null || page.kind !== kind) {
        if (number > 0 && number <= this.#pages.count && !this.#reached.has(number)) {
          this.unreadable.add(number);
        }
        tree.lost.push({ after: low, upTo: high });
        return;
      }
      this.#reached.add(number);
      if (page.broken > 0) tree.lost.push({ after: low, upTo: high });
      if (page.leaf || kind === 'index') tree.pages.push(number);
      if (page.leaf) return;
      let from = low;
      for (const { child, rowid } of page.cells) {
        const upTo = kind === 'index' ? null : rowid;
        if (upTo !== null && (upTo < from || (high !== null && upTo > high))) {
          tree.lost.push({ after: from, upTo: high });
          continue;
        }
        visit(child, from, upTo, depth + 1);
        from = upTo ?? 0;
      }
      visit(page.right, from, high, depth + 1);
    };
    visit(root, 0, null, 0);
    return tree;
  }

  /** The pages that are not in use, by the list that begins on the first; as far as it can be followed. */
  #freePages(): ReadonlySet<number> {
    const free = new Set<number>();
    let trunk = this.#pages.read(1)?.readUInt32BE(32) ?? 0;
    while (trunk > 1 && trunk <= this.#pages.count && !free.has(trunk)) {
      const page = this.#pages.read(trunk);
      if (page === null || this.#reached.has(trunk)) break;
      const count = page.readUInt32BE(4);
      if (count > this.#pages.usable / 4 - 2) break;
      free.add(trunk);
      for (let index = 0; index < count; index += 1) free.add(page.readUInt32BE(8 + index * 4));
      trunk = page.readUInt32BE(0);
    }
    for (const number of free) this.unreadable.delete(number);
    return free;
  }
}
