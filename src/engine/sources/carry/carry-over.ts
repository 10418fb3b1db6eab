import { Carrier, sure } from './carrier.ts';
import type { Place, Span } from './passage.ts';
import { placesByBytes, type Encodings } from './same-bytes.ts';

/*
 * Carrying passages from a text to another text of the same document. In this order, and the first that is sure counts:
 *
 * 0. By the bytes that they were read from (`same-bytes.ts`), where only the encoding is another.
 * 1. By the alignment of the two texts (`alignment.ts`): all words of the passage have counterparts that follow one another.
 * 2. By its words, wherever they stand in the new text, white space aside, with what stands around them: for what moved.
 * 3. By what is like it (`near.ts`) between the counterparts of what stands before and after it.
 * 4. By what is like it anywhere, when it is long and hardly anything is other.
 *
 * A passage rather has no place than a wrong one, since facts rest on it. So whatever is found must have something around
 * it that stood around the passage, unless it is long and the only one of its kind; a place that is the counterpart of
 * another passage of the same words is that passage's; and two places that are equally good are none, unless one of them
 * lies where the alignment has the passage.
 *
 * The order (quotation with context, then position, then likeness) is that of annotations on the web: the selectors of the
 * W3C Web Annotation Data Model, and Hypothesis' "fuzzy anchoring".
 */

/** How two texts of a document differ, and how their passages are carried. */
export interface CarryOptions {
  /** Of the two texts; where they differ, only ASCII characters are the same in both. */
  readonly encodings?: Encodings;
}

/**
 * Carries passages from a text of a document to another text of it. A pure function; it takes seconds for thousands of
 * passages and millions of characters.
 *
 * @param before the text in which the passages stand; offsets are UTF-16 code units
 * @returns for each passage, in the order given, its place in the text `after`, or null when it has none that is sure
 */
export function carryOver(
  before: string,
  after: string,
  passages: readonly Span[],
  { encodings = { before: null, after: null } }: CarryOptions = {},
): (Place | null)[] {
  if (before === after) return passages.map(({ start, end }) => sure(start, end));
  const isOtherEncoding = encodings.before !== encodings.after;
  const byBytes = isOtherEncoding ? placesByBytes(before, after, encodings) : null;
  const places = passages.map((passage) => byBytes?.(passage) ?? null);
  if (!places.includes(null)) return places;
  const carrier = new Carrier(before, after);
  for (const [at, passage] of passages.entries()) places[at] ??= carrier.exactly(passage);
  if (isOtherEncoding && places.includes(null)) {
    const byAscii = new Carrier(before, after, true);
    for (const [at, passage] of passages.entries()) places[at] ??= byAscii.byReliableWords(passage);
  }
  for (const [at, passage] of passages.entries()) places[at] ??= carrier.nearly(passage);
  return places;
}

/**
 * Where passages that have no sure place may belong, for a person to choose from.
 *
 * @param before the text in which they stand
 * @returns for each, in the order given, a few places in the text `after`, the likeliest first; they do not overlap
 */
export function offerPlaces(before: string, after: string, passages: readonly Span[]): Place[][] {
  const carrier = new Carrier(before, after);
  return passages.map((passage) => carrier.offers(passage));
}
