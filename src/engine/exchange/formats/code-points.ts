/**
 * Where places in a text are when counted in code points, as other programs count them, and not in UTF-16 code units. The
 * text is read once, in pieces. A place inside a surrogate pair counts as the one after it.
 *
 * @param pieces of the text, end to end
 * @param offsets in UTF-16 code units
 */
export function codePointOffsets(
  pieces: Iterable<string>,
  offsets: Iterable<number>,
): Map<number, number> {
  const places = [...new Set(offsets)].toSorted((one, other) => one - other);
  const found = new Map<number, number>();
  let next = 0;
  let start = 0;
  let pairs = 0;
  let previous = 0;
  for (const piece of pieces) {
    if (next >= places.length) break;
    for (let at = 0; at < piece.length; at += 1) {
      while ((places[next] ?? Infinity) <= start + at) {
        found.set(places[next] ?? 0, (places[next] ?? 0) - pairs);
        next += 1;
      }
      const unit = piece.charCodeAt(at);
      if (unit >= 0xdc00 && unit <= 0xdfff && previous >= 0xd800 && previous <= 0xdbff) {
        pairs += 1;
        previous = 0;
      } else previous = unit;
    }
    start += piece.length;
  }
  for (; next < places.length; next += 1) {
    found.set(places[next] ?? 0, (places[next] ?? 0) - pairs);
  }
  return found;
}
