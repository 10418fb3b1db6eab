/** A generator of numbers that gives the same ones in every run (mulberry32, by T. Ettinger; public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A document, damaged in one to four places: bytes changed, cut off, doubled, set to what stands for nothing or for very much,
 * or moved.
 */
export function mutated(document: Uint8Array, random: () => number): Buffer {
  let bytes = Buffer.from(document);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let count = 1 + below(4); count > 0 && bytes.length > 0; count -= 1) {
    const at = below(bytes.length);
    const length = Math.min(1 + below(2 ** below(10)), bytes.length - at);
    const stretch = bytes.subarray(at, at + length);
    switch (below(6)) {
      case 0:
        bytes[at] = below(256);
        break;
      case 1:
        bytes = bytes.subarray(0, at);
        break;
      case 2:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          stretch,
          stretch,
          bytes.subarray(at + length),
        ]);
        break;
      case 3:
        stretch.fill(below(2) === 0 ? 0 : 0xff);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
        break;
      default:
        bytes.set(stretch, below(bytes.length - length + 1));
    }
  }
  return bytes;
}
