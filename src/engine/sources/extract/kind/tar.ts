/** Bytes of a header of a TAR. */
export const TAR_BLOCK = 512;

/**
 * Whether a block is the header of a member of a TAR: by its checksum, which is the sum of its bytes, taken with spaces
 * in place of itself (POSIX.1-2017, pax, "ustar Interchange Format"). Old archives have no magic word.
 */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.byteLength < TAR_BLOCK || block[0] === 0) return false;
  const said = /^[\0 ]*([0-7]{1,7})[\0 ]/.exec(
    Buffer.from(block.buffer, block.byteOffset + 148, 8).toString('latin1'),
  )?.[1];
  if (said === undefined) return false;
  let unsigned = 0;
  let signed = 0;
  for (let at = 0; at < TAR_BLOCK; at += 1) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const sum = Number.parseInt(said, 8);
  return sum === unsigned || sum === signed;
}
