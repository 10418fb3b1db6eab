import type { Extension } from '@codemirror/state';
import { layer, type EditorView, type LayerMarker, type ViewUpdate } from '@codemirror/view';
import {
  adjustingField,
  selectedStretch,
  setAdjusting,
  withEnd,
  type Side,
} from './adjusting-state.ts';
import { passagesField, selectedField } from './passage.ts';

/** A handle at one end of the passage at hand. Pixels within the scrolled page. */
class Handle implements LayerMarker {
  readonly side: Side;
  readonly left: number;
  readonly top: number;
  readonly height: number;

  constructor(side: Side, left: number, top: number, height: number) {
    this.side = side;
    this.left = left;
    this.top = top;
    this.height = height;
  }

  eq(other: Handle): boolean {
    return (
      this.side === other.side &&
      this.left === other.left &&
      this.top === other.top &&
      this.height === other.height
    );
  }

  draw(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'lg-handle';
    this.#place(element);
    return element;
  }

  update(element: HTMLElement): boolean {
    this.#place(element);
    return true;
  }

  #place(element: HTMLElement): void {
    element.dataset['side'] = this.side;
    element.style.left = `${this.left}px`;
    element.style.top = `${this.top}px`;
    element.style.height = `${this.height}px`;
  }
}

/** Handles are for the pointer only; with keys the same is done from the caret. */
export function handles(
  commit: (view: EditorView) => boolean,
  leave: (view: EditorView) => boolean,
): Extension {
  return layer({
    above: true,
    class: 'lg-handles',
    update: (update: ViewUpdate) =>
      update.viewportChanged ||
      update.geometryChanged ||
      [adjustingField, selectedField, passagesField].some(
        (field) => update.state.field<unknown>(field) !== update.startState.field<unknown>(field),
      ),
    markers: (view) => {
      const stretch = selectedStretch(view.state);
      if (stretch === null) return [];
      const frame = view.scrollDOM.getBoundingClientRect();
      return (['from', 'to'] as const).flatMap((side) => {
        const at = stretch[side];
        if (at < view.viewport.from || at > view.viewport.to) return [];
        const seen = view.coordsAtPos(at, side === 'from' ? 1 : -1);
        if (seen === null) return [];
        return new Handle(
          side,
          Math.round(seen.left - frame.left + view.scrollDOM.scrollLeft),
          Math.round(seen.top - frame.top + view.scrollDOM.scrollTop),
          Math.round(seen.bottom - seen.top),
        );
      });
    },
    mount: (element, view) => {
      let side: Side | null = null;
      element.addEventListener('pointerdown', (event) => {
        const held = event.target instanceof HTMLElement ? event.target.dataset['side'] : undefined;
        if (event.button !== 0 || (held !== 'from' && held !== 'to')) return;
        event.preventDefault();
        event.stopPropagation();
        side = held;
        element.setPointerCapture(event.pointerId);
      });
      element.addEventListener('pointermove', (event) => {
        const stretch = side === null ? null : selectedStretch(view.state);
        if (side === null || stretch === null) return;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
        const moved = withEnd(stretch, side, at, view.state.doc.length);
        if (moved[side] !== stretch[side]) view.dispatch({ effects: setAdjusting.of(moved) });
      });
      element.addEventListener('pointerup', () => {
        if (side === null) return;
        side = null;
        commit(view);
        view.focus();
      });
      element.addEventListener('pointercancel', () => {
        side = null;
        leave(view);
      });
    },
  });
}
