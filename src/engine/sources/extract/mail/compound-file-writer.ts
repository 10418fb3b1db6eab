/** A folder or a file that is to be written into a compound file. */
export type NewEntry =
  | { readonly name: string; readonly entries: readonly NewEntry[] }
  | { readonly name: string; readonly bytes: Uint8Array };

/** Sizes and marks of version 3 ([MS-CFB], 2.1, 2.2). */
const SECTOR = 512;
const MINI_SECTOR = 64;
const MINI_CUTOFF = 4096;
const END_OF_CHAIN = 0xfffffffe;
const TABLE_SECTOR = 0xfffffffd;
const TABLE_LIST_SECTOR = 0xfffffffc;
const NONE = 0xffffffff;
const HEADER_TABLES = 109;
const ENTRY = 128;

/** An entry of the directory that is being written. */
interface Placed {
  readonly name: string;
  readonly type: 1 | 2 | 5;
  readonly bytes: Uint8Array;
  right: number;
  left: number;
  child: number;
  start: number;
}

/** Writes a compound file ([MS-CFB], version 3). @param entries those of its root */
export function writeCompoundFile(entries: readonly NewEntry[]): Uint8Array {
  const directory: Placed[] = [];
  place(directory, { name: 'Root Entry', entries }, 5);
  const streams = directory.filter(({ type }) => type === 2);
  const sectors = new SectorWriter();

  const mini: Uint8Array[] = [];
  const miniTable: number[] = [];
  for (const stream of streams.filter(({ bytes }) => bytes.length < MINI_CUTOFF)) {
    const count = Math.ceil(stream.bytes.length / MINI_SECTOR);
    stream.start = count === 0 ? END_OF_CHAIN : miniTable.length;
    for (let at = 1; at <= count; at += 1) {
      miniTable.push(at === count ? END_OF_CHAIN : miniTable.length + 1);
    }
    mini.push(padded(stream.bytes, MINI_SECTOR));
  }
  for (const stream of streams.filter(({ bytes }) => bytes.length >= MINI_CUTOFF)) {
    stream.start = sectors.add(stream.bytes);
  }
  const miniStream = Buffer.concat(mini);
  const miniStart = sectors.add(miniStream);
  const miniTableStart = sectors.add(numbers(miniTable, SECTOR));
  const [root] = directory;
  if (root !== undefined) {
    root.start = miniStart;
  }
  const directoryStart = sectors.add(directoryBytes(directory, miniStream.length));
  return sectors.finish({
    directoryStart,
    miniTableStart,
    miniTableCount: Math.ceil((miniTable.length * 4) / SECTOR),
  });
}

function place(directory: Placed[], entry: NewEntry, type: 1 | 2 | 5): number {
  const id = directory.length;
  const bytes = 'bytes' in entry ? entry.bytes : new Uint8Array();
  const placed: Placed = {
    name: entry.name.slice(0, 31),
    type,
    bytes,
    left: NONE,
    right: NONE,
    child: NONE,
    start: 0,
  };
  directory.push(placed);
  if ('entries' in entry) {
    const ids = entry.entries
      .toSorted((one, other) => compareNames(one.name, other.name))
      .map((child) => place(directory, child, 'bytes' in child ? 2 : 1));
    placed.child = balance(directory, ids);
  }
  return id;
}

/** Makes a search tree of entries in their order. @returns its root */
function balance(directory: readonly Placed[], ids: readonly number[]): number {
  const middle = Math.floor(ids.length / 2);
  const id = ids[middle];
  const entry = id === undefined ? undefined : directory[id];
  if (id === undefined || entry === undefined) {
    return NONE;
  }
  entry.left = balance(directory, ids.slice(0, middle));
  entry.right = balance(directory, ids.slice(middle + 1));
  return id;
}

/** The shorter name first ([MS-CFB], 2.6.4). */
function compareNames(one: string, other: string): number {
  const [first, second] = [one.toUpperCase(), other.toUpperCase()];
  return one.length - other.length || (first < second ? -1 : first > second ? 1 : 0);
}

