import type { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, type RefObject } from 'react';

/** Pixels kept free to the window's edges, and between the text and what hangs by it. */
const MARGIN = 8;
const GAP = 6;

interface Box {
  left: number;
  top: number;
  bottom: number;
}

interface Measured {
  /** Where the passage begins, if that is on the page. */
  start: Box | null;
  at: Box | null;
  pane: DOMRect;
  box: DOMRect | undefined;
}

/** What an element hangs by. Offsets in UTF-16 code units. */
export interface Hook {
  /** The place that it hangs below. */
  readonly anchor: number;
  /** Where the passage begins that must not be covered: above, it hangs above this. */
  readonly start: number;
  /**
   * Pixels it will need with all it may come to hold, so that it need not change sides while it is used. Where there are
   * not so many below, the text moves up, and back again when they are needed no more.
   */
  readonly room: number;
}

/**
 * Hangs an element by a place in the text: below its line, or above the passage where that would not fit. It follows
 * the text as that scrolls and stays within the window.
 */
export function useHanging(
  view: EditorView,
  element: RefObject<HTMLElement | null>,
  { anchor, start, room }: Hook,
  shown: boolean,
): void {
  useLayoutEffect(() => {
    if (!shown || room === 0) return undefined;
    const { scrollDOM } = view;
    const at = view.coordsAtPos(anchor, -1);
    if (at === null) return undefined;
    const height = element.current?.getBoundingClientRect().height ?? 0;
    const missing = Math.max(room, height) + at.bottom + GAP + MARGIN - innerHeight;
    const top = view.coordsAtPos(start, 1)?.top ?? at.top;
    // Never further than the passage's first line can move, or where that is out of sight its last.
    const pane = scrollDOM.getBoundingClientRect().top + MARGIN;
    const by = Math.min(missing, (top >= pane ? top : at.top) - pane);
    if (by <= 0) return undefined;
    const before = scrollDOM.scrollTop;
    scrollDOM.scrollTo({ top: before + by });
    const moved = scrollDOM.scrollTop;
    return () => {
      // Unless it was scrolled since.
      if (Math.abs(scrollDOM.scrollTop - moved) < 1) scrollDOM.scrollTo({ top: before });
    };
  }, [anchor, element, room, shown, start, view]);

  useLayoutEffect(() => {
    if (!shown) return undefined;
    const read = (): Measured => {
      const { from, to } = view.viewport;
      return {
        start: start < from || start > to ? null : view.coordsAtPos(start, 1),
        at: view.coordsAtPos(Math.min(Math.max(anchor, from), to), -1),
        pane: view.scrollDOM.getBoundingClientRect(),
        box: element.current?.getBoundingClientRect(),
      };
    };
    const write = (measured: Measured): void => {
      if (element.current !== null) hang(element.current, measured, room);
    };
    const place = (): void => view.requestMeasure({ key: element, read, write });
    // At once the first time: a form that takes the focus must know where it is.
    write(read());
    const resized = new ResizeObserver(place);
    resized.observe(view.scrollDOM);
    if (element.current !== null) resized.observe(element.current);
    view.scrollDOM.addEventListener('scroll', place, { passive: true });
    window.addEventListener('resize', place);
    return () => {
      resized.disconnect();
      view.scrollDOM.removeEventListener('scroll', place);
      window.removeEventListener('resize', place);
    };
  }, [anchor, element, room, shown, start, view]);

  // While the pointer draws out a selection the bar would lie in its way.
  useEffect(() => {
    const { contentDOM } = view;
    const hide = (): void => {
      if (element.current !== null) element.current.dataset['drawing'] = 'true';
    };
    const show = (): void => {
      if (element.current !== null) delete element.current.dataset['drawing'];
    };
    contentDOM.addEventListener('mousedown', hide);
    window.addEventListener('mouseup', show);
    return () => {
      contentDOM.removeEventListener('mousedown', hide);
      window.removeEventListener('mouseup', show);
    };
  }, [element, view]);
}

function hang(element: HTMLElement, { start, at, pane, box }: Measured, room: number): void {
  if (box === undefined) return;
  const { style } = element;
  const within = (y: number): number => Math.min(Math.max(y, pane.top), pane.bottom - 32);
  const bottom = within(at?.bottom ?? pane.top);
  const needed = Math.max(box.height, room);
  const below = innerHeight - bottom - GAP - MARGIN;
  // Above the whole passage where there is room for that, else above the line it hangs by.
  const overAll = within(start?.top ?? pane.top);
  const top = overAll - GAP - MARGIN >= needed ? overAll : within(at?.top ?? pane.top);
  const above = top - GAP - MARGIN;
  const up = needed > below && above > below;
  // Over the text it belongs to where that is wide enough, so that it does not lie on what stands beside it.
  const right = pane.width >= box.width + 2 * MARGIN ? pane.right : innerWidth;
  const left = Math.min((at?.left ?? pane.left) - 24, right - box.width - MARGIN);
  const farthest = innerHeight - box.height - MARGIN;
  element.dataset['side'] = up ? 'above' : 'below';
  style.left = `${Math.max(MARGIN, left)}px`;
  style.top = up ? 'auto' : `${Math.max(MARGIN, Math.min(bottom + GAP, farthest))}px`;
  style.bottom = up ? `${Math.min(innerHeight - top + GAP, farthest)}px` : 'auto';
  style.visibility = 'visible';
}
