const MEMORY_SECTION = 5;
const HEADER = 8;

/**
 * A program whose memory may grow no further than a limit: its own limit, in the program's memory section, is lowered.
 * (WebAssembly core specification 2.0, sections 5.3.4 and 5.5.8.)
 *
 * @param program a WebAssembly module with one memory that has a limit
 * @param pages of 64 KiB
 * @throws {Error} when its memory has no limit that can be lowered
 */
export function withMemoryLimit(
  program: Uint8Array<ArrayBuffer>,
  pages: number,
): Uint8Array<ArrayBuffer> {
  let at = HEADER;
  while (at < program.length) {
    const id = program[at];
    const size = readNumber(program, at + 1);
    if (id === MEMORY_SECTION) {
      const count = readNumber(program, size.end);
      const flags = program[count.end];
      const least = readNumber(program, count.end + 1);
      const most = readNumber(program, least.end);
      if (count.value !== 1 || flags !== 1 || most.value < pages || least.value > pages) break;
      const limited = program.slice();
      writeNumber(limited, least.end, most.end, pages);
      return limited;
    }
    at = size.end + size.value;
  }
  throw new Error('the memory of the program has no limit that can be lowered');
}

/** An unsigned number in LEB128, and where it ends. */
function readNumber(program: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start; ; at += 1) {
    const byte = program[at] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) return { value, end: at + 1 };
  }
}

/** Fills all of the room: numbers in LEB128 may have leading noughts. */
function writeNumber(program: Uint8Array, start: number, end: number, value: number): void {
  let rest = value;
  for (let at = start; at < end; at += 1) {
    program[at] = (rest & 0x7f) | (at < end - 1 ? 0x80 : 0);
    rest >>>= 7;
  }
}
