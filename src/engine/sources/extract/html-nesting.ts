/** Deeper than any real page; browsers stop at about 512. */
const DEEPEST = 5_000;

/** The lengths are bounded so that no page makes the search slow. */
const TAG = /<(\/?)([a-z][a-z0-9:-]{0,30})[^<>]*>/gi;

/** These hold nothing, or end by themselves where the next one begins, so that they do not nest by being left open. */
const CLOSED_BY_THEMSELVES = new Set(
  (
    'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot ' +
    'option optgroup rp rt html head body'
  ).split(' '),
);

/**
 * The page with its nesting cut at {@link DEEPEST}: the tags beyond become line breaks. The parser's time grows with the
 * square of the nesting, and a page of a few megabytes can be nested a hundred thousand deep.
 */
export function limitNesting(html: string): string {
  const parts: string[] = [];
  let copied = 0;
  let depth = 0;
  // One match at a time: `replace` would hold all matches of a page at once.
  for (const tag of html.matchAll(TAG)) {
    const [whole, slash, name = ''] = tag;
    if (CLOSED_BY_THEMSELVES.has(name.toLowerCase()) || whole.endsWith('/>')) {
      continue;
    }
    const closes = slash !== '';
    if (depth > DEEPEST || (depth === DEEPEST && !closes)) {
      parts.push(html.slice(copied, tag.index), '<br>');
      copied = tag.index + whole.length;
    }
    depth = Math.max(0, depth + (closes ? -1 : 1));
  }
  return copied === 0 ? html : parts.join('') + html.slice(copied);
}
