import { StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MentionSpan, SuggestionSpan } from '#contract/suggestion.ts';
import { useApi, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useCommand } from '../../../app/commands.ts';
import { useJudging, whenJudged } from '../../suggestions/judging.ts';
import { useQueue } from '../../suggestions/queue-store.ts';
import { isSameSpans, leftSpans } from '../../suggestions/left-spans.ts';
import type { ReaderStore } from '../reader-store.ts';
import { IntervalIndex, type Stretch } from '../text/interval-index.ts';
import {
  noSpans,
  setSpans,
  spanMarks,
  type MentionStretch,
  type SuggestedStretch,
} from './span-marks.ts';
import { useSuggestingView } from './suggesting-store.ts';

/** How many of those that come next are fetched whole beforehand. */
const ahead = 2;

/** How long the list waits for another judgement before it is asked for anew, in milliseconds. */
const breath = 400;

const noSuggestions: readonly SuggestionSpan[] = [];
const noMentions: readonly MentionSpan[] = [];

/** The suggestions of a source as they are shown while it is read. */
export interface Suggesting {
  readonly on: boolean;
  /** How many are left to judge; null while the source is being read for them. */
  readonly count: number | null;
  /** The one at hand. */
  readonly current: SuggestedStretch | null;
  readonly error: Error | null;
  readonly toggle: () => void;
  readonly step: (forward: boolean) => void;
  /** Puts the one at hand away. */
  readonly leave: () => void;
  /** The keys of all of a group that are left in the source. */
  readonly keysIn: (group: string) => string[];
}

