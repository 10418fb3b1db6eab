import { create } from 'zustand';
import type { UndoOutcome } from '#contract/history.ts';

/** What is to be undone: the latest gesture, the one undone last, or a change set by its number. */
export type UndoAct = 'undo' | 'redo' | number;

/** A question that waits for an answer: later gestures built upon what is to be undone. */
interface UndoState {
  asking: { act: UndoAct; outcome: UndoOutcome } | null;
  ask: (asking: UndoState['asking']) => void;
}

export const useUndoQuestion = create<UndoState>((set) => ({
  asking: null,
  ask: (asking) => set({ asking }),
}));
