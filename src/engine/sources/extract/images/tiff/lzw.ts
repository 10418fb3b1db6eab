const CLEAR = 256;
const END = 257;
const MOST_CODES = 4096;

/**
 * Decodes LZW as of TIFF 6.0, section 13: codes of 9 to 12 bits, the highest bit first, one code earlier wider than in GIF.
 * What comes after a fault is left out.
 *
 * @param size bytes that come out; more are not made
 */
export function decodeLzw(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  // Each code is a piece of what has come out already: where it begins, and how long it is.
  const starts = new Int32Array(MOST_CODES);
  const lengths = new Int32Array(MOST_CODES);
  let [length, codes, width, buffer, bits, previous] = [0, 258, 9, 0, 0, -1];
  for (let at = 0; at < data.length && length < size;) {
    while (bits < width && at < data.length) {
      buffer = ((buffer << 8) | (data[at] ?? 0)) & 0xffffff;
      bits += 8;
      at += 1;
    }
    for (; bits >= width && length < size;) {
      const code = (buffer >>> (bits - width)) & ((1 << width) - 1);
      bits -= width;
      if (code === END) return out;
      if (code === CLEAR) {
        [codes, width, previous] = [258, 9, -1];
        continue;
      }
      const from = length;
      if (code < CLEAR) {
        out[length] = code;
        length += 1;
      } else {
        const known = code < codes;
        // A code that is made just now is the one before it and its own first byte.
        if (!known && (code > codes || previous < 0)) return out;
        const start = known ? (starts[code] ?? 0) : previous;
        const pieces = known ? (lengths[code] ?? 0) : from - previous + 1;
        for (let index = 0; index < pieces && length < size; index += 1) {
          out[length] = out[start + index] ?? 0;
          length += 1;
        }
      }
      if (previous >= 0 && codes < MOST_CODES) {
        starts[codes] = previous;
        lengths[codes] = from - previous + 1;
        codes += 1;
        if (codes >= (1 << width) - 1 && width < 12) width += 1;
      }
      previous = from;
    }
  }
  return out;
}
