/** Pairs that were judged, each with the number of the last answer that may not know of it yet. */
export type Settled = ReadonlyMap<string, number>;

/**
 * Passes a pair over that was judged while an answer was on the screen. The next answer may have been asked for before the
 * judgement and still have the pair; any later one that has it has it because the judgement was undone.
 *
 * @param answer number of the answer that is on the screen
 */
export function settled(before: Settled, pair: string, answer: number): Settled {
  const still = [...before].filter(([, last]) => last >= answer);
  return new Map([...still, [pair, answer + 1]]);
}

/** Whether a pair of an answer was judged already, which the answer may not know of. */
export function isSettled(known: Settled, pair: string, answer: number): boolean {
  return answer <= (known.get(pair) ?? -1);
}
