import { createStore, type StoreApi } from 'zustand';
import type { PassageRef } from '#contract/annotation.ts';
import type { Range } from './text/sentence.ts';

/** What can be done with the passage at hand, each in a small form by it. */
export const acts = [
  'tag',
  'entity',
  'alias',
  'link',
  'attribute',
  'fact',
  'note',
  'credibility',
  'handling',
  'merge',
  'remove',
] as const;
export type Act = (typeof acts)[number];

/** What is at hand in one open source. */
export interface ReaderState {
  /** Selected text without the white space at its ends; offsets in UTF-16 code units. */
  selection: Range | null;
  /** The passage that was chosen, or that just covers the selected text. */
  passage: string | null;
  /** The passages to choose from, when several lie under the pointer or the caret. */
  choices: readonly string[];
  /** The offset that the bar hangs by. */
  anchor: number;
  /** Whether a person asked for the bar, by selecting or choosing. A place that was gone to does not show it. */
  bar: boolean;
  act: Act | null;
  /** Whether the keys should go to the list of choices. */
  choosing: boolean;
  /** Passages that were made, changed or gone to since the filter was set: they stay in sight whatever it says. */
  touched: readonly string[];
}

export type ReaderStore = StoreApi<ReaderState>;

export const nothingAtHand: ReaderState = {
  selection: null,
  passage: null,
  choices: [],
  anchor: 0,
  bar: false,
  act: null,
  choosing: false,
  touched: [],
};

/** Nothing but a passage is at hand. */
export function atHand(passage: string): Omit<ReaderState, 'anchor' | 'bar' | 'touched'> {
  return { passage, selection: null, choices: [], act: null, choosing: false };
}

export function createReaderStore(): ReaderStore {
  return createStore<ReaderState>(() => nothingAtHand);
}

/** The passage at hand as the engine takes it: by id, or by its span when it is none yet. */
export function passageRef(
  { passage, selection }: Pick<ReaderState, 'passage' | 'selection'>,
  source: string,
): PassageRef | null {
  if (passage !== null) return { excerpt: passage };
  return selection === null ? null : { source, start: selection.from, end: selection.to };
}
