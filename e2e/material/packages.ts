import { readFileSync, writeFileSync } from 'node:fs';

/** A package cut off before its end. */
export function truncated(pack: string, to: string): string {
  const whole = readFileSync(pack);
  writeFileSync(to, whole.subarray(0, Math.floor(whole.length / 2)));
  return to;
}

/** A package of which one byte of its contents is another. */
export function altered(pack: string, to: string): string {
  const bytes = readFileSync(pack);
  const at = Math.floor(bytes.length / 3);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(to, bytes);
  return to;
}

/** A package with a member whose name leads out of the folder it would be unpacked in. */
export function climbing(pack: string, to: string): string {
  const names = readFileSync(pack).toString('latin1').replaceAll('cover.html', '../er.html');
  writeFileSync(to, Buffer.from(names, 'latin1'));
  return to;
}
