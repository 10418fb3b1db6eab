/** Width and height as the first chunk of a PNG says (PNG specification, third edition, 11.2.1); null when it is none. */
export function pngSize(png: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const isPng =
    png.length >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452;
  return isPng ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
}
