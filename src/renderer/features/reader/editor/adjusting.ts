import { EditorSelection, Prec, type Extension } from '@codemirror/state';
import { Direction, EditorView, keymap } from '@codemirror/view';
import { trimmed } from '../text/span.ts';
import { wordEdge } from '../text/word.ts';
import {
  adjustingField,
  chosen,
  selectedStretch,
  setAdjusting,
  withEnd,
  type Adjusting,
  type Side,
} from './adjusting-state.ts';
import { handles } from './handles.ts';

type Move = (view: EditorView, at: number, forward: boolean) => number;

const byCharacter: Move = (view, at, forward) =>
  view.moveByChar(EditorSelection.cursor(at), forward).head;
const byLine: Move = (view, at, forward) =>
  view.moveVertically(EditorSelection.cursor(at), forward).head;
const byWord =
  (language: string): Move =>
  ({ state }, at, forward) =>
    wordEdge(state.doc, at, forward, language);

/** How often it is looked whether a passage is drawn with its new ends; they may have been refused, or moved on. */
const mostLooks = 50;

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
      const isDrawn = (): boolean => {
        const drawn = chosen(view.state);
        return (
          drawn?.id !== adjusted.id || (drawn.start === adjusted.from && drawn.end === adjusted.to)
        );
      };
      // Until the passage is drawn with its new ends, the next key must not begin at the old ones.
      let looks = 0;
      const settle = (): void => {
        // Unless it is being moved again already.
        if (view.state.field(adjustingField) !== adjusted) return;
        looks += 1;
        if (isDrawn() || looks > mostLooks) view.dispatch({ effects: setAdjusting.of(null) });
        else setTimeout(settle, 20);
      };
      settle();
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
