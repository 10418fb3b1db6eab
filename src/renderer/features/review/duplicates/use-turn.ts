import { useState } from 'react';
import type { DuplicateCandidate } from '#contract/duplicates.ts';

/** What tells one pair from another. */
export const pairOf = ({ first, second }: DuplicateCandidate): string => `${first.id} ${second.id}`;

/** Whose turn it is in a queue: the first pair that was neither judged nor left, and how to go on and back. */
export interface Turn {
  current: DuplicateCandidate | undefined;
  /** Pairs that were left for later, the latest last. */
  left: readonly string[];
  /** How many were judged here and are judged still. */
  judged: number;
  leave: () => void;
  /** Goes back to the pair left last. */
  back: () => void;
  /** Goes back to all that were left. */
  again: () => void;
  /** Counts the pair as judged, before the engine's next answer leaves it out. */
  settle: () => void;
}

/**
 * The turn among the pairs of an answer. A pair that was judged is passed over in answers that were asked for before, and
 * shown again when a later one has it, because its judgement was undone.
 *
 * @param askedAt when the answer was asked for, by `performance.now()`
 */
export function useTurn(items: readonly DuplicateCandidate[], askedAt: number): Turn {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [settledAt, setSettledAt] = useState<ReadonlyMap<string, number>>(new Map());
  const isSettled = (item: DuplicateCandidate): boolean =>
    (settledAt.get(pairOf(item)) ?? -1) >= askedAt;
  const back = items.filter((item) => settledAt.has(pairOf(item)) && !isSettled(item));
  const current = items.find((item) => !left.includes(pairOf(item)) && !isSettled(item));
  return {
    current,
    left,
    judged: settledAt.size - back.length,
    leave: () => {
      if (current !== undefined) setLeft([...left, pairOf(current)]);
    },
    back: () => setLeft(left.slice(0, -1)),
    again: () => setLeft([]),
    settle: () => {
      if (current === undefined) return;
      const pair = pairOf(current);
      const now = performance.now();
      setSettledAt((before) => new Map([...before, [pair, now]]));
    },
  };
}
