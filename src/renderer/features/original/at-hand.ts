import { EditorView } from '@codemirror/view';
import type { Highlight } from '#contract/annotation.ts';
import type { ReaderStore } from '../reader/reader-store.ts';
import { growBySentence, type Range } from '../reader/text/sentence.ts';
import { wordAt } from '../reader/text/word.ts';

/** Selects a stretch of the text that was selected on its original, so that the two are one and the same. */
export function selectInText(view: EditorView, { from, to }: Range): void {
  const length = view.state.doc.length;
  view.dispatch({
    selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
    effects: EditorView.scrollIntoView(Math.min(from, length), { y: 'center' }),
  });
  view.focus();
}

/**
 * What pressing on words of the original does: the passage that stands there is at hand, of several the shortest, with the
 * others to choose from; pressing twice selects the word, three times the sentence.
 */
export function pressAt(
  view: EditorView,
  store: ReaderStore,
  highlights: readonly Highlight[],
  language: string,
  offset: number,
  times: number,
): void {
  const { doc } = view.state;
  const at = Math.min(offset, doc.length);
  if (times === 2) {
    selectInText(view, wordAt(doc, at, language));
    return;
  }
  if (times > 2) {
    const line = doc.lineAt(at);
    const within = { from: at - line.from, to: at - line.from };
    const { from, to } = growBySentence(line.text, within, language);
    selectInText(view, { from: line.from + from, to: line.from + to });
    return;
  }
  const under = highlights
    .filter(({ start, end }) => start <= at && at <= end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const first = under[0];
  if (first === undefined) {
    selectInText(view, { from: at, to: at });
    return;
  }
  view.dispatch({
    selection: { anchor: at },
    effects: EditorView.scrollIntoView(first.start, { y: 'center' }),
  });
  store.setState({
    passage: first.id,
    selection: null,
    choices: under.length > 1 ? under.map(({ id }) => id) : [],
    anchor: at,
    bar: true,
    act: null,
    choosing: under.length > 1,
  });
  view.focus();
}
