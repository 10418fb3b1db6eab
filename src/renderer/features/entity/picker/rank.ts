/** A name as it is compared while typing: without accents and case. */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}

/** How well a name answers what was typed: the whole, its beginning, the beginning of a word, of several, or within. */
function closeness(query: string, name: string): number {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  const words = name.split(/[^\p{L}\p{N}]+/u);
  if (words.some((word) => word.startsWith(query))) return 2;
  const parts = query.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part)))) {
    return 3;
  }
  return name.includes(query) ? 4 : 5;
}

/**
 * Puts what can be chosen in the order in which it is likely meant: the closest name first, of equally close ones the
 * one used last, and else as they came. With nothing typed, those used last lead.
 *
 * @param namesOf all names an item goes by; the closest counts
 * @param recent keys of items used lately, latest first
 */
export function orderChoices<T>(
  query: string,
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
  recent: readonly T[] = [],
): T[] {
  const wanted = folded(query);
  const lastUse = new Map(recent.map((item, at) => [item, at]));
  return items
    .map((item, at) => ({
      item,
      at,
      close:
        wanted === ''
          ? 0
          : Math.min(5, ...namesOf(item).map((name) => closeness(wanted, folded(name)))),
      used: lastUse.get(item) ?? Infinity,
    }))
    .toSorted((a, b) => a.close - b.close || compare(a.used, b.used) || a.at - b.at)
    .map(({ item }) => item);
}

// Infinity minus itself is no number.
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Whether one of the names answers what was typed. */
export function answers(query: string, names: readonly string[]): boolean {
  const wanted = folded(query);
  return wanted === '' || names.some((name) => closeness(wanted, folded(name)) < 5);
}
