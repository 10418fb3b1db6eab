/** A value of a tag as EXIF stores it. */
export type ExifValue =
  | { readonly ascii: string }
  | { readonly short: number }
  /** Of each number, the numerator over 1,000. */
  | { readonly rationals: readonly number[] };

type Tags = ReadonlyMap<number, ExifValue>;

/** What a camera would have noted, as a segment of a JPEG (Exif 2.32, big-endian). */
export function exifSegment(tags: { zeroth?: Tags; exif?: Tags; gps?: Tags }): Uint8Array {
  const zeroth = new Map(tags.zeroth);
  const start = 8;
  // Where the others begin is known once the first has its entries.
  for (const [pointer, group] of [
    [0x8769, tags.exif],
    [0x8825, tags.gps],
  ] as const) {
    if (group !== undefined) zeroth.set(pointer, { ascii: 'pad' });
  }
  const first = directory(zeroth, start);
  const second = directory(tags.exif ?? new Map(), start + first.length);
  const third = directory(tags.gps ?? new Map(), start + first.length + second.length);
  const pointers = new Map([
    [0x8769, start + first.length],
    [0x8825, start + first.length + second.length],
  ]);
  const tiff = Buffer.concat([
    Buffer.from('4d4d002a00000008', 'hex'),
    directory(zeroth, start, pointers),
    second,
    third,
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), number16(body.length + 2), body]);
}

/** A JPEG with a segment right after its start. */
export function withSegment(jpeg: Uint8Array, segment: Uint8Array): Uint8Array {
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

function directory(
  tags: Tags,
  start: number,
  pointers: ReadonlyMap<number, number> = new Map(),
): Buffer {
  const entries = [...tags].toSorted(([one], [other]) => one - other);
  let values = start + 2 + entries.length * 12 + 4;
  const head: Buffer[] = [number16(entries.length)];
  const data: Buffer[] = [];
  for (const [tag, value] of entries) {
    const pointer = pointers.get(tag);
    const { type, count, bytes } =
      pointer === undefined ? stored(value) : { type: 4, count: 1, bytes: number32(pointer) };
    head.push(number16(tag), number16(type), number32(count));
    if (bytes.length <= 4) {
      head.push(Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]));
    } else {
      head.push(number32(values));
      data.push(bytes);
      values += bytes.length;
    }
  }
  return Buffer.concat([...head, number32(0), ...data]);
}

function stored(value: ExifValue): { type: number; count: number; bytes: Buffer } {
  if ('ascii' in value) {
    const bytes = Buffer.from(`${value.ascii}\0`, 'latin1');
    return { type: 2, count: bytes.length, bytes };
  }
  if ('short' in value) return { type: 3, count: 1, bytes: number16(value.short) };
  const bytes = Buffer.concat(
    value.rationals.flatMap((number) => [number32(Math.round(number * 1000)), number32(1000)]),
  );
  return { type: 5, count: value.rationals.length, bytes };
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
