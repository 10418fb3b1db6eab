import { EditorView } from '@codemirror/view';
import { growBySentence, type Range } from '../reader/text/sentence.ts';
import { wordAt } from '../reader/text/word.ts';

/** Selects a stretch of the text that was selected on its original, so that the two are one and the same. */
export function selectInText(view: EditorView, { from, to }: Range): void {
  const { length } = view.state.doc;
  view.dispatch({
    selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
    effects: EditorView.scrollIntoView(Math.min(from, length), { y: 'center' }),
    userEvent: 'select',
  });
  view.focus();
}

/**
 * What pressing on words of the original does, which is what it does in the text: once, the passage that stands there is at
 * hand, of several with the others to choose from; twice, the word is selected; three times, the sentence.
 */
export function pressAt(view: EditorView, language: string, offset: number, times: number): void {
  const { doc } = view.state;
  const at = Math.min(offset, doc.length);
  if (times === 1) {
    view.dispatch({
      selection: { anchor: at },
      effects: EditorView.scrollIntoView(at, { y: 'center' }),
      userEvent: 'select.pointer',
    });
    view.focus();
  } else if (times === 2) selectInText(view, wordAt(doc, at, language));
  else {
    const line = doc.lineAt(at);
    const here = { from: at - line.from, to: at - line.from };
    const { from, to } = growBySentence(line.text, here, language);
    selectInText(view, { from: line.from + from, to: line.from + to });
  }
}
