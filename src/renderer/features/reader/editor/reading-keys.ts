import { standardKeymap } from '@codemirror/commands';
import {
  EditorSelection,
  type EditorState,
  type Extension,
  type StateCommand,
} from '@codemirror/state';
import {
  Direction,
  EditorView,
  keymap,
  type Command,
  type KeyBinding,
  type MouseSelectionStyle,
} from '@codemirror/view';
import { growBySentence, sentenceEdge, sentences, type Range } from '../text/sentence.ts';
import { wordAt, wordEdge } from '../text/word.ts';

/** A place between two signs of the text, and which of them is nearer: -1 the one before. */
interface Place {
  readonly pos: number;
  readonly assoc: number;
}

/** Grows the selection to whole sentences of its paragraph, and by the next one each time after. */
export function selectSentence(language: string): StateCommand {
  return ({ state, dispatch }) => {
    const { main } = state.selection;
    const line = state.doc.lineAt(main.from);
    const inLine = { from: main.from - line.from, to: Math.min(main.to, line.to) - line.from };
    const grown = growBySentence(line.text, inLine, language);
    return select(state, dispatch, {
      from: grown.from + line.from,
      to: Math.max(main.to, grown.to + line.from),
    });
  };
}

/** Grows the selection to whole paragraphs, and by the next one each time after. */
export const selectParagraph: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  const from = state.doc.lineAt(main.from).from;
  let last = state.doc.lineAt(main.to);
  if (main.from === from && main.to === last.to) {
    while (last.number < state.doc.lines) {
      last = state.doc.line(last.number + 1);
      if (last.text.trim() !== '') break;
    }
  }
  return select(state, dispatch, { from, to: last.to });
};

function select(
  state: EditorState,
  dispatch: Parameters<StateCommand>[0]['dispatch'],
  { from, to }: Range,
): boolean {
  if (from === state.selection.main.from && to === state.selection.main.to) return false;
  dispatch(
    state.update({
      selection: EditorSelection.single(from, to),
      scrollIntoView: true,
      userEvent: 'select',
    }),
  );
  return true;
}

/** Moves the end of the selection that has the caret to the next edge of a sentence, across paragraphs too. */
export function extendBySentence(forward: boolean, language: string): StateCommand {
  return ({ state, dispatch }) => {
    const { anchor, head } = state.selection.main;
    let line = state.doc.lineAt(head);
    let edge = sentenceEdge(line.text, head - line.from, forward, language);
    while (edge === undefined) {
      const number = line.number + (forward ? 1 : -1);
      if (number < 1 || number > state.doc.lines) return false;
      line = state.doc.line(number);
      edge = sentenceEdge(line.text, forward ? 0 : line.length, forward, language);
    }
    return extendTo(state, dispatch, anchor, line.from + edge);
  };
}

/** Moves the end of the selection that has the caret to the next edge of a paragraph. */
export function extendByParagraph(forward: boolean): StateCommand {
  return ({ state, dispatch }) => {
    const { anchor, head } = state.selection.main;
    let line = state.doc.lineAt(head);
    let edge = forward ? line.to : line.from;
    while (edge === head || line.text.trim() === '') {
      const number = line.number + (forward ? 1 : -1);
      if (number < 1 || number > state.doc.lines) return false;
      line = state.doc.line(number);
      edge = forward ? line.to : line.from;
    }
    return extendTo(state, dispatch, anchor, edge);
  };
}

function extendTo(
  state: EditorState,
  dispatch: Parameters<StateCommand>[0]['dispatch'],
  anchor: number,
  head: number,
): boolean {
  dispatch(
    state.update({
      selection: EditorSelection.single(anchor, head),
      scrollIntoView: true,
      userEvent: 'select',
    }),
  );
  return true;
}

/** A second click takes the word, a third the sentence, a fourth the paragraph; dragging on takes whole ones. */
function byClicks(
  view: EditorView,
  event: MouseEvent,
  language: string,
): MouseSelectionStyle | null {
  if (event.detail < 2 || event.button !== 0 || event.shiftKey) return null;
  const whole = ({ pos, assoc }: Place): Range => {
    const line = view.state.doc.lineAt(pos);
    if (event.detail > 3) return { from: line.from, to: line.to };
    // The sign that was clicked on may be the one before the nearest place between two.
    if (event.detail === 2) {
      return wordAt(view.state.doc, assoc < 0 && pos > line.from ? pos - 1 : pos, language);
    }
    const within = pos - line.from;
    const sentence = sentences(line.text, language).find(({ to }) => to >= within);
    return sentence === undefined
      ? { from: line.from, to: line.to }
      : { from: line.from + sentence.from, to: line.from + sentence.to };
  };
  const placeOf = ({ clientX, clientY }: MouseEvent): Place =>
    view.posAndSideAtCoords({ x: clientX, y: clientY }, false);
  const start = placeOf(event);
  return {
    get: (current) => {
      const a = whole(start);
      const b = whole(placeOf(current));
      return b.from < a.from
        ? EditorSelection.single(a.to, b.from)
        : EditorSelection.single(a.from, Math.max(a.to, b.to));
    },
    update: () => false,
  };
}

/** Moves the end of the selection that has the caret to the next edge of a word, in scripts without spaces too. */
function extendByWord(right: boolean, language: string): Command {
  return (view) => {
    const { state } = view;
    const { anchor, head } = state.selection.main;
    const forward = right === (view.textDirectionAt(head) === Direction.LTR);
    return extendTo(
      state,
      (transaction) => view.dispatch(transaction),
      anchor,
      wordEdge(state.doc, head, forward, language),
    );
  };
}

/** The usual keys but those that write and delete, which here belong to the page: Delete removes a passage. */
const movingKeys = standardKeymap.filter(
  ({ key }) => key === undefined || !/(?:Enter|Backspace|Delete)$/.test(key),
);

/** Moving and selecting by keys and by clicks. What is done with a passage is a command of the page, not a key here. */
export function readingKeys(language: string, own: readonly KeyBinding[]): Extension {
  return [
    EditorView.mouseSelectionStyle.of((view, event) => byClicks(view, event, language)),
    keymap.of([
      ...own,
      {
        key: 'Mod-Shift-ArrowRight',
        mac: 'Ctrl-Shift-ArrowRight',
        run: extendByWord(true, language),
      },
      {
        key: 'Mod-Shift-ArrowLeft',
        mac: 'Ctrl-Shift-ArrowLeft',
        run: extendByWord(false, language),
      },
      { key: 'Alt-Shift-ArrowRight', run: extendBySentence(true, language), preventDefault: true },
      { key: 'Alt-Shift-ArrowLeft', run: extendBySentence(false, language), preventDefault: true },
      { key: 'Mod-Shift-ArrowDown', run: extendByParagraph(true), preventDefault: true },
      { key: 'Mod-Shift-ArrowUp', run: extendByParagraph(false), preventDefault: true },
      ...movingKeys,
    ]),
  ];
}
