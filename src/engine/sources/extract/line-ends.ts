/** The line ends that are not `\n`: CR LF, CR, NEL (U+0085), LINE and PARAGRAPH SEPARATOR (Unicode 16, section 5.8). */
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/;

/** UTF-16 code units that are gone through at a time. */
const SLICE = 64 * 1024;

/** The text with every line ended by `\n`. */
export function withPlainLineEnds(text: string): string {
  return LINE_ENDS.test(text) ? replaceEach(text, LINE_ENDS, '\n') : text;
}

/**
 * A text with something put in place of each separator, in stretches that never end within CR LF. `replaceAll` would hand
 * back a string in as many pieces as there are places, each of which takes more room than the characters in it: gigabytes,
 * for tens of millions.
 */
export function replaceEach(text: string, separator: string | RegExp, replacement: string): string {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    let end = start + SLICE;
    if (text.startsWith('\r\n', end - 1)) {
      end += 1;
    }
    parts.push(text.slice(start, end).split(separator).join(replacement));
    start = end;
  }
  return parts.join('');
}
