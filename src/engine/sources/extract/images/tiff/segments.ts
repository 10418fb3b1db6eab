import { unreadable } from '../picture-file.ts';
import { numberOf, Tag, type Directory } from './directory.ts';

/** A strip or tile of a page: where it stands in the picture, and its bytes as they are stored. */
export interface PicturePiece {
  readonly x: number;
  readonly y: number;
  /** As it is stored: tiles reach beyond the picture's edge. */
  readonly width: number;
  readonly height: number;
  /** The first of the samples that it holds; all of them unless each has pieces of its own. */
  readonly sample: number;
  readonly data: Uint8Array;
}

/** What of a page its pieces follow from. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  /** Pieces hold one sample of each pixel rather than all. */
  readonly apart: boolean;
}

/** @throws CaseError `source.failed` when the pieces do not make up the page */
export function* piecesOf(
  bytes: Uint8Array,
  directory: Directory,
  { width, height, apart }: PageSize,
): Generator<PicturePiece, void, undefined> {
  const tiled = directory.has(Tag.tileWidth);
  const across = tiled ? numberOf(directory, Tag.tileWidth, 0) : width;
  const down = tiled
    ? numberOf(directory, Tag.tileHeight, 0)
    : Math.min(height, numberOf(directory, Tag.rowsPerStrip, height));
  const offsets = directory.get(tiled ? Tag.tileOffsets : Tag.stripOffsets) ?? [];
  const counts = directory.get(tiled ? Tag.tileByteCounts : Tag.stripByteCounts) ?? [];
  if (across < 1 || down < 1 || across > 2 * width + 4096) throw unreadable('no strips or tiles');
  const columns = Math.ceil(width / across);
  const perSample = columns * Math.ceil(height / down);
  for (const [index, offset] of offsets.entries()) {
    const place = index % perSample;
    const sample = Math.floor(index / perSample);
    if (sample > 0 && !apart) return;
    const y = Math.floor(place / columns) * down;
    yield {
      x: (place % columns) * across,
      y,
      width: across,
      height: tiled ? down : Math.min(down, height - y),
      sample,
      data: bytes.subarray(offset, offset + (counts[index] ?? bytes.length - offset)),
    };
  }
}

/** Whether all pieces lie within the file. */
export function isWhole(bytes: Uint8Array, directory: Directory): boolean {
  const tiled = directory.has(Tag.tileWidth);
  const offsets = directory.get(tiled ? Tag.tileOffsets : Tag.stripOffsets) ?? [];
  const counts = directory.get(tiled ? Tag.tileByteCounts : Tag.stripByteCounts) ?? [];
  return offsets.every((offset, index) => offset + (counts[index] ?? 0) <= bytes.length);
}
