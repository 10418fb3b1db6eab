import type { EditorView } from '@codemirror/view';
import { EditorView as View } from '@codemirror/view';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Highlight } from '#contract/annotation.ts';
import { useIsActive } from '../../app/half.ts';
import type { Route } from '../../app/route.ts';
import { setPassages } from './editor/passage.ts';
import { leftPlace } from './going/places.ts';
import { passagesOf, type TagColor } from './passages-of.ts';
import type { Tint } from './reading-view.ts';
import { nothingAtHand, type ReaderStore } from './reader-store.ts';

/**
 * Keeps the passages that are drawn, and the one at hand, in step with what the case holds.
 *
 * @param highlights those that the filter lets through
 * @param held all that the case holds
 */
export function usePassages(
  view: EditorView | null,
  store: ReaderStore,
  highlights: readonly Highlight[],
  held: readonly Highlight[],
  tags: readonly TagColor[],
  tint: Tint,
): void {
  const lost = useRef<string | null>(null);
  // One that was just made is at hand before it has come with the others: it is not lost.
  const heldBefore = useRef<readonly Highlight[]>([]);
  // Before the page is painted, so that no text is seen that can be clicked on while its passages are not in it.
  useLayoutEffect(() => {
    if (view === null) return;
    const length = view.state.doc.length;
    const passages = passagesOf(highlights, tags, tint).filter(({ end }) => end <= length);
    view.dispatch({ effects: setPassages.of(passages) });

    const before = heldBefore.current;
    heldBefore.current = held;
    const { passage, selection } = store.getState();
    if (passage !== null || selection !== null) lost.current = null;
    if (passage !== null && !passages.some(({ id }) => id === passage)) {
      // It was removed, here or by someone else, or is not among those that are shown.
      const isRemoved =
        before.some(({ id }) => id === passage) && !held.some(({ id }) => id === passage);
      lost.current = isRemoved ? passage : null;
      store.setState({ passage: null, choices: [], act: null });
    } else if (passage === null && selection === null && lost.current !== null) {
      // What was undone may be done again: then the passage that was at hand is at hand again.
      const back = passages.find(({ id }) => id === lost.current);
      if (back !== undefined) store.setState({ passage: back.id });
    } else if (passage === null && selection !== null) {
      const made = passages.find(
        ({ start, end }) => start === selection.from && end === selection.to,
      );
      if (made !== undefined) store.setState({ passage: made.id });
    }
  }, [held, highlights, store, tags, tint, view]);
}

/** Goes to the passage that the route names, to the middle of the page; else to where the source was last left. */
export function usePlace(
  view: EditorView | null,
  store: ReaderStore,
  source: string,
  highlights: readonly Highlight[],
  { at, excerpt }: Route,
): void {
  const isActive = useIsActive();
  // Of two halves only the one that is worked in has the keys.
  const takeKeys = useEffectEvent((shown: EditorView) => {
    if (isActive) shown.focus();
  });
  // What was gone to already is not gone to again when passages change.
  const gone = useRef<string | null>(null);
  const start = at?.start;
  const end = at?.end;
  const passage =
    excerpt !== undefined
      ? highlights.find(({ id }) => id === excerpt)
      : highlights.find((one) => one.start === start && one.end === end);

  useEffect(() => {
    if (view === null) {
      gone.current = null;
      return;
    }
    const length = view.state.doc.length;
    const wanted =
      excerpt !== undefined ? `excerpt ${excerpt}` : start !== undefined ? `${start}-${end}` : '';
    if (gone.current === wanted) return;
    const to = passage ?? (start !== undefined && end !== undefined ? { start, end } : undefined);
    if (wanted === '') {
      gone.current = wanted;
      const { top, caret } = leftPlace(source);
      view.dispatch({
        selection: { anchor: Math.min(caret, length) },
        ...(top > 0 && { effects: View.scrollIntoView(Math.min(top, length), { y: 'start' }) }),
      });
      takeKeys(view);
      return;
    }
    // The passage may not have come yet; it is gone to when it has.
    if (to === undefined) return;
    gone.current = wanted;
    const from = Math.min(to.start, length);
    const until = Math.min(to.end, length);
    store.setState(({ touched }) => ({
      ...nothingAtHand,
      touched: passage === undefined ? touched : [...touched, passage.id],
      passage: passage?.id ?? null,
      selection: passage === undefined ? { from, to: until } : null,
      anchor: until,
    }));
    view.dispatch({
      selection: passage === undefined ? { anchor: from, head: until } : { anchor: from },
      effects: View.scrollIntoView(from, { y: 'center' }),
    });
    takeKeys(view);
  }, [end, excerpt, passage, source, start, store, view]);
}
