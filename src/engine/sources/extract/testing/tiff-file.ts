/** A page of a TIFF file that a test makes. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  /** Of one strip. */
  readonly data: Uint8Array;
  /** Besides those that every page has: number of the tag, and its numbers of two bytes. */
  readonly tags?: ReadonlyMap<number, readonly number[]>;
}

/** A TIFF file, little-endian, its pages one after another, grey of eight bits unless their tags say otherwise. */
export function tiffFile(pages: readonly TiffPage[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('49492a0008000000', 'hex')];
  let at = 8;
  for (const [index, { width, height, data, tags = new Map() }] of pages.entries()) {
    const entries = new Map([
      [256, longs([width])],
      [257, longs([height])],
      [258, shorts([8])],
      [259, shorts([1])],
      [262, shorts([1])],
      [277, shorts([1])],
      [278, longs([height])],
      [279, longs([data.length])],
    ]);
    for (const [tag, numbers] of tags) entries.set(tag, shorts(numbers));
    const values = at + 2 + (entries.size + 1) * 12 + 4;
    const apart = [...entries.values()].filter(({ bytes }) => bytes.length > 4);
    const start = values + apart.reduce((sum, { bytes }) => sum + bytes.length, 0);
    entries.set(273, longs([start]));
    const end = start + data.length;
    const head: Buffer[] = [shorts([entries.size]).bytes];
    let place = values;
    for (const [tag, { type, count, bytes }] of [...entries].toSorted(([a], [b]) => a - b)) {
      head.push(shorts([tag, type]).bytes, longs([count]).bytes);
      if (bytes.length > 4) {
        head.push(longs([place]).bytes);
        place += bytes.length;
      } else {
        head.push(Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]));
      }
    }
    head.push(longs([index === pages.length - 1 ? 0 : end]).bytes);
    const sorted = [...entries].toSorted(([a], [b]) => a - b).map(([, entry]) => entry.bytes);
    parts.push(...head, ...sorted.filter(({ length }) => length > 4), Buffer.from(data));
    at = end;
  }
  return new Uint8Array(Buffer.concat(parts));
}

interface Entry {
  readonly type: number;
  readonly count: number;
  readonly bytes: Buffer;
}

function shorts(numbers: readonly number[]): Entry {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [index, number] of numbers.entries()) bytes.writeUInt16LE(number, index * 2);
  return { type: 3, count: numbers.length, bytes };
}

function longs(numbers: readonly number[]): Entry {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number, index * 4);
  return { type: 4, count: numbers.length, bytes };
}
