/** Fewer pages are found fast enough one by one. */
const MANY = 1000;

const COUNT = Buffer.from('/Count');

/**
 * Makes pdf.js read the tree of pages of a large document once. It looks each page up from the root, which takes minutes
 * for tens of thousands of pages that hang from one node, as merged files have them; only when the last page cannot be
 * found does it walk through all of the tree and remember it. So the count of pages is made too large, in place: the walk
 * corrects it. Where the count is within a compressed object nothing is changed, and reading takes longer.
 *
 * @param bytes of the whole document
 */
export function overstatePageCount(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: { at: number; digits: string }[] = [];
  for (let at = file.indexOf(COUNT); at !== -1; at = file.indexOf(COUNT, at + COUNT.length)) {
    const after = file.toString('latin1', at + COUNT.length, at + COUNT.length + 16);
    const digits = /^\s{0,4}(\d{4,8})(?=[\s/>])/.exec(after)?.[1];
    if (digits !== undefined) {
      found.push({ at: at + COUNT.length + after.indexOf(digits), digits });
    }
  }
  const most = found.reduce((count, { digits }) => Math.max(count, Number(digits)), 0);
  for (const { at, digits } of most < MANY ? [] : found) {
    if (Number(digits) === most) {
      file.write('9'.repeat(digits.length), at, 'latin1');
    }
  }
}
