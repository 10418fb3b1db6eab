import type { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, type RefObject } from 'react';

/** Pixels kept free to the window's edges, and between the text and what hangs by it. */
const MARGIN = 8;
const GAP = 6;

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
    const place = (): void => {
      view.requestMeasure({
        key: element,
        read: () => {
          const { from, to } = view.viewport;
          const within = Math.min(Math.max(anchor, from), to);
          return {
            at: view.coordsAtPos(within),
            pane: view.scrollDOM.getBoundingClientRect(),
            box: element.current?.getBoundingClientRect(),
          };
        },
        write: ({ at, pane, box }) => {
          const hung = element.current;
          if (hung === null || box === undefined) return;
          const top = Math.min(Math.max(at?.top ?? pane.top, pane.top), pane.bottom - 32);
          const bottom = Math.min(Math.max(at?.bottom ?? pane.top, pane.top), pane.bottom - 32);
          const needed = Math.max(box.height, room);
          const below = innerHeight - bottom - GAP - MARGIN;
          const above = top - GAP - MARGIN;
          const up = needed > below && above > below;
          const left = Math.min((at?.left ?? pane.left) - 24, innerWidth - box.width - MARGIN);
          hung.dataset['side'] = up ? 'above' : 'below';
          hung.style.left = `${Math.max(MARGIN, left)}px`;
          if (up) {
            hung.style.top = 'auto';
            hung.style.bottom = `${Math.min(innerHeight - top + GAP, innerHeight - box.height - MARGIN)}px`;
          } else {
            hung.style.bottom = 'auto';
            hung.style.top = `${Math.max(MARGIN, Math.min(bottom + GAP, innerHeight - box.height - MARGIN))}px`;
          }
        },
      });
    };
    place();
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
