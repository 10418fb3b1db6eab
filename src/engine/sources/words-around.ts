/** How much of the text around a passage is kept with it, in UTF-16 code units. */
export const contextLength = 64;

/** The words of a stretch of a text, and some before and after it; no character is cut in two. */
export function wordsIn(
  text: string,
  { start, end }: { start: number; end: number },
): { prefix: string; quotation: string; suffix: string } {
  return {
    // Half a character could not be stored: SQLite's text is UTF-8.
    prefix: text.slice(Math.max(0, start - contextLength), start).replace(/^[\uDC00-\uDFFF]/, ''),
    quotation: text.slice(start, end),
    suffix: text.slice(end, end + contextLength).replace(/[\uD800-\uDBFF]$/, ''),
  };
}
