/** No line of a package is longer, in bytes: one change set with a million changes fits. */
const longestLine = 256 * 1024 * 1024;

/** Bytes gathered before they are handed on. */
const handful = 64 * 1024;

/** Values as NDJSON (https://github.com/ndjson/ndjson-spec), in buffers of a fair size. */
export function* asLines(values: Iterable<unknown>): Generator<Buffer, void, undefined> {
  let lines = '';
  for (const value of values) {
    lines += `${JSON.stringify(value)}\n`;
    if (lines.length >= handful) {
      yield Buffer.from(lines, 'utf8');
      lines = '';
    }
  }
  if (lines !== '') yield Buffer.from(lines, 'utf8');
}

/**
 * The values of NDJSON, one at a time. Every line must end, the last one too.
 *
 * @throws Error when it is not UTF-8, not JSON, or a line is too long
 */
export async function* fromLines(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<unknown, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(0x0a, from);
      const part = chunk.subarray(from, end < 0 ? chunk.length : end);
      length += part.length;
      if (length > longestLine) throw new Error('a line is too long');
      if (end >= 0 && begun.length === 0) {
        const value: unknown = JSON.parse(decoder.decode(part));
        yield value;
        length = 0;
        from = end + 1;
        continue;
      }
      begun.push(part);
      if (end < 0) break;
      const value: unknown = JSON.parse(decoder.decode(Buffer.concat(begun)));
      yield value;
      begun = [];
      length = 0;
      from = end + 1;
    }
  }
  if (length > 0) throw new Error('the last line does not end');
}
