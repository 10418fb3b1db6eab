/*
 * Pages of SQLite's trees, by https://sqlite.org/fileformat.html#b_tree_pages. Nothing that is read here is believed:
 * every number is checked before it is used, and a cell that does not fit is left out and counted.
 */

/** One entry on a page. What it holds may go on in overflow pages. */
export interface Cell {
  /** Of a row of a table. */
  rowid: number;
  /** Page with what is smaller, on pages inside a tree; else 0. */
  child: number;
  /** Bytes of the record in all. */
  length: number;
  /** The record, or its beginning. */
  local: Buffer;
  /** Where it goes on, or 0. */
  overflow: number;
}

export interface TreePage {
  kind: 'table' | 'index';
  leaf: boolean;
  cells: Cell[];
  /** Entries that the page says it has and that cannot be read. */
  broken: number;
  /** Page with what is larger than all its cells, on pages inside a tree; else 0. */
  right: number;
}

const kinds: ReadonlyMap<number, Pick<TreePage, 'kind' | 'leaf'>> = new Map([
  [2, { kind: 'index', leaf: false }],
  [5, { kind: 'table', leaf: false }],
  [10, { kind: 'index', leaf: true }],
  [13, { kind: 'table', leaf: true }],
]);

/** A page as one of a tree, or null when it is none. @param number from 1 @param usable bytes of it that SQLite uses */
export function readPage(page: Buffer, number: number, usable: number): TreePage | null {
  const at = number === 1 ? 100 : 0;
  const sort = kinds.get(page.readUInt8(at));
  if (sort === undefined) return null;
  const count = page.readUInt16BE(at + 3);
  const pointers = at + (sort.leaf ? 8 : 12);
  const content = page.readUInt16BE(at + 5) || 65_536;
  const afterPointers = pointers + count * 2;
  if (afterPointers > usable || content > usable || content < afterPointers) return null;
  if (page.readUInt8(at + 7) > 60) return null;
  const found: TreePage = {
    ...sort,
    cells: [],
    broken: 0,
    right: sort.leaf ? 0 : page.readUInt32BE(at + 8),
  };
  for (let index = 0; index < count; index += 1) {
    const place = page.readUInt16BE(pointers + index * 2);
    const cell = place < content || place > usable - 4 ? null : readCell(page, place, usable, sort);
    if (cell === null) found.broken += 1;
    else found.cells.push(cell);
  }
  return found;
}

function readCell(
  page: Buffer,
  place: number,
  usable: number,
  { kind, leaf }: Pick<TreePage, 'kind' | 'leaf'>,
): Cell | null {
  let at = place;
  const cell: Cell = { rowid: 0, child: 0, length: 0, local: Buffer.alloc(0), overflow: 0 };
  if (!leaf) {
    cell.child = page.readUInt32BE(at);
    at += 4;
  }
  if (kind === 'table' && !leaf) {
    const rowid = readVarint(page, at, usable);
    return rowid === null ? null : { ...cell, rowid: rowid.value };
  }
  const length = readVarint(page, at, usable);
  if (length === null || length.value < 1) return null;
  at = length.end;
  if (kind === 'table') {
    const rowid = readVarint(page, at, usable);
    if (rowid === null) return null;
    cell.rowid = rowid.value;
    at = rowid.end;
  }
  const most = kind === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  let local = length.value;
  if (local > most) {
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const fitting = least + ((local - least) % (usable - 4));
    local = fitting <= most ? fitting : least;
  }
  const end = at + local;
  const overflows = local < length.value;
  if (end + (overflows ? 4 : 0) > usable) return null;
  return {
    ...cell,
    length: length.value,
    local: page.subarray(at, end),
    overflow: overflows ? page.readUInt32BE(end) : 0,
  };
}

/** A variable-length integer; null when it runs out of the bytes or beyond what a number holds exactly. */
export function readVarint(
  bytes: Buffer,
  from: number,
  limit: number,
): { value: number; end: number } | null {
  let value = 0n;
  for (let step = 0; step < 9; step += 1) {
    const at = from + step;
    if (at >= limit || at >= bytes.length) return null;
    const byte = bytes.readUInt8(at);
    value = step === 8 ? (value << 8n) | BigInt(byte) : (value << 7n) | BigInt(byte & 0x7f);
    if (step === 8 || byte < 0x80) {
      const number = Number(BigInt.asIntN(64, value));
      return Number.isSafeInteger(number) ? { value: number, end: at + 1 } : null;
    }
  }
  return null;
}
