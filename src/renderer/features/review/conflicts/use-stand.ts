import { useEffect, useState } from 'react';
import type { Conflict } from '#contract/conflict.ts';
import type { PagedList } from '../../../ui/paged.ts';
import { nothingSelected, type Selection } from '../../../ui/selection.ts';
import { placeAfter } from '../../suggestions/standing.ts';
import { matterOf } from './decisions.ts';

/** How long keys wait after what is shown was exchanged by somebody else, in milliseconds. */
const look = 600;

/** Where the review of conflicts stands. */
export interface Stand {
  /** The conflict on the screen, which a key decides. */
  shown: Conflict | undefined;
  /** It can be decided: not for a moment after it took the place of one that went without the person's doing. */
  ready: boolean;
  selection: Selection;
  select: (selection: Selection) => void;
  step: (forward: boolean) => void;
  /** Goes on from conflicts that were decided, before the engine has told what is left. */
  pass: (decided: readonly string[]) => void;
}

interface Held {
  conflict: Conflict;
  at: number;
  order: readonly string[];
}

/**
 * Stands at a conflict by its name, wherever the list has it. What was decided here gives way to the next at once; what
 * somebody else decided or wrote to gives way too, and then keys wait, since they were meant for what was there before.
 */
export function useStand(list: PagedList<Conflict>): Stand {
  const [key, setKey] = useState<string | null>(null);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [held, setHeld] = useState<Held | null>(null);
  const [isNew, setIsNew] = useState(false);
  const [decided, setDecided] = useState<readonly string[]>([]);

  const order = list.loaded.map(({ id }) => id);
  const settled = !list.outdated && !list.pending;
  // What was decided last and is there again was taken back: it is what the person wants to see.
  const back = settled ? order.find((id) => decided.includes(id)) : undefined;
  let at = order.indexOf(back ?? key ?? '');
  if (at < 0 && settled) {
    const matter = key === null ? null : matterOf(key);
    at = order.findIndex((id) => matterOf(id) === matter);
    if (at < 0) at = placeAfter(held?.order ?? [], key, held?.at ?? 0, order);
  }
  const found = list.loaded[at];
  if (back !== undefined) {
    setDecided([]);
    setKey(back);
    setIsNew(true);
  } else if (found !== undefined && found.id !== key) {
    setKey(found.id);
    if (key !== null) setIsNew(true);
  }
  if (
    found !== undefined &&
    (held?.conflict !== found || held.at !== at || held.order.length !== order.length)
  ) {
    setHeld({ conflict: found, at, order });
  }
  const shown = found ?? (settled ? undefined : held?.conflict);
  const place = shown === undefined ? -1 : list.indexOf(({ id }) => id === shown.id);

  useEffect(() => {
    if (!isNew) return undefined;
    const timer = window.setTimeout(() => setIsNew(false), look);
    return () => window.clearTimeout(timer);
  }, [isNew]);

  const standAt = (index: number): void => {
    const next = list.at(index);
    if (next === undefined) return;
    setKey(next.id);
    setSelection({ keys: new Set([next.id]), active: index, anchor: index });
  };
  return {
    shown,
    ready: shown !== undefined && !isNew,
    selection: {
      ...selection,
      active: place,
      // Nothing was selected yet: the one at hand is.
      keys: selection.keys.size === 0 && shown !== undefined ? new Set([shown.id]) : selection.keys,
    },
    select: (next) => {
      setSelection(next);
      const stood = list.at(next.active);
      if (stood !== undefined) setKey(stood.id);
    },
    step: (forward) => {
      if (place < 0) return;
      standAt(Math.max(0, Math.min(list.total - 1, place + (forward ? 1 : -1))));
    },
    pass: (passed) => {
      const left = order.filter((id) => !passed.includes(id));
      const next = left[placeAfter(order, null, at, left)] ?? null;
      setKey(next);
      setDecided(passed.slice(0, 1));
      setSelection({ keys: new Set(next === null ? [] : [next]), active: -1, anchor: -1 });
    },
  };
}
