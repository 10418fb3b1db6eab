import type { EditorView } from '@codemirror/view';
import { EditorView as View } from '@codemirror/view';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { holdTyping } from '../../app/held-typing.ts';
import { passagesField } from './editor/passage.ts';
import { selectParagraph, selectSentence } from './editor/reading-keys.ts';
import type { Act, ReaderStore } from './reader-store.ts';

/** The keys of the passage bar, shown on it too. */
export const actKeys: Record<Act, string> = {
  tag: 't',
  entity: 'e',
  alias: 'a',
  link: 'l',
  attribute: 'p',
  fact: 'f',
  note: 'n',
  credibility: 'c',
  handling: 'h',
  merge: 'j',
  remove: 'Delete',
};

/** The key that cuts the passage at hand in two where the caret is. */
export const splitKey = 'x';

/** Acts that need a passage; the others make one of the selected words. */
export const needsPassage: ReadonlySet<Act> = new Set(['merge', 'remove']);

/** Acts whose form takes no words at first. */
const withoutWords: ReadonlySet<Act> = new Set(['merge', 'remove']);

/** Registers what can be done while reading, for the keyboard, the help and the palette. */
export function useReaderCommands(
  view: EditorView | null,
  store: ReaderStore,
  language: string,
  split: (view: EditorView) => Promise<void>,
): void {
  const { canWrite } = useCase();
  const begin = (act: Act) => (): void => {
    const { passage, selection } = store.getState();
    if (view === null || (passage === null && (selection === null || needsPassage.has(act))))
      return;
    if (!withoutWords.has(act)) holdTyping();
    store.setState({ act, bar: true });
  };
  const act = (name: Act) =>
    canWrite
      ? {
          id: `reading.${name}` as const,
          title: `reader.act.${name}` as const,
          group: 'reading' as const,
          keys: [actKeys[name]],
          run: begin(name),
        }
      : null;
  useCommand(act('tag'));
  useCommand(act('entity'));
  useCommand(act('alias'));
  useCommand(act('link'));
  useCommand(act('attribute'));
  useCommand(act('fact'));
  useCommand(act('note'));
  useCommand(act('credibility'));
  useCommand(act('handling'));
  useCommand(act('merge'));
  useCommand(act('remove'));
  useCommand(
    canWrite
      ? {
          id: 'reading.split',
          title: 'reader.split',
          group: 'reading',
          keys: [splitKey],
          run: () => {
            if (view !== null) void split(view);
          },
        }
      : null,
  );
  useCommand({
    id: 'reading.otherEnd',
    title: 'reader.otherEnd',
    group: 'reading',
    keys: ['o'],
    run: () => {
      const { passage: id } = store.getState();
      const passage = id === null ? undefined : view?.state.field(passagesField).index.get(id);
      if (view === null || passage === undefined) return;
      const { start, end } = passage;
      const { head } = view.state.selection.main;
      const anchor = Math.abs(head - end) < Math.abs(head - start) ? start : end;
      store.setState({ selection: null, anchor });
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
  });

  const step = (forward: boolean) => (): void => {
    if (view === null) return;
    const { index } = view.state.field(passagesField);
    const { passage } = store.getState();
    // Several passages can begin at one place, so the walk goes by their order and not by their starts.
    const at = passage === null ? -1 : index.positionOf(passage);
    const caret = view.state.selection.main.head;
    const next =
      at >= 0
        ? index.all[at + (forward ? 1 : -1)]
        : forward
          ? index.next(caret)
          : index.previous(caret);
    if (next === undefined) return;
    store.setState({
      passage: next.id,
      selection: null,
      choices: [],
      anchor: next.start,
      bar: false,
      act: null,
      choosing: false,
    });
    view.dispatch({
      selection: { anchor: next.start },
      effects: View.scrollIntoView(next.start, { y: 'center' }),
    });
    view.focus();
  };
  useCommand({
    id: 'reading.next',
    title: 'reader.next',
    group: 'reading',
    keys: [']', 'alt+ArrowDown'],
    run: step(true),
  });
  useCommand({
    id: 'reading.previous',
    title: 'reader.previous',
    group: 'reading',
    keys: ['[', 'alt+ArrowUp'],
    run: step(false),
  });
  useCommand({
    id: 'reading.sentence',
    title: 'reader.sentence',
    group: 'reading',
    keys: ['s'],
    run: () => {
      if (view === null) return;
      selectSentence(language)(view);
      view.focus();
    },
  });
  useCommand({
    id: 'reading.paragraph',
    title: 'reader.paragraph',
    group: 'reading',
    keys: ['shift+s'],
    run: () => {
      if (view === null) return;
      selectParagraph(view);
      view.focus();
    },
  });
}
