import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import type { Range } from '../text/sentence.ts';
import { passagesField, selectedField, setPassages, type Passage } from './passage.ts';

/** A passage whose ends are being moved, and where they are by now. Offsets in UTF-16 code units. */
export interface Adjusting extends Range {
  readonly id: string;
}

/** Where the ends are by now, or null when none are moved. */
export const setAdjusting = StateEffect.define<Adjusting | null>();

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

/** The passage at hand. */
export function chosen(state: EditorState): Passage | null {
  const id = state.field(selectedField);
  const passage = id === null ? undefined : state.field(passagesField).index.get(id);
  return passage === undefined || passage.end > state.doc.length ? null : passage;
}

/** The end that is moved. */
export type Side = 'from' | 'to';
/** The stretch with one end moved: never past the other, nor out of the text. */
export function withEnd(stretch: Adjusting, side: Side, to: number, length: number): Adjusting {
  return side === 'from'
    ? { ...stretch, from: Math.max(0, Math.min(to, stretch.to - 1)) }
    : { ...stretch, to: Math.min(length, Math.max(to, stretch.from + 1)) };
}
