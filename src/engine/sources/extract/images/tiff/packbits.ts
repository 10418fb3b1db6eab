/**
 * Decodes PackBits as of TIFF 6.0, section 9.
 *
 * @param size bytes that come out; more are not made
 */
export function decodePackBits(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  for (let at = 0; at < data.length && length < size;) {
    const head = data[at] ?? 0;
    at += 1;
    if (head < 128) {
      const piece = data.subarray(at, at + Math.min(head + 1, size - length));
      out.set(piece, length);
      at += head + 1;
      length += head + 1;
    } else if (head > 128) {
      out.fill(data[at] ?? 0, length, length + 257 - head);
      at += 1;
      length += 257 - head;
    }
  }
  return out;
}
