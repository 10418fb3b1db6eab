import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, type ViewUpdate } from '@codemirror/view';
import type { SegmentPlace } from '#contract/source.ts';
import type { ReaderStore } from '../reader-store.ts';
import { trimmed } from '../text/span.ts';
import { adjusting } from './adjusting.ts';
import type { Adjusting } from './adjusting-state.ts';
import { foundMarks } from './found.ts';
import { highlights } from './highlights.ts';
import { marginLanes } from './margin-lanes.ts';
import { marginNumbers } from './margin-numbers.ts';
import { hoveredField, passagesField, selectedField, setSelectedPassage } from './passage.ts';
import { readingKeys } from './reading-keys.ts';
import { TintSheet } from './tint-sheet.ts';

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly segments: readonly SegmentPlace[];
  /** BCP 47, or empty when not known. */
  readonly language: string;
  /** The text's name for a screen reader. */
  readonly label: string;
  readonly pageLabel: (page: number) => string;
  readonly nonce: string | undefined;
  readonly store: ReaderStore;
  /** Writes the moved ends of a passage into the case; null where nothing can be written. */
  readonly adjust: ((adjusted: Adjusting) => Promise<void>) | null;
}

/**
 * Makes the view of one source's text. It cannot be written in, and has a caret all the same, so that everything can be
 * selected by keys. Its positions are offsets in UTF-16 code units of the text. What is at hand is kept in the store.
 */
export function createEditor(options: EditorOptions): { view: EditorView; destroy: () => void } {
  const { parent, text, segments, language, label, store } = options;
  const tints = new TintSheet();
  const withdraw = tints.adopt(parent.ownerDocument);

  const choose = (id: string): void => {
    const passage = view.state.field(passagesField).index.get(id);
    if (passage === undefined) return;
    const seen = view.viewport;
    const anchor = Math.min(Math.max(passage.start, seen.from), seen.to);
    store.setState({
      passage: id,
      selection: null,
      choices: [],
      anchor,
      bar: true,
      act: null,
      choosing: false,
    });
    view.dispatch({ selection: { anchor } });
    view.focus();
  };

  const atCaret = (): boolean => {
    const { main } = view.state.selection;
    if (!main.empty) return false;
    const under = view.state.field(passagesField).index.touching(main.head);
    const innermost = under.at(-1);
    if (innermost === undefined) return false;
    const several = under.length > 1;
    store.setState({
      passage: innermost.id,
      choices: several ? under.map(({ id }) => id) : [],
      anchor: main.head,
      bar: true,
      act: null,
      choosing: several,
    });
    return true;
  };

  const leave = (): boolean => {
    const { bar, passage, act } = store.getState();
    if (!bar && passage === null && act === null && view.state.selection.main.empty) return false;
    store.setState({ selection: null, passage: null, choices: [], bar: false, act: null });
    view.dispatch({ selection: { anchor: view.state.selection.main.head } });
    return true;
  };

  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        // Extracted text has only `\n`; any other sign stays what it is, so that positions are its offsets.
        EditorState.lineSeparator.of('\n'),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({
          tabindex: '0',
          'aria-label': label,
          'aria-readonly': 'true',
          'data-hotkeys': '',
          ...(language !== '' && { lang: language }),
        }),
        EditorView.cspNonce.of(options.nonce ?? ''),
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        drawSelection({ cursorBlinkRate: 1100 }),
        // Words within what is selected can be selected in turn: text is not carried off from here.
        EditorView.domEventHandlers({ dragstart: (event) => (event.preventDefault(), true) }),
        readingKeys(language, [
          { key: 'Enter', run: atCaret },
          { key: 'Escape', run: leave },
        ]),
        passagesField,
        selectedField,
        hoveredField,
        adjusting(language, options.adjust, (under) => {
          // The bar would lie in the way of the words that are being taken in.
          store.setState({ bar: !under, choices: [], choosing: false, act: null });
        }),
        highlights(tints),
        foundMarks,
        marginNumbers(segments, options.pageLabel),
        marginLanes(tints, choose),
        EditorView.updateListener.of((update) => follow(update, store)),
      ],
    }),
  });

  // A click beside the text is meant for it: the keys go on reading.
  view.scrollDOM.addEventListener('mousedown', (event) => {
    if (event.target !== view.scrollDOM) return;
    event.preventDefault();
    view.focus();
  });

  const unsubscribe = store.subscribe(({ passage }) => {
    if (view.state.field(selectedField) === passage) return;
    view.dispatch({ effects: setSelectedPassage.of(passage) });
  });

  return {
    view,
    destroy: () => {
      unsubscribe();
      view.destroy();
      withdraw();
    },
  };
}

/** Tells the store what a person selected. Selections that the program makes tell it themselves. */
function follow(update: ViewUpdate, store: ReaderStore): void {
  if (!update.selectionSet) return;
  const asked = update.transactions.some((transaction) => transaction.isUserEvent('select'));
  if (!asked) return;
  const byPointer = update.transactions.some((transaction) =>
    transaction.isUserEvent('select.pointer'),
  );
  const { main } = update.state.selection;
  const { index } = update.state.field(passagesField);
  if (main.empty) {
    const under = index.touching(main.head);
    const kept = under.find(({ id }) => id === store.getState().passage);
    const chosen = byPointer ? under.at(-1) : kept;
    store.setState({
      selection: null,
      passage: chosen?.id ?? null,
      choices: byPointer && under.length > 1 ? under.map(({ id }) => id) : [],
      anchor: main.head,
      bar: chosen !== undefined && (byPointer || store.getState().bar),
      act: null,
      choosing: false,
    });
    return;
  }
  const selection = trimmed(main, (from, to) => update.state.sliceDoc(from, to)) ?? null;
  const same =
    selection === null
      ? undefined
      : index
          .overlapping(selection.from, selection.to)
          .find(({ start, end }) => start === selection.from && end === selection.to);
  store.setState({
    selection,
    passage: same?.id ?? null,
    choices: [],
    anchor: main.head,
    bar: selection !== null,
    act: null,
    choosing: false,
  });
}
