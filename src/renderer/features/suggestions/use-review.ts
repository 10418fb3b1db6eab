import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Suggestion, SuggestionGroup } from '#contract/suggestion.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import type { PagedList } from '../../ui/paged.ts';
import { useQueue } from './queue-store.ts';
import { placeAfter } from './standing.ts';
import { usePassages } from './use-suggestions.ts';

/** What is reviewed right now. */
export interface Review {
  group: SuggestionGroup;
  /** The passages of the group that are left to judge, as far as they are here. */
  items: readonly Suggestion[];
  /** Whether these are all of the group. */
  areAll: boolean;
  /** The one at hand, and its place among them. */
  shown: Suggestion;
  at: number;
  /** It can be judged. Not for a moment after it took the place of another that was gone without the person's doing. */
  ready: boolean;
  /** Goes to another group: the next in the list as it is, or the one before. */
  toGroup: (forward: boolean) => void;
  /** Goes on from passages that were judged: to the next of the group, or to the next group where none is left. */
  pass: (judged: readonly string[] | null) => void;
  /** Goes to the next passage or the one before, and at the ends of a group to another. */
  step: (forward: boolean) => void;
}

/** What was shown last, with the lists in which it stood. */
interface Held {
  row: SuggestionGroup;
  rows: readonly SuggestionGroup[];
  shown: Suggestion;
  items: readonly Suggestion[];
}

const none: readonly Suggestion[] = [];

/** How long a key waits after what is shown was exchanged, in milliseconds: it was meant for what was there before. */
const look = 600;

/**
 * Where the review stands. It stands at a group and a passage, wherever the lists have them after a judgement or a new
 * reading; a group that has another name since it is known whom it means is found again by its passage. Only what is
 * nowhere any more gives way to what came next.
 */
export function useReview(groups: PagedList<SuggestionGroup>): Review | null {
  const { group: standing, active, passage, item, set, goTo } = useQueue();
  const [held, setHeld] = useState<Held | null>(null);
  const [isNew, setIsNew] = useState(false);

  const place =
    standing === null
      ? Math.min(active, groups.total - 1)
      : groups.indexOf(({ group }) => group === standing);
  const listed = groups.outdated || place < 0 ? undefined : groups.at(place);
  const last = held !== null && held.row.group === standing ? held : null;
  const row = listed ?? last?.row;
  const passages = usePassages(row?.group);
  const isLost = standing !== null && !groups.outdated && !groups.pending && listed === undefined;
  const where = useWhereabouts(isLost ? passage : null);

  const items = passages?.items ?? last?.items ?? none;
  const found = items.findIndex(({ key }) => key === passage);
  const first = row?.first;
  let shown: Suggestion | undefined = items[found];
  if (shown === undefined && last !== null && (isLost || passages === undefined)) {
    // Until it is known where it is, it stays.
    shown = last.shown.key === passage ? last.shown : undefined;
  }
  if (shown === undefined && passages === undefined) {
    shown = passage === null || first?.key === passage ? first : undefined;
  } else if (shown === undefined && !isLost) {
    const before = last?.items.map(({ key }) => key) ?? [];
    const at = passage === null ? -1 : before.indexOf(passage);
    const keys = items.map(({ key }) => key);
    shown = items[placeAfter(before, passage, at < 0 ? item : at, keys)];
  }

  // What is shown is what the review stands at from here on.
  useEffect(() => {
    if (row === undefined || shown === undefined) return;
    if (passage !== null && shown.key !== passage) setIsNew(true);
    const at = items.indexOf(shown);
    const now = useQueue.getState();
    if (
      now.group !== row.group ||
      now.passage !== shown.key ||
      (place >= 0 && now.active !== place) ||
      (at >= 0 && now.item !== at)
    ) {
      set({
        group: row.group,
        passage: shown.key,
        active: place >= 0 ? place : now.active,
        item: at >= 0 ? at : now.item,
      });
    }
    if (listed === undefined || passages === undefined) return;
    if (
      held?.row !== row ||
      held.shown !== shown ||
      held.rows !== groups.loaded ||
      held.items !== items
    )
      setHeld({ row, shown, rows: groups.loaded, items });
  }, [groups.loaded, held, items, listed, passage, passages, place, row, set, shown]);

  useEffect(() => {
    if (!isNew) return undefined;
    const timer = window.setTimeout(() => setIsNew(false), look);
    return () => window.clearTimeout(timer);
  }, [isNew]);

  /** The group after one that is left, or that is gone, in the order in which the list was. */
  const goOn = (from: string): void => {
    const order = (held?.rows ?? groups.loaded).map(({ group }) => group);
    const rest = groups.loaded.filter(({ group }) => group !== from);
    const next =
      rest[
        placeAfter(
          order,
          null,
          order.indexOf(from),
          rest.map(({ group }) => group),
        )
      ];
    goTo(next, next === undefined ? 0 : groups.indexOf(({ group }) => group === next.group));
  };

  const { state: whereabouts, group: movedTo } = where;
  useEffect(() => {
    if (last === null || standing === null) return;
    if (whereabouts === 'gone') {
      setIsNew(true);
      goOn(standing);
    } else if (whereabouts === 'found' && movedTo !== undefined && movedTo !== standing) {
      // The same passage, and what was chosen for it, under the name that its group has now.
      setHeld({ ...last, row: { ...last.row, group: movedTo } });
      set({ group: movedTo });
    }
    // Once for each answer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [whereabouts, movedTo, standing]);

  if (row === undefined || shown === undefined) return null;
  const at = Math.max(0, items.indexOf(shown));
  const current = shown;
  const toGroup = (forward: boolean): void => {
    const from = place >= 0 ? place : active;
    const to = from + (forward ? 1 : -1);
    if (to >= 0 && to < groups.total) goTo(groups.at(to), to);
  };
  return {
    group: row,
    items,
    areAll: passages?.areAll ?? false,
    shown,
    at,
    ready: !isNew,
    toGroup,
    pass: (judged) => {
      if (judged !== null && passages === undefined && items.length === 0 && row.count > 1) {
        set({ passage: null, item: 0 });
        return;
      }
      const left =
        judged === null
          ? []
          : items.filter(({ key }) => !judged.includes(key)).map(({ key }) => key);
      const keys = items.map(({ key }) => key);
      const next = left[placeAfter(keys, null, at, left)];
      if (next !== undefined) set({ passage: next });
      else if (place >= 0 && groups.at(place + 1) === undefined && place + 1 < groups.total) {
        goTo(undefined, place);
      } else goOn(row.group);
    },
    step: (forward) => {
      const next = items[items.indexOf(current) + (forward ? 1 : -1)];
      if (next !== undefined) set({ passage: next.key });
      else toGroup(forward);
    },
  };
}

/** Where a passage is by now whose group is in no list that is here. */
function useWhereabouts(passage: string | null): {
  state: 'asked' | 'found' | 'gone';
  group: string | undefined;
} {
  const api = useApi();
  const { handle } = useCase();
  const { data, isError, isFetching } = useQuery({
    ...api.suggestions.get.queryOptions({ input: { handle, key: passage ?? '' } }),
    enabled: passage !== null,
    retry: false,
  });
  if (passage === null || isFetching) return { state: 'asked', group: undefined };
  if (isError) return { state: 'gone', group: undefined };
  return data === undefined
    ? { state: 'asked', group: undefined }
    : { state: 'found', group: data.group };
}
