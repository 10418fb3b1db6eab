import { unreadable } from '../picture-file.ts';

/** The tags that are used, by number (TIFF 6.0, and the second of Adobe's technical notes on JPEG). */
export const Tag = {
  subfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  planarConfiguration: 284,
  faxOptions: 292,
  predictor: 317,
  colorMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  sampleFormat: 339,
  jpegTables: 347,
  jpegStart: 513,
  jpegLength: 514,
} as const;

const USED: ReadonlySet<number> = new Set(Object.values(Tag));

/** The entries of one page: the numbers of each tag. */
export type Directory = ReadonlyMap<number, readonly number[]>;

/** Pages beyond this are a mistake, or meant to be one. */
const MOST_PAGES = 10_000;

/** Numbers of one entry: strips of a page, or bytes of JPEG tables. */
const MOST_NUMBERS = 1_000_000;

/** Bytes of one number of each type: BYTE, ASCII, SHORT, LONG, RATIONAL, then their signed brothers, IFD last. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** Subfiles of less than full size: thumbnails, and masks. */
const REDUCED = 1;
const MASK = 4;

/**
 * The pages of a TIFF file, in order. Each directory is read once, so a chain that bites its own tail ends.
 *
 * @throws CaseError `source.failed` {reason}
 */
export function readDirectories(bytes: Uint8Array): Directory[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = bytes.length < 8 ? 0 : view.getUint32(0);
  const little = mark === 0x49492a00;
  if (!little && mark !== 0x4d4d002a) throw unreadable('not a TIFF file that is read');
  const directories: Directory[] = [];
  const seen = new Set<number>();
  let at = view.getUint32(4, little);
  while (at !== 0 && !seen.has(at) && at + 2 <= bytes.length && seen.size < MOST_PAGES) {
    seen.add(at);
    const count = view.getUint16(at, little);
    const directory = readDirectory(view, little, at + 2, count);
    if (directory.has(Tag.width) && isPage(directory)) directories.push(directory);
    const next = at + 2 + 12 * count;
    at = next + 4 <= bytes.length ? view.getUint32(next, little) : 0;
  }
  if (directories.length === 0) throw unreadable('no pages');
  return directories;
}

function isPage(directory: Directory): boolean {
  return (numberOf(directory, Tag.subfileType, 0) & (REDUCED | MASK)) === 0;
}

function readDirectory(
  view: DataView,
  little: boolean,
  start: number,
  count: number,
): Map<number, number[]> {
  const directory = new Map<number, number[]>();
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 12 * entry;
    if (at + 12 > view.byteLength) break;
    const tag = view.getUint16(at, little);
    if (!USED.has(tag)) continue;
    const type = view.getUint16(at + 2, little);
    const length = view.getUint32(at + 4, little);
    const size = SIZES[type] ?? 0;
    const first = length * size <= 4 ? at + 8 : view.getUint32(at + 8, little);
    if (size === 0 || length > MOST_NUMBERS || first + length * size > view.byteLength) continue;
    directory.set(
      tag,
      Array.from({ length }, (_, index) => readNumber(view, little, first + index * size, type)),
    );
  }
  return directory;
}

function readNumber(view: DataView, little: boolean, at: number, type: number): number {
  switch (type) {
    case 3:
      return view.getUint16(at, little);
    case 4:
    case 13:
      return view.getUint32(at, little);
    case 5:
      return view.getUint32(at, little) / view.getUint32(at + 4, little);
    default:
      return view.getUint8(at);
  }
}

/** The first number of a tag. */
export function numberOf(directory: Directory, tag: number, otherwise: number): number {
  return directory.get(tag)?.[0] ?? otherwise;
}
