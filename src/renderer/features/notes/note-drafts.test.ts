import { expect, test } from 'vitest';
import { NoteDrafts } from './note-drafts.ts';

function typed(key: string, words: string, first = ''): NoteDrafts {
  const drafts = new NoteDrafts();
  drafts.begin('case');
  drafts.type(key, words, first);
  return drafts;
}

test('what was typed is there again, its editor open, until it is kept or given up', () => {
  const drafts = typed('note/1', 'half a thought');
  expect(drafts.words('note/1')).toBe('half a thought');
  expect(drafts.isOpen('note/1')).toBe(true);
  expect(drafts.words('note/2')).toBeUndefined();
  drafts.drop('note/1');
  expect(drafts.words('note/1')).toBeUndefined();
  expect(drafts.isOpen('note/1')).toBe(false);
});

test('an editor that was closed stays closed, and has what was typed when it is opened again', () => {
  const drafts = typed('note/1', 'half a thought');
  drafts.putAside('note/1');
  expect(drafts.isOpen('note/1')).toBe(false);
  expect(drafts.words('note/1')).toBe('half a thought');
});

test('what stands as it stood before is no draft', () => {
  const drafts = typed('note/1', 'changed', 'as it was');
  drafts.type('note/1', 'as it was', 'as it was');
  expect(drafts.words('note/1')).toBeUndefined();
  expect(drafts.isOpen('note/1')).toBe(false);
});

test('what is said along with a text keeps its editor open, and goes with it', () => {
  const drafts = typed('finding/1#likelihood', 'likely');
  expect(drafts.isOpen('finding/1')).toBe(true);
  drafts.drop('finding/1');
  expect(drafts.words('finding/1#likelihood')).toBeUndefined();
});

test('nothing of one case is there in another', () => {
  const drafts = typed('note/1', 'half a thought');
  drafts.begin('case');
  expect(drafts.words('note/1')).toBe('half a thought');
  drafts.begin(null);
  drafts.begin('case');
  expect(drafts.words('note/1')).toBeUndefined();
  expect(drafts.isOpen('note/1')).toBe(false);
});
