import { CaseError } from '#contract/error.ts';

/** A folder of a compound file. */
export interface Storage {
  readonly kind: 'storage';
  readonly name: string;
  readonly entries: readonly (Storage | Stream)[];
}

/** A file of a compound file; `bytes` are read when they are asked for. */
export interface Stream {
  readonly kind: 'stream';
  readonly name: string;
  readonly size: number;
  /** @throws CaseError `source.truncated` where they are not in the file */
  bytes(): Uint8Array;
}

/** Numbers of sectors that are none ([MS-CFB], 2.1). */
const LAST_SECTOR = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const NO_ENTRY = 0xffffffff;

const ENTRY = 128;
const STORAGE = 1;
const STREAM = 2;

/** Storages within storages: messages within messages, a few each. What is deeper is not looked at. */
const DEEPEST = 100;

/** An entry of the directory. */
interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/**
 * A compound file ([MS-CFB]), the container of Outlook's messages. Every chain and tree in it is followed no further than it
 * can go: a sector or an entry that comes a second time ends the reading.
 */
export class CompoundFile {
  readonly root: Storage;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #miniSize: number;
  readonly #miniCutoff: number;
  readonly #table: readonly number[];
  readonly #miniTable: readonly number[];
  readonly #miniStream: Uint8Array;
  readonly #entries: readonly Entry[];

  /** @throws CaseError `source.truncated` where its tables are not in it, `source.failed` {reason} */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#short(0x1e);
    const miniShift = this.#short(0x20);
    if ((shift !== 9 && shift !== 12) || miniShift !== 6) {
      throw new CaseError('source.failed', { reason: 'no compound file' });
    }
    this.#sectorSize = 2 ** shift;
    this.#miniSize = 2 ** miniShift;
    this.#miniCutoff = this.#long(0x38);
    this.#table = this.#readTable();
    this.#miniTable = this.#numbers(this.#stream(this.#long(0x3c)));
    this.#entries = this.#readDirectory(shift === 9);
    const [root] = this.#entries;
    if (root === undefined) {
      throw new CaseError('source.truncated');
    }
    this.#miniStream = this.#stream(root.start).subarray(0, root.size);
    this.root = this.#storage(root, new Set([0]), 0);
  }

  /** The table of sectors, from those that the header and the chain after it name. */
  #readTable(): number[] {
    const perSector = this.#sectorSize / 4;
    const most = Math.ceil(this.#bytes.length / this.#sectorSize / perSector) + 1;
    const sectors: number[] = [];
    for (let at = 0; at < 109; at += 1) {
      sectors.push(this.#long(0x4c + at * 4));
    }
    let next = this.#long(0x44);
    for (let count = 0; next < LAST_SECTOR && count <= most; count += 1) {
      const numbers = this.#numbers(this.#sector(next));
      sectors.push(...numbers.slice(0, -1));
      next = numbers.at(-1) ?? END_OF_CHAIN;
    }
    const used = sectors.filter((sector) => sector < LAST_SECTOR).slice(0, most);
    return used.flatMap((sector) => this.#numbers(this.#sector(sector)));
  }

  #readDirectory(short: boolean): Entry[] {
    const bytes = this.#stream(this.#long(0x30));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
      const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
      const high = short ? 0 : view.getUint32(at + 124, true);
      entries.push({
        name: Buffer.from(bytes.subarray(at, at + length)).toString('utf16le'),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true) + high * 2 ** 32,
      });
    }
    return entries;
  }

  /** @param seen the entries that are in use already: each stands in one place */
  #storage({ name, child }: Entry, seen: Set<number>, depth: number): Storage {
    const entries: (Storage | Stream)[] = [];
    const waiting = [child];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const entry = id === NO_ENTRY || seen.has(id) ? undefined : this.#entries[id];
      if (entry === undefined) {
        continue;
      }
      seen.add(id);
      waiting.push(entry.right, entry.left);
      if (entry.type === STORAGE && depth < DEEPEST) {
        entries.push(this.#storage(entry, seen, depth + 1));
      } else if (entry.type === STREAM) {
        const bytes = (): Uint8Array => this.#contentOf(entry);
        entries.push({ kind: 'stream', name: entry.name, size: entry.size, bytes });
      }
    }
    // As a reader of the tree would find them: recipients and attachments are numbered.
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    return { kind: 'storage', name, entries };
  }

  #contentOf({ start, size }: Entry): Uint8Array {
    if (size > this.#bytes.length) {
      throw new CaseError('source.truncated');
    }
    const bytes =
      size >= this.#miniCutoff
        ? this.#stream(start, size)
        : this.#chain(start, this.#miniTable, Math.ceil(size / this.#miniSize), (sector) =>
            this.#miniStream.subarray(sector * this.#miniSize, (sector + 1) * this.#miniSize),
          );
    if (bytes.length < size) {
      throw new CaseError('source.truncated');
    }
    return bytes.subarray(0, size);
  }

  #stream(start: number, size = Infinity): Uint8Array {
    const count = Math.ceil(size / this.#sectorSize);
    return this.#chain(start, this.#table, count, (sector) => this.#sector(sector));
  }

  /** @param most sectors that are wanted */
  #chain(
    start: number,
    table: readonly number[],
    most: number,
    read: (sector: number) => Uint8Array,
  ): Uint8Array {
    const parts: Uint8Array[] = [];
    let sector = start;
    while (sector < LAST_SECTOR && parts.length < most) {
      if (parts.length > table.length) {
        throw new CaseError('source.truncated');
      }
      parts.push(read(sector));
      sector = table[sector] ?? END_OF_CHAIN;
    }
    return Buffer.concat(parts);
  }

  #sector(sector: number): Uint8Array {
    const at = (sector + 1) * this.#sectorSize;
    if (at >= this.#bytes.length) {
      throw new CaseError('source.truncated');
    }
    // Some programs leave out what the last sector does not need.
    return this.#bytes.subarray(at, at + this.#sectorSize);
  }

  #numbers(bytes: Uint8Array): number[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = Math.floor(bytes.length / 4);
    return Array.from({ length: count }, (_, index) => view.getUint32(index * 4, true));
  }

  #short(at: number): number {
    return at + 2 <= this.#bytes.length ? this.#view.getUint16(at, true) : 0;
  }

  #long(at: number): number {
    return at + 4 <= this.#bytes.length ? this.#view.getUint32(at, true) : END_OF_CHAIN;
  }
}
