import {
  EditorSelection,
  Prec,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from '@codemirror/state';
import {
  Direction,
  EditorView,
  keymap,
  layer,
  type LayerMarker,
  type ViewUpdate,
} from '@codemirror/view';
import type { Range } from '../text/sentence.ts';
import { trimmed } from '../text/span.ts';
import { wordEdge } from '../text/word.ts';
import { passagesField, selectedField, setPassages, type Passage } from './passage.ts';

/** A passage whose ends are being moved, and where they are by now. Offsets in UTF-16 code units. */
export interface Adjusting extends Range {
  readonly id: string;
}

const setAdjusting = StateEffect.define<Adjusting | null>();

export const adjustingField = StateField.define<Adjusting | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setAdjusting)) return effect.value;
    if (value === null) return null;
    // Once the case has it so, there is nothing left to show apart from it.
    for (const effect of transaction.effects) {
      if (!effect.is(setPassages)) continue;
      const now = effect.value.find(({ id }) => id === value.id);
      if (now === undefined || (now.start === value.from && now.end === value.to)) return null;
    }
    return value;
  },
});

/** Where the passage at hand lies, its ends as they are being moved. */
export function selectedStretch(state: EditorState): Adjusting | null {
  const passage = chosen(state);
  if (passage === null) return null;
  const adjusting = state.field(adjustingField);
  if (adjusting?.id === passage.id) return adjusting;
  return { id: passage.id, from: passage.start, to: passage.end };
}

function chosen(state: EditorState): Passage | null {
  const id = state.field(selectedField);
  const passage = id === null ? undefined : state.field(passagesField).index.get(id);
  return passage === undefined || passage.end > state.doc.length ? null : passage;
}

type Side = 'from' | 'to';
type Move = (view: EditorView, at: number, forward: boolean) => number;

const byCharacter: Move = (view, at, forward) =>
  view.moveByChar(EditorSelection.cursor(at), forward).head;
const byLine: Move = (view, at, forward) =>
  view.moveVertically(EditorSelection.cursor(at), forward).head;
const byWord =
  (language: string): Move =>
  ({ state }, at, forward) =>
    wordEdge(state.doc, at, forward, language);

/**
 * Lets the ends of the passage at hand be moved: by handles at them, and by Shift with the arrows (by words with Control)
 * while no words are selected. The keys move the end nearest to the caret, which goes along; what they came to is kept
 * when Shift is let go. Escape leaves the ends where they were.
 *
 * @param keep writes the new ends into the case, the passage being drawn with them meanwhile; null where nothing can be
 *   written, and the ends stay
 * @param follow told when moving begins, and when it ends
 */
export function adjusting(
  language: string,
  keep: ((adjusted: Adjusting) => Promise<void>) | null,
  follow: (under: boolean) => void,
): Extension {
  if (keep === null) return adjustingField;
  const commit = (view: EditorView): boolean => {
    const now = view.state.field(adjustingField);
    const passage = chosen(view.state);
    if (now === null || passage === null || passage.id !== now.id) return false;
    const words = trimmed(now, (from, to) => view.state.sliceDoc(from, to));
    if (words === undefined || (words.from === passage.start && words.to === passage.end)) {
      view.dispatch({ effects: setAdjusting.of(null) });
      return true;
    }
    const adjusted = { id: now.id, ...words };
    view.dispatch({ effects: setAdjusting.of(adjusted) });
    void keep(adjusted).finally(() => {
      // Unless it is being moved again already.
      if (view.state.field(adjustingField) === adjusted) {
        view.dispatch({ effects: setAdjusting.of(null) });
      }
    });
    return true;
  };
  const leave = (view: EditorView): boolean => {
    if (view.state.field(adjustingField) === null) return false;
    view.dispatch({ effects: setAdjusting.of(null) });
    return true;
  };
  const key = (move: Move, forward: (view: EditorView, at: number) => boolean) => {
    return (view: EditorView): boolean => {
      const { main } = view.state.selection;
      const stretch = selectedStretch(view.state);
      if (stretch === null || !main.empty) return false;
      const side: Side =
        Math.abs(main.head - stretch.from) < Math.abs(main.head - stretch.to) ? 'from' : 'to';
      const to = move(view, stretch[side], forward(view, stretch[side]));
      const moved = withEnd(stretch, side, to, view.state.doc.length);
      view.dispatch({
        effects: setAdjusting.of(moved),
        selection: { anchor: moved[side] },
        scrollIntoView: true,
      });
      return true;
    };
  };
  const along =
    (right: boolean) =>
    (view: EditorView, at: number): boolean =>
      right === (view.textDirectionAt(at) === Direction.LTR);
  const down = (yes: boolean) => () => yes;
  const word = byWord(language);
  return [
    adjustingField,
    handles(commit, leave),
    Prec.highest(
      keymap.of([
        { key: 'Shift-ArrowRight', run: key(byCharacter, along(true)) },
        { key: 'Shift-ArrowLeft', run: key(byCharacter, along(false)) },
        { key: 'Shift-ArrowDown', run: key(byLine, down(true)) },
        { key: 'Shift-ArrowUp', run: key(byLine, down(false)) },
        { key: 'Ctrl-Shift-ArrowRight', run: key(word, along(true)) },
        { key: 'Ctrl-Shift-ArrowLeft', run: key(word, along(false)) },
        { key: 'Enter', run: commit },
        { key: 'Escape', run: leave },
      ]),
    ),
    EditorView.updateListener.of(({ state, startState }) => {
      const [now, before] = [state, startState].map((one) => one.field(adjustingField) !== null);
      if (now !== before) follow(now === true);
    }),
    EditorView.domEventHandlers({
      keyup: (event, view) => {
        if (event.key === 'Shift') commit(view);
      },
      blur: (_event, view) => {
        // Not while the view is being drawn, which is when it may lose the focus.
        setTimeout(() => commit(view));
      },
    }),
  ];
}

/** The stretch with one end moved: never past the other, nor out of the text. */
function withEnd(stretch: Adjusting, side: Side, to: number, length: number): Adjusting {
  return side === 'from'
    ? { ...stretch, from: Math.max(0, Math.min(to, stretch.to - 1)) }
    : { ...stretch, to: Math.min(length, Math.max(to, stretch.from + 1)) };
}

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
function handles(
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
