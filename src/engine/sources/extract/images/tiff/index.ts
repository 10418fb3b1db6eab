import { ImageData, type Canvas } from '@napi-rs/canvas';
import { CaseError } from '#contract/error.ts';
import { checkPixels, unreadable, uprightCanvas, type PictureFile } from '../picture-file.ts';
import { numberOf, readDirectories, Tag, type Directory } from './directory.ts';
import { decodeJpegPiece } from './jpeg.ts';
import { coloursOf, Photometric, place, undoPredictor, type SampleForm } from './samples.ts';
import { isWhole, piecesOf, type PicturePiece } from './segments.ts';
import { Compression, unpack } from './unpack.ts';

const LARGEST_SAMPLES = 8;
const DIFFERENCES = 2;

/**
 * A TIFF file: black and white, grey, colours of a palette, RGB, CMYK and YCbCr; plain, packed as PackBits, LZW, deflate, fax
 * (groups 3 and 4) or JPEG; in strips or tiles. Written here rather than taken from a package: those that exist either do not
 * read faxes, or neither bound what they make nor end on damaged ones.
 *
 * @throws CaseError `source.truncated`, `source.unsupported` {mediaType} for BigTIFF, `source.failed` {reason}
 */
export function openTiff(bytes: Uint8Array): PictureFile {
  const little = bytes[0] === 0x49;
  if (isBig(bytes)) throw new CaseError('source.unsupported', { mediaType: 'image/tiff' });
  if (startOf(bytes, little) >= bytes.length) throw new CaseError('source.truncated');
  const directories = readDirectories(bytes);
  if (!directories.every((directory) => isWhole(bytes, directory))) {
    throw new CaseError('source.truncated');
  }
  return {
    pages: directories.length,
    size(page) {
      const directory = directories[page - 1];
      if (directory === undefined) return null;
      const width = numberOf(directory, Tag.width, 0);
      const height = numberOf(directory, Tag.height, 0);
      const turned = numberOf(directory, Tag.orientation, 1) >= 5;
      return turned ? { width: height, height: width } : { width, height };
    },
    async draw(page) {
      const directory = directories[page - 1];
      if (directory === undefined) throw unreadable(`no page ${page}`);
      return drawPage(bytes, directory, little);
    },
    [Symbol.dispose]: () => {},
  };
}

/** BigTIFF, for files of more than four gigabytes. */
function isBig(bytes: Uint8Array): boolean {
  return bytes[2] === 0x2b || (bytes[2] === 0 && bytes[3] === 0x2b);
}

function startOf(bytes: Uint8Array, little: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length < 8 ? Infinity : view.getUint32(4, little);
}

async function drawPage(bytes: Uint8Array, directory: Directory, little: boolean): Promise<Canvas> {
  const size = {
    width: numberOf(directory, Tag.width, 0),
    height: numberOf(directory, Tag.height, 0),
  };
  checkPixels(size);
  const compression = numberOf(directory, Tag.compression, Compression.none);
  const rgba =
    compression === Compression.jpeg
      ? await jpegColours(bytes, directory, size)
      : compression === Compression.oldJpeg
        ? await oldJpegColours(bytes, directory, size)
        : colours(bytes, directory, { ...size, little });
  const pixels = new ImageData(rgba, size.width, size.height);
  return uprightCanvas(pixels, numberOf(directory, Tag.orientation, 1));
}

function colours(
  bytes: Uint8Array,
  directory: Directory,
  { width, height, little }: { width: number; height: number; little: boolean },
): Uint8ClampedArray<ArrayBuffer> {
  const samples = numberOf(directory, Tag.samplesPerPixel, 1);
  const bits = numberOf(directory, Tag.bitsPerSample, 1);
  const photometric = numberOf(directory, Tag.photometric, Photometric.blackIsZero);
  const known =
    [1, 2, 4, 8, 16].includes(bits) &&
    samples >= 1 &&
    samples <= LARGEST_SAMPLES &&
    Object.values<number>(Photometric).includes(photometric) &&
    numberOf(directory, Tag.sampleFormat, 1) === 1;
  const predictor = numberOf(directory, Tag.predictor, 1);
  if (!known || predictor > DIFFERENCES) {
    throw new CaseError('source.unsupported', { mediaType: 'image/tiff' });
  }
  const apart = numberOf(directory, Tag.planarConfiguration, 1) === 2 && samples > 1;
  const palette = photometric === Photometric.palette;
  const form: SampleForm = { width, height, samples, bits, little, palette };
  const count = apart ? 1 : samples;
  const page = new Uint8Array(width * height * samples);
  for (const piece of piecesOf(bytes, directory, { width, height, apart })) {
    if (piece.y >= height || piece.sample >= samples) continue;
    const size = Math.ceil((piece.width * count * bits) / 8) * piece.height;
    // Bytes of the file itself are not to be changed.
    const data = unpack(piece, directory, checkedSize(size));
    const unpacked = { ...piece, count, data: predictor === DIFFERENCES ? data.slice() : data };
    if (predictor === DIFFERENCES) undoPredictor(unpacked, form);
    place(unpacked, page, form);
  }
  return coloursOf(page, form, directory);
}

/** A tile may be larger than its page, but not by much. */
function checkedSize(size: number): number {
  if (size > 2 ** 30) throw new CaseError('source.tooLarge', { size, limit: 2 ** 30 });
  return size;
}

const RGB: Directory = new Map([[Tag.photometric, [Photometric.rgb]]]);

async function jpegColours(
  bytes: Uint8Array,
  directory: Directory,
  { width, height }: { width: number; height: number },
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const photometric = numberOf(directory, Tag.photometric, Photometric.yCbCr);
  const tables = directory.get(Tag.jpegTables) ?? [];
  const pieces = piecesOf(bytes, directory, { width, height, apart: false });
  return jpegPage(pieces, { width, height }, async ({ data }) =>
    decodeJpegPiece(data, tables, photometric),
  );
}

/** The older way: a whole JPEG within the file. Where it is in pieces of another kind, it is not read. */
async function oldJpegColours(
  bytes: Uint8Array,
  directory: Directory,
  { width, height }: { width: number; height: number },
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const start = numberOf(directory, Tag.jpegStart, 0);
  if (start === 0 || bytes[start] !== 0xff || bytes[start + 1] !== 0xd8) {
    throw new CaseError('source.unsupported', { mediaType: 'image/tiff' });
  }
  const length = numberOf(directory, Tag.jpegLength, bytes.length - start);
  const data = bytes.subarray(start, start + length);
  const whole: PicturePiece = { x: 0, y: 0, width, height, sample: 0, data };
  return jpegPage([whole], { width, height }, async () =>
    decodeJpegPiece(data, [], Photometric.yCbCr),
  );
}

async function jpegPage(
  pieces: Iterable<PicturePiece>,
  { width, height }: { width: number; height: number },
  decode: (piece: PicturePiece) => Promise<{ width: number; height: number; data: Uint8Array }>,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const form = { width, height, samples: 3, bits: 8, little: false, palette: false };
  const page = new Uint8Array(width * height * 3);
  for (const piece of pieces) {
    if (piece.y >= height) continue;
    const { x, y } = piece;
    place({ x, y, sample: 0, count: 3, ...(await decode(piece)) }, page, form);
  }
  return coloursOf(page, form, RGB);
}
