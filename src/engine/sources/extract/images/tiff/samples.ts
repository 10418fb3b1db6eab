import { numberOf, Tag, type Directory } from './directory.ts';

/** How the samples of a page are stored. */
export interface SampleForm {
  readonly width: number;
  readonly height: number;
  /** Samples of a pixel. */
  readonly samples: number;
  /** 1, 2, 4, 8 or 16. */
  readonly bits: number;
  readonly little: boolean;
  /** Samples are numbers of colours, not to be stretched. */
  readonly palette: boolean;
}

/** A piece that was unpacked. */
export interface UnpackedPiece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The first sample it holds, and how many of each pixel. */
  readonly sample: number;
  readonly count: number;
  readonly data: Uint8Array;
}

/** Puts the samples of a piece into those of the page, each a byte from 0 to 255, or the number of a colour. */
export function place(piece: UnpackedPiece, page: Uint8Array, form: SampleForm): void {
  const { bits, width, height, samples } = form;
  const rowBytes = Math.ceil((piece.width * piece.count * bits) / 8);
  const most = (1 << Math.min(bits, 8)) - 1;
  const factor = form.palette ? 1 : 255 / most;
  // Of two bytes, the higher one.
  const high = form.little ? 1 : 0;
  const right = Math.min(piece.width, width - piece.x);
  const bottom = Math.min(piece.height, height - piece.y);
  for (let y = 0; y < bottom; y += 1) {
    for (let x = 0; x < right; x += 1) {
      const to = ((piece.y + y) * width + piece.x + x) * samples + piece.sample;
      for (let index = 0; index < piece.count; index += 1) {
        const number = x * piece.count + index;
        let value: number;
        if (bits === 8) {
          value = piece.data[y * rowBytes + number] ?? 0;
        } else if (bits === 16) {
          value = piece.data[y * rowBytes + number * 2 + high] ?? 0;
        } else {
          const bit = number * bits;
          const byte = piece.data[y * rowBytes + (bit >> 3)] ?? 0;
          value = ((byte >> (8 - bits - (bit & 7))) & most) * factor;
        }
        page[to + index] = value;
      }
    }
  }
}

/** Takes back that each sample was stored as its difference from that of the pixel before (TIFF 6.0, section 14). */
export function undoPredictor(piece: UnpackedPiece, { bits, little }: SampleForm): void {
  const { data, count } = piece;
  const values = piece.width * count;
  if (bits === 8) {
    for (let row = 0; row < piece.height; row += 1) {
      const start = row * values;
      for (let at = start + count; at < start + values; at += 1) {
        data[at] = (data[at] ?? 0) + (data[at - count] ?? 0);
      }
    }
  } else if (bits === 16) {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    for (let row = 0; row < piece.height; row += 1) {
      const start = row * values * 2;
      for (let at = start + count * 2; at < start + values * 2; at += 2) {
        const sum = view.getUint16(at, little) + view.getUint16(at - count * 2, little);
        view.setUint16(at, sum & 0xffff, little);
      }
    }
  }
}

/** Of the tag `PhotometricInterpretation`. */
export const Photometric = {
  whiteIsZero: 0,
  blackIsZero: 1,
  rgb: 2,
  palette: 3,
  cmyk: 5,
  yCbCr: 6,
} as const;

/** The colours of pixels as red, green, blue and opacity; what is see-through is shown as it is without. */
export function coloursOf(
  page: Uint8Array,
  { samples }: SampleForm,
  directory: Directory,
): Uint8ClampedArray<ArrayBuffer> {
  const photometric = numberOf(directory, Tag.photometric, Photometric.blackIsZero);
  const map = directory.get(Tag.colorMap) ?? [];
  const colours = map.length / 3;
  const pixels = Math.floor(page.length / samples);
  const out = new Uint8ClampedArray(pixels * 4);
  for (let pixel = 0, from = 0, to = 0; pixel < pixels; pixel += 1, from += samples, to += 4) {
    const one = page[from] ?? 0;
    const [two, three] = [page[from + 1] ?? 0, page[from + 2] ?? 0];
    let [red, green, blue] = [one, one, one];
    if (photometric === Photometric.whiteIsZero) {
      red = green = blue = 255 - one;
    } else if (photometric === Photometric.palette) {
      red = (map[one] ?? 0) >> 8;
      green = (map[colours + one] ?? 0) >> 8;
      blue = (map[2 * colours + one] ?? 0) >> 8;
    } else if (photometric === Photometric.cmyk) {
      const light = 255 - (page[from + 3] ?? 0);
      red = ((255 - one) * light) / 255;
      green = ((255 - two) * light) / 255;
      blue = ((255 - three) * light) / 255;
    } else if (photometric === Photometric.yCbCr && samples >= 3) {
      // ITU-R BT.601, as TIFF 6.0 has it in section 21.
      red = one + 1.402 * (three - 128);
      green = one - 0.344_14 * (two - 128) - 0.714_14 * (three - 128);
      blue = one + 1.772 * (two - 128);
    } else if (samples >= 3) {
      [green, blue] = [two, three];
    }
    out[to] = red;
    out[to + 1] = green;
    out[to + 2] = blue;
    out[to + 3] = 255;
  }
  return out;
}
