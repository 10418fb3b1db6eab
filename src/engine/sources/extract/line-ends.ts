/** The line ends that are not `\n`: CR LF, CR, NEL (U+0085), LINE and PARAGRAPH SEPARATOR (Unicode 16, section 5.8). */
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/g;
const OTHER_LINE_END = /[\r\u0085\u2028\u2029]/;

/** UTF-16 code units that are gone through at a time. */
const SLICE = 1024 * 1024;

/** The text with every line ended by `\n`. */
export function withPlainLineEnds(text: string): string {
  return OTHER_LINE_END.test(text)
    ? inSlices(text, (slice) => slice.replace(LINE_ENDS, '\n'))
    : text;
}

/**
 * A text with each of its stretches changed; CR LF is never cut apart. To replace tens of millions of places of one
 * string at once takes gigabytes.
 */
export function inSlices(text: string, change: (slice: string) => string): string {
  if (text.length <= SLICE) {
    return change(text);
  }
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    let end = start + SLICE;
    if (text.charCodeAt(end - 1) === 0x0d) {
      end += 1;
    }
    parts.push(change(text.slice(start, end)));
    start = end;
  }
  return parts.join('');
}
