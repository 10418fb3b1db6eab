/**
 * Where to stand in a list that has changed: at what one stood at, wherever that is now; where it is gone, at the next
 * of the old order that is still there, else at the nearest before it, else as far down the list as before.
 *
 * @param before the keys of the list as it was
 * @param key of what one stood at
 * @param at its place in the list as it was
 * @param now the keys of the list as it is
 * @returns a place in the list as it is, or -1 when that is empty
 */
export function placeAfter(
  before: readonly string[],
  key: string | null,
  at: number,
  now: readonly string[],
): number {
  const places = new Map(now.map((one, index) => [one, index]));
  const order = [
    ...(key === null ? [] : [key]),
    ...before.slice(at + 1),
    ...before.slice(0, Math.max(0, at)).toReversed(),
  ];
  for (const one of order) {
    const place = places.get(one);
    if (place !== undefined) return place;
  }
  return Math.min(Math.max(0, at), now.length - 1);
}

/** What a person said of suggestions: of all of a group, or of those of its passages that are named. */
export interface Judgement {
  readonly group: string;
  /** Null: all of the group, as far as `source` goes. */
  readonly keys: readonly string[] | null;
  readonly source: string | null;
  /** When it was answered, by the clock of questions and answers; null while it is on its way. */
  readonly answered: number | null;
}

/**
 * Whether a list that was asked for at `asked` can have been told before the engine knew of a judgement, so that what
 * was judged is to be taken off it.
 */
export function isAhead({ answered }: Judgement, asked: number): boolean {
  return answered === null || answered > asked;
}

/** Whether a passage was judged already, though the list that has it does not know. */
export function isJudged(
  judgements: readonly Judgement[],
  { key, group, source }: { key: string; group: string; source: string },
  asked: number,
): boolean {
  return judgements.some(
    (one) =>
      isAhead(one, asked) &&
      (one.keys === null
        ? one.group === group && (one.source === null || one.source === source)
        : one.keys.includes(key)),
  );
}

/**
 * How many passages of a group are left, though the list that has it does not know.
 *
 * @param source the only one that the list is of
 */
export function leftOf(
  judgements: readonly Judgement[],
  { group, count }: { group: string; count: number },
  source: string | null,
  asked: number,
): number {
  const keys = new Set<string>();
  for (const one of judgements) {
    if (one.group !== group || !isAhead(one, asked)) continue;
    if (one.keys !== null) for (const key of one.keys) keys.add(key);
    else if (one.source === null || one.source === source) return 0;
  }
  return Math.max(0, count - keys.size);
}