function directoryBytes(directory: readonly Placed[], miniLength: number): Uint8Array {
  const bytes = Buffer.alloc(Math.ceil((directory.length * ENTRY) / SECTOR) * SECTOR);
  for (const [index, entry] of directory.entries()) {
    const at = index * ENTRY;
    const length = bytes.write(entry.name, at, 62, 'utf16le');
    bytes.writeUInt16LE(length + 2, at + 64);
    bytes.writeUInt8(entry.type, at + 66);
    // All nodes black: the tree need not be balanced by colour to be read.
    bytes.writeUInt8(1, at + 67);
    bytes.writeUInt32LE(entry.left, at + 68);
    bytes.writeUInt32LE(entry.right, at + 72);
    bytes.writeUInt32LE(entry.child, at + 76);
    bytes.writeUInt32LE(entry.start, at + 116);
    bytes.writeUInt32LE(entry.type === 5 ? miniLength : entry.bytes.length, at + 120);
  }
  for (let at = directory.length * ENTRY; at < bytes.length; at += ENTRY) {
    bytes.fill(0xff, at + 68, at + 80);
  }
  return bytes;
}

/** The sectors of a file and their table. */
class SectorWriter {
  readonly #content: Uint8Array[] = [];
  readonly #table: number[] = [];

  /** @returns the first of its sectors */
  add(bytes: Uint8Array): number {
    const count = Math.ceil(bytes.length / SECTOR);
    if (count === 0) {
      return END_OF_CHAIN;
    }
    const start = this.#table.length;
    for (let at = 1; at <= count; at += 1) {
      this.#table.push(at === count ? END_OF_CHAIN : start + at);
    }
    this.#content.push(padded(bytes, SECTOR));
    return start;
  }

  finish(places: {
    directoryStart: number;
    miniTableStart: number;
    miniTableCount: number;
  }): Uint8Array {
    const used = this.#table.length;
    const perSector = SECTOR / 4;
    let tables = 0;
    let lists = 0;
    // The table lists its own sectors and those of the list of them, too.
    for (;;) {
      const needed = Math.ceil((used + tables + lists) / perSector);
      const listed = Math.ceil(Math.max(0, needed - HEADER_TABLES) / (perSector - 1));
      if (needed === tables && listed === lists) {
        break;
      }
      tables = needed;
      lists = listed;
    }
    const ids = Array.from({ length: tables }, (_, index) => used + index);
    this.#table.push(...ids.map(() => TABLE_SECTOR));
    this.#table.push(...Array.from({ length: lists }, () => TABLE_LIST_SECTOR));
    const listSectors = Array.from({ length: lists }, (_, index) => {
      const from = HEADER_TABLES + index * (perSector - 1);
      const part = ids.slice(from, from + perSector - 1);
      const next = index + 1 === lists ? END_OF_CHAIN : used + tables + index + 1;
      const filled = [...part, ...Array.from({ length: perSector - 1 - part.length }, () => NONE)];
      return numbers([...filled, next], SECTOR);
    });

    const header = Buffer.alloc(SECTOR);
    header.write('d0cf11e0a1b11ae1', 'hex');
    header.writeUInt16LE(0x3e, 0x18);
    header.writeUInt16LE(3, 0x1a);
    header.writeUInt16LE(0xfffe, 0x1c);
    header.writeUInt16LE(9, 0x1e);
    header.writeUInt16LE(6, 0x20);
    header.writeUInt32LE(tables, 0x2c);
    header.writeUInt32LE(places.directoryStart, 0x30);
    header.writeUInt32LE(MINI_CUTOFF, 0x38);
    header.writeUInt32LE(places.miniTableStart, 0x3c);
    header.writeUInt32LE(places.miniTableCount, 0x40);
    header.writeUInt32LE(lists === 0 ? END_OF_CHAIN : used + tables, 0x44);
    header.writeUInt32LE(lists, 0x48);
    for (let at = 0; at < HEADER_TABLES; at += 1) {
      header.writeUInt32LE(ids[at] ?? NONE, 0x4c + at * 4);
    }
    return Buffer.concat([header, ...this.#content, numbers(this.#table, SECTOR), ...listSectors]);
  }
}

/** Numbers as bytes, filled up with free ones. */
function numbers(values: readonly number[], multiple: number): Uint8Array {
  const bytes = Buffer.alloc(Math.ceil((values.length * 4) / multiple) * multiple, 0xff);
  for (const [index, value] of values.entries()) {
    bytes.writeUInt32LE(value, index * 4);
  }
  return bytes;
}

function padded(bytes: Uint8Array, multiple: number): Uint8Array {
  const length = Math.ceil(bytes.length / multiple) * multiple;
  return length === bytes.length ? bytes : Buffer.concat([bytes], length);
}
