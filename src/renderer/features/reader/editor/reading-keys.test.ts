import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
import { expect, test } from 'vitest';
import {
  extendByParagraph,
  extendBySentence,
  selectParagraph,
  selectSentence,
} from './reading-keys.ts';

const doc = 'One here. Two here.\n\nThree there. Four.';

function press(state: EditorState, command: StateCommand): EditorState {
  let next = state;
  command({ state, dispatch: (transaction) => (next = transaction.state) });
  return next;
}

const at = (anchor: number, head = anchor): EditorState =>
  EditorState.create({ doc, selection: EditorSelection.single(anchor, head) });

const selected = (state: EditorState): string =>
  state.sliceDoc(state.selection.main.from, state.selection.main.to);

test('a caret takes its sentence, and then one more', () => {
  const once = press(at(2), selectSentence('en'));
  expect(selected(once)).toBe('One here.');
  expect(selected(press(once, selectSentence('en')))).toBe('One here. Two here.');
});

test('a caret takes its paragraph, and then one more across the empty line', () => {
  const once = press(at(2), selectParagraph);
  expect(selected(once)).toBe('One here. Two here.');
  expect(selected(press(once, selectParagraph))).toBe(doc);
});

test('the selection is drawn out by sentences in both directions and across paragraphs', () => {
  const forward = press(press(at(4), extendBySentence(true, 'en')), extendBySentence(true, 'en'));
  expect(selected(forward)).toBe('here. Two here.');
  expect(selected(press(forward, extendBySentence(true, 'en')))).toBe(
    'here. Two here.\n\nThree there.',
  );
  expect(selected(press(at(23), extendBySentence(false, 'en')))).toBe('Th');
  const back = press(press(at(23), extendBySentence(false, 'en')), extendBySentence(false, 'en'));
  expect(back.selection.main.head).toBe(10);
});

test('the selection is drawn out by paragraphs, and stays where the text ends', () => {
  const once = press(at(4), extendByParagraph(true));
  expect(once.selection.main.head).toBe(19);
  const twice = press(once, extendByParagraph(true));
  expect(twice.selection.main.head).toBe(doc.length);
  expect(press(twice, extendByParagraph(true))).toBe(twice);
  expect(press(twice, extendByParagraph(false)).selection.main.head).toBe(21);
});
