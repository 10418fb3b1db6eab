/** What the dictionary holds before anything is read ([MS-OXRTFCP], 2.1.2.1). */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
  'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
  '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const HEADER = 16;
const WINDOW = 4096;

/**
 * The RTF that Outlook keeps compressed ([MS-OXRTFCP]), as far as it goes: what comes out is at most nine times what went in.
 * Empty for what is in no format of it.
 */
export function decompressRtf(bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEADER) {
    return new Uint8Array();
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(4, true);
  const kind = view.getUint32(8, true);
  if (kind === UNCOMPRESSED) {
    return bytes.subarray(HEADER, HEADER + size);
  }
  return kind === COMPRESSED ? decompress(bytes, size) : new Uint8Array();
}

function decompress(bytes: Uint8Array, size: number): Uint8Array {
  const window = Buffer.alloc(WINDOW);
  let write = window.write(DICTIONARY, 'latin1');
  // Each control byte and its eight references are 17 bytes, and stand for at most 136.
  const out = new Uint8Array(Math.min(size, (bytes.length - HEADER) * 9));
  let length = 0;
  const put = (byte: number): void => {
    window[write] = byte;
    write = (write + 1) % WINDOW;
    out[length] = byte;
    length += 1;
  };
  let at = HEADER;
  while (at < bytes.length && length < out.length) {
    const control = bytes[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < bytes.length && length < out.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at] ?? 0);
        at += 1;
        continue;
      }
      const token = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const offset = token >> 4;
      if (offset === write) {
        return out.subarray(0, length);
      }
      for (let index = 0; index < (token & 15) + 2 && length < out.length; index += 1) {
        put(window[(offset + index) % WINDOW] ?? 0);
      }
    }
  }
  return out.subarray(0, length);
}
