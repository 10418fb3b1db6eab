import { inflateSync, constants } from 'node:zlib';
import { CaseError } from '#contract/error.ts';
import { unreadable } from '../picture-file.ts';
import { numberOf, Tag, type Directory } from './directory.ts';
import { decodeFax } from './fax.ts';
import { decodeLzw } from './lzw.ts';
import { decodePackBits } from './packbits.ts';
import type { PicturePiece } from './segments.ts';

/** Of the tag `Compression`. */
export const Compression = {
  none: 1,
  huffman: 2,
  group3: 3,
  group4: 4,
  lzw: 5,
  oldJpeg: 6,
  jpeg: 7,
  deflate: 8,
  packBits: 32_773,
  oldDeflate: 32_946,
} as const;

/**
 * The bytes of a piece as they were before they were compressed, JPEG aside; noughts where too few come out.
 *
 * @param size bytes that it holds; more are not made
 * @throws CaseError `source.unsupported` {mediaType}, `source.failed` {reason}
 */
export function unpack(piece: PicturePiece, directory: Directory, size: number): Uint8Array {
  const { data } = piece;
  const compression = numberOf(directory, Tag.compression, Compression.none);
  const reversed = numberOf(directory, Tag.fillOrder, 1) === 2;
  const twoDimensional = (numberOf(directory, Tag.faxOptions, 0) & 1) === 1;
  switch (compression) {
    case Compression.none:
      return filled(data, size);
    case Compression.huffman:
      return decodeFax(data, piece, { kind: 'huffman', twoDimensional, reversed });
    case Compression.group3:
      return decodeFax(data, piece, { kind: 'group3', twoDimensional, reversed });
    case Compression.group4:
      return decodeFax(data, piece, { kind: 'group4', twoDimensional, reversed });
    case Compression.lzw:
      return decodeLzw(data, size);
    case Compression.deflate:
    case Compression.oldDeflate:
      return filled(inflated(data, size), size);
    case Compression.packBits:
      return decodePackBits(data, size);
    default:
      throw new CaseError('source.unsupported', { mediaType: 'image/tiff' });
  }
}

function inflated(data: Uint8Array, size: number): Uint8Array {
  try {
    // What is cut short gives what there is of it; more than the piece holds is refused.
    return inflateSync(data, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: size + 65_536,
    });
  } catch (cause) {
    throw unreadable(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function filled(data: Uint8Array, size: number): Uint8Array {
  if (data.length >= size) return data.subarray(0, size);
  const whole = new Uint8Array(size);
  whole.set(data);
  return whole;
}
