/** A document's bytes, read from wherever they are asked for: a file, or what a container held. */
export interface ByteSource {
  readonly byteSize: number;
  /** At most `length` bytes from a place; fewer at the end. @throws CaseError `file.notReadable` */
  at(position: number, length: number): Uint8Array;
}

/** Bytes that are in memory. */
export function bytesAsSource(bytes: Uint8Array): ByteSource {
  return {
    byteSize: bytes.byteLength,
    at: (position, length) => bytes.subarray(position, position + length),
  };
}
