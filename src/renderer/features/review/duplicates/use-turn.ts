import { useState } from 'react';
import type { DuplicateCandidate } from '#contract/duplicates.ts';
import { isSettled, settled, type Settled } from './settled.ts';

/** What tells one pair from another. */
export const pairOf = ({ first, second }: DuplicateCandidate): string => `${first.id} ${second.id}`;

/** Whose turn it is in a queue: the first pair that was neither judged nor left, and how to go on and back. */
export interface Turn {
  current: DuplicateCandidate | undefined;
  /** Pairs that were left for later, the latest last. */
  left: readonly string[];
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
 * The turn among the pairs of an answer. A pair that was judged is passed over until an answer knows of it, so that one
 * that comes back, because its judgement was undone, is shown again.
 *
 * @param answeredAt when the answer came
 */
export function useTurn(items: readonly DuplicateCandidate[], answeredAt: number): Turn {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [known, setKnown] = useState<Settled>(new Map());
  const [answer, setAnswer] = useState({ number: 0, answeredAt });
  if (answer.answeredAt !== answeredAt) setAnswer({ number: answer.number + 1, answeredAt });
  const [judged, setJudged] = useState(0);
  const current = items.find((item) => {
    const pair = pairOf(item);
    return !left.includes(pair) && !isSettled(known, pair, answer.number);
  });
  return {
    current,
    left,
    judged,
    leave: () => {
      if (current !== undefined) setLeft([...left, pairOf(current)]);
    },
    back: () => setLeft(left.slice(0, -1)),
    again: () => setLeft([]),
    settle: () => {
      if (current === undefined) return;
      // What was judged may be told after the next answer came: it is passed over by the answer it was judged in.
      setKnown((before) => settled(before, pairOf(current), answer.number));
      setJudged((before) => before + 1);
    },
  };
}