/** Draws suggestions and judged mentions into the text where they are wanted, and goes from one to the next. */
export function useSuggesting(
  view: EditorView | null,
  store: ReaderStore,
  source: string,
): Suggesting {
  const api = useApi();
  const queries = useQueryClient();
  const { handle } = useCase();
  const minScore = useQueue((queue) => queue.minScore);
  const { on, toggle } = useSuggestingView();
  const [held, setHeld] = useState<{ source: string; one: SuggestedStretch } | null>(null);
  const at = held?.source === source ? held.one : null;
  const setAt = useCallback(
    (one: SuggestedStretch | null) => setHeld(one === null ? null : { source, one }),
    [source],
  );
  /** The one that was gone to last: it is not gone to again each time the list comes anew. */
  const revealed = useRef<string | null>(null);
  const latest = useRef(setAt);
  useEffect(() => {
    latest.current = setAt;
  });
  const spansKey = api.suggestions.spans.queryKey({ input: { handle, source, minScore } });
  const mentionsQuery = api.suggestions.mentions.queryOptions({ input: { handle, source } });
  const client = useClient();
  const asked = useQuery({
    queryKey: spansKey,
    queryFn: async ({ signal }) => {
      // What was judged is off the page already: of a row of judgements only the last asks for thousands of places anew.
      if (queries.getQueryData(spansKey) !== undefined) {
        await new Promise((resolve) => setTimeout(resolve, breath));
        signal.throwIfAborted();
      }
      const at = await whenJudged();
      const spans = await client.suggestions.spans({ handle, source, minScore }, { signal });
      return { spans, asked: at };
    },
    enabled: on,
    // Comparing thousands of them field by field would hold the page up; `isSameSpans` tells what matters.
    structuralSharing: false,
  });
  const judgements = useJudging((judging) => judging.judgements);
  // What was judged is off the page before the engine has told what is left.
  const left = useMemo(
    () =>
      asked.data === undefined
        ? undefined
        : leftSpans(asked.data.spans, judgements, source, asked.data.asked),
    [asked.data, judgements, source],
  );
  // What is drawn stays until something of it is another: a judgement is heard of three times, and changes it once.
  const [spans, setSpansShown] = useState(left);
  if (left !== spans && (left === undefined || spans === undefined || !isSameSpans(spans, left))) {
    setSpansShown(left);
  }
  const mentioned = useQuery({ ...mentionsQuery, enabled: on });
  const suggestions = useMemo(
    () => new IntervalIndex((spans ?? noSuggestions).map((one) => ({ ...one, id: one.key }))),
    [spans],
  );
  const mentions = useMemo(
    () => new IntervalIndex<MentionStretch>(mentioned.data ?? noMentions),
    [mentioned.data],
  );

  useEffect(() => {
    if (view === null) return undefined;
    view.dispatch({
      effects: StateEffect.appendConfig.of(
        spanMarks((one) => {
          // Where something is suggested the bar of a passage would lie over it.
          if (one !== null) store.setState({ bar: false, choosing: false });
          revealed.current = one?.id ?? null;
          latest.current(one);
        }),
      ),
    });
    return store.subscribe(({ bar }) => {
      if (bar) latest.current(null);
    });
  }, [store, view]);

  // Asked for before they were there, the first from the caret on is shown as soon as they are.
  const awaited = useRef(false);
  useEffect(() => {
    if (!awaited.current || !on || view === null || spans === undefined) return;
    awaited.current = false;
    latest.current(suggestions.next(view.state.selection.main.head - 1) ?? null);
  }, [on, spans, suggestions, view]);

  // What was judged, or is suggested no more, gives way to the next; when that is taken back, it is at hand again.
  const current =
    !on || at === null || spans === undefined
      ? null
      : (suggestions.get(at.id) ?? suggestions.next(at.start - 1) ?? null);
  const currentId = current?.id ?? null;
  useEffect(() => {
    view?.dispatch({
      effects: setSpans.of(on ? { suggestions, mentions, current: currentId } : noSpans),
    });
  }, [currentId, mentions, on, suggestions, view]);

  // Those that are judged next are here by then.
  useEffect(() => {
    if (current === null) return;
    const place = suggestions.positionOf(current.id);
    for (const { key } of suggestions.all.slice(place + 1, place + 1 + ahead)) {
      void queries.prefetchQuery(api.suggestions.get.queryOptions({ input: { handle, key } }));
    }
  }, [api, current, handle, queries, suggestions]);

  useEffect(() => {
    if (view === null || current === null || revealed.current === current.id) return;
    revealed.current = current.id;
    reveal(view, store, current);
  }, [current, store, view]);

  const step = (forward: boolean): void => {
    if (view === null) return;
    if (!on) toggle();
    if (!on || spans === undefined) {
      awaited.current = true;
      return;
    }
    const caret = view.state.selection.main.head;
    const place = current === null ? -1 : suggestions.positionOf(current.id);
    const next =
      place >= 0
        ? suggestions.all[place + (forward ? 1 : -1)]
        : forward
          ? suggestions.next(caret - 1)
          : suggestions.previous(caret);
    if (next !== undefined) setAt(next);
    view.focus();
  };
  const stepMention = async (forward: boolean): Promise<void> => {
    if (view === null) return;
    const index = new IntervalIndex<MentionStretch>(await queries.fetchQuery(mentionsQuery));
    const caret = view.state.selection.main.head;
    const next = forward ? index.next(caret) : index.previous(caret);
    if (next === undefined) return;
    setAt(null);
    reveal(view, store, next);
    view.focus();
  };

  useCommand({
    id: 'reading.suggestions',
    title: 'reader.suggestions.show',
    group: 'reading',
    keys: ['i'],
    run: toggle,
  });
  useCommand({
    id: 'reading.nextSuggestion',
    title: 'reader.suggestions.next',
    group: 'reading',
    keys: ['.'],
    run: () => step(true),
  });
  useCommand({
    id: 'reading.previousSuggestion',
    title: 'reader.suggestions.previous',
    group: 'reading',
    keys: [','],
    run: () => step(false),
  });
  useCommand({
    id: 'reading.nextMention',
    title: 'reader.nextMention',
    group: 'reading',
    keys: ['m'],
    run: () => void stepMention(true),
  });
  useCommand({
    id: 'reading.previousMention',
    title: 'reader.previousMention',
    group: 'reading',
    keys: ['shift+m'],
    run: () => void stepMention(false),
  });

  return {
    on,
    count: spans?.length ?? null,
    current,
    error: on ? asked.error : null,
    toggle,
    step,
    leave: () => {
      setAt(null);
      view?.focus();
    },
    keysIn: (group) => suggestions.all.flatMap((one) => (one.group === group ? [one.key] : [])),
  };
}

/** Goes to a stretch of the text with nothing else at hand; the text moves only where it is not well in sight. */
function reveal(view: EditorView, store: ReaderStore, { start }: Stretch): void {
  store.setState({
    passage: null,
    selection: null,
    choices: [],
    bar: false,
    act: null,
    choosing: false,
  });
  const anchor = Math.min(start, view.state.doc.length);
  const seen = view.scrollDOM.getBoundingClientRect();
  const at = view.coordsAtPos(anchor);
  const inSight = at !== null && at.top > seen.top + 24 && at.bottom < seen.bottom - 24;
  view.dispatch({
    selection: { anchor },
    effects: inSight ? [] : EditorView.scrollIntoView(anchor, { y: 'center' }),
  });
}
