import type { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, type RefObject } from 'react';

/** Pixels kept free to the window's edges, and between the text and what hangs by it. */
const MARGIN = 8;
const GAP = 6;

interface Measured {
  at: { left: number; top: number; bottom: number } | null;
  pane: DOMRect;
  box: DOMRect | undefined;
}

/**
 * Hangs an element by a place in the text: below its line, or above where that would not fit. It follows the text
 * as that scrolls and stays within the window.
 *
 * @param room pixels it will need with all it may come to hold, so that it need not change sides while it is used
 */
export function useHanging(
  view: EditorView,
  element: RefObject<HTMLElement | null>,
  anchor: number,
  room: number,
  shown: boolean,
): void {
  useLayoutEffect(() => {
    if (!shown) return undefined;
    const read = (): Measured => {
      const { from, to } = view.viewport;
      return {
        at: view.coordsAtPos(Math.min(Math.max(anchor, from), to)),
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
  }, [anchor, element, room, shown, view]);

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

function hang(element: HTMLElement, { at, pane, box }: Measured, room: number): void {
  if (box === undefined) return;
  const { style } = element;
  const within = (y: number): number => Math.min(Math.max(y, pane.top), pane.bottom - 32);
  const top = within(at?.top ?? pane.top);
  const bottom = within(at?.bottom ?? pane.top);
  const needed = Math.max(box.height, room);
  const below = innerHeight - bottom - GAP - MARGIN;
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
