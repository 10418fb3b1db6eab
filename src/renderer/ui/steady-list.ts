import { useEffect, useState } from 'react';
import type { ListView } from './paged.ts';

/** How long after the last move of the pointer over it a list stands still; how often moves are heeded. Milliseconds. */
const standing = 1000;
const heeding = 200;

/**
 * The list as it stood, with what was not here then as it is now: whoever points at a line finds it there when they
 * press, though the list has changed meanwhile.
 */
export function asItStood<T>(stood: ListView<T> | null, list: ListView<T>): ListView<T> {
  if (stood === null) return list;
  return { ...list, total: stood.total, at: (index) => stood.at(index) ?? list.at(index) };
}

/**
 * Where an item is in a list now, looked for from a place outward, since it has hardly gone far.
 *
 * @returns its place, or -1 when it is not among what is here
 */
export function placeNow<T>(
  list: Pick<ListView<T>, 'at' | 'total'>,
  keyOf: (item: T) => string,
  key: string,
  near: number,
): number {
  const isThere = (index: number): boolean => {
    const item = index >= 0 && index < list.total ? list.at(index) : undefined;
    return item !== undefined && keyOf(item) === key;
  };
  for (let by = 0; by < list.total + near; by += 1) {
    if (isThere(near - by)) return near - by;
    if (isThere(near + by)) return near + by;
  }
  return -1;
}

/**
 * Keeps a list as it is while the pointer moves over it, and lets go of it when it rests or leaves, when the list is
 * scrolled, and at any key.
 */
export function useSteadyList<T>(list: ListView<T>): {
  shown: ListView<T>;
  isHeld: boolean;
  /** @param now when the pointer moved, in milliseconds of any clock */
  hold: (now: number) => void;
  release: () => void;
} {
  const [held, setHeld] = useState<{ list: ListView<T>; moved: number } | null>(null);
  const release = (): void => setHeld(null);
  useEffect(() => {
    if (held === null) return undefined;
    const letGo = (): void => setHeld(null);
    const timer = window.setTimeout(letGo, standing);
    window.addEventListener('keydown', letGo, true);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('keydown', letGo, true);
    };
  }, [held]);
  return {
    shown: asItStood(held?.list ?? null, list),
    isHeld: held !== null,
    hold: (now) =>
      setHeld((before) =>
        before !== null && now - before.moved < heeding
          ? before
          : { list: before?.list ?? list, moved: now },
      ),
    release,
  };
}
