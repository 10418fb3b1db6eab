import { create } from 'zustand';
import type { NoteSubjectTable } from '#contract/note.ts';

/** Which notes are listed: those that hold these words, on records of this sort. */
interface NotesFilter {
  words: string;
  on: NoteSubjectTable | null;
}

export const useNotesFilter = create<NotesFilter>(() => ({ words: '', on: null }));
