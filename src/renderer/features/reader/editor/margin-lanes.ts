import type { Extension, StateField } from '@codemirror/state';
import { layer, type EditorView, type LayerMarker, type ViewUpdate } from '@codemirror/view';
import { NO_LANE } from '../text/lanes.ts';
import {
  MARGIN_LANES,
  hoveredField,
  passagesField,
  selectedField,
  setHoveredPassage,
} from './passage.ts';
import type { TintSheet } from './tint-sheet.ts';

/** Pixels from one lane to the next, and from the text to the first. */
const LANE_STEP = 5;
const FIRST_LANE = 9;

/** One stripe in the margin, beside the lines of its passage. Pixels within the scrolled page. */
class Stripe implements LayerMarker {
  readonly passage: string;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly className: string;

  constructor(passage: string, left: number, top: number, height: number, className: string) {
    this.passage = passage;
    this.left = left;
    this.top = top;
    this.height = height;
    this.className = className;
  }

  eq(other: Stripe): boolean {
    return (
      this.passage === other.passage &&
      this.left === other.left &&
      this.top === other.top &&
      this.height === other.height &&
      this.className === other.className
    );
  }

  draw(): HTMLElement {
    const element = document.createElement('div');
    this.#place(element);
    return element;
  }

  update(element: HTMLElement): boolean {
    this.#place(element);
    return true;
  }

  #place(element: HTMLElement): void {
    element.className = this.className;
    element.dataset['passage'] = this.passage;
    element.style.left = `${this.left}px`;
    element.style.top = `${this.top}px`;
    element.style.height = `${this.height}px`;
  }
}

function stripes(view: EditorView, tints: TintSheet): Stripe[] {
  const { index, lanes } = view.state.field(passagesField);
  const { from, to } = view.viewport;
  const selected = view.state.field(selectedField);
  const hovered = view.state.field(hoveredField);
  const frame = view.scrollDOM.getBoundingClientRect();
  const origin = {
    left: frame.left - view.scrollDOM.scrollLeft,
    top: frame.top - view.scrollDOM.scrollTop,
  };
  const textLeft = view.contentDOM.getBoundingClientRect().left - origin.left;
  const contentTop = view.documentTop - origin.top;
  const edge = (offset: number, side: 1 | -1): { top: number; bottom: number } => {
    const seen = offset < from || offset > to ? null : view.coordsAtPos(offset, side);
    if (seen !== null) return { top: seen.top - origin.top, bottom: seen.bottom - origin.top };
    const block = view.lineBlockAt(Math.min(Math.max(offset, from), to));
    return { top: block.top + contentTop, bottom: block.bottom + contentTop };
  };
  return index.overlapping(from, to).map((passage) => {
    const lane = lanes.get(passage.id) ?? NO_LANE;
    const left = textLeft - FIRST_LANE - (lane === NO_LANE ? MARGIN_LANES : lane) * LANE_STEP;
    const { top } = edge(passage.start, 1);
    const { bottom } = edge(passage.end, -1);
    const classes = ['lg-stripe', tints.stripe(passage.stripe.slice(0, 3))];
    if (passage.id === selected) classes.push('lg-stripe-selected');
    if (passage.id === hovered) classes.push('lg-stripe-hovered');
    // Half pixels would make neighbours differ in width.
    return new Stripe(
      passage.id,
      Math.round(left),
      Math.round(top),
      Math.max(8, Math.round(bottom - top)),
      classes.join(' '),
    );
  });
}

/**
 * The lanes left of the text: one stripe a passage. A stripe under the pointer lights its passage, a click chooses it.
 * They are for the pointer only; with keys the same is done from the caret.
 */
export function marginLanes(tints: TintSheet, choose: (passage: string) => void): Extension {
  return layer({
    above: true,
    class: 'lg-stripes',
    update: (update) =>
      update.viewportChanged ||
      changed(update, passagesField) ||
      changed(update, selectedField) ||
      changed(update, hoveredField),
    markers: (view) => stripes(view, tints),
    mount: (element, view) => {
      const under = (event: MouseEvent): string | null =>
        event.target instanceof HTMLElement ? (event.target.dataset['passage'] ?? null) : null;
      element.addEventListener('mouseover', (event) => {
        view.dispatch({ effects: setHoveredPassage.of(under(event)) });
      });
      element.addEventListener('mouseleave', () => {
        view.dispatch({ effects: setHoveredPassage.of(null) });
      });
      element.addEventListener('mousedown', (event) => {
        const passage = under(event);
        if (passage === null) return;
        event.preventDefault();
        choose(passage);
      });
    },
  });
}

function changed<T>(update: ViewUpdate, field: StateField<T>): boolean {
  return update.state.field(field) !== update.startState.field(field);
}
