import { readFileSync, writeFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** A package cut off before its end. */
export function truncated(pack: string, to: string): string {
  const whole = readFileSync(pack);
  writeFileSync(to, whole.subarray(0, Math.floor(whole.length / 2)));
  return to;
}

/** A package of which one byte is another, in the middle of its changes. */
export function altered(pack: string, to: string): string {
  const bytes = readFileSync(pack);
  const { from, length } = contentsOf(bytes, 'changes.ndjson');
  const contents = bytes.subarray(from, from + length);
  const before = inflateRawSync(contents);
  // What is deflated can be written in several ways: the byte must make another text of it, or none.
  for (let at = Math.floor(length / 2); ; at += 1) {
    contents.writeUInt8(contents.readUInt8(at) ^ 1, at);
    if (!unpacksTo(contents, before)) break;
    contents.writeUInt8(contents.readUInt8(at) ^ 1, at);
  }
  writeFileSync(to, bytes);
  return to;
}

/** Where a member's contents lie in a ZIP. */
function contentsOf(zip: Buffer, name: string): { from: number; length: number } {
  // Its name is first in its local header, and last in the directory.
  const record = zip.lastIndexOf(name) - 46;
  return { from: zip.indexOf(name) + name.length, length: zip.readUInt32LE(record + 20) };
}

function unpacksTo(contents: Buffer, expected: Buffer): boolean {
  try {
    return inflateRawSync(contents).equals(expected);
  } catch {
    return false;
  }
}

/** A package with a member whose name leads out of the folder it would be unpacked in. */
export function climbing(pack: string, to: string): string {
  const names = readFileSync(pack).toString('latin1').replaceAll('cover.html', '../er.html');
  writeFileSync(to, Buffer.from(names, 'latin1'));
  return to;
}
