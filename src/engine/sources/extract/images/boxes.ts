/** Whether the boxes of a file (ISO/IEC 14496-12, 4.2), as those of HEIC and AVIF, end where it ends. */
export function boxesEnd(view: DataView): boolean {
  let at = 0;
  while (at + 8 <= view.byteLength) {
    const size = view.getUint32(at);
    // 0: to the end of the file.
    if (size === 0) return true;
    const long = size === 1;
    if (long && at + 16 > view.byteLength) return false;
    at += Math.max(8, long ? Number(view.getBigUint64(at + 8)) : size);
  }
  return at === view.byteLength;
}

/** The name of the property that says how large an image is (ISO/IEC 23008-12, 6.5.3). */
const SIZE = Buffer.from('ispe', 'latin1');

/** The largest of the images in a file, or null; a picture in tiles says how large all of it is. */
export function largestImage(view: DataView): { width: number; height: number } | null {
  const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  let largest: { width: number; height: number } | null = null;
  for (let at = bytes.indexOf(SIZE); at >= 0; at = bytes.indexOf(SIZE, at + 1)) {
    if (at + 16 > view.byteLength) break;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height) {
      largest = size;
    }
  }
  return largest;
}
