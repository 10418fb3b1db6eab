import { create } from 'zustand';
import type { NoteSubjectTable } from '#contract/note.ts';

/** Which notes are listed: those that hold these words, on records of this sort; or the findings of the case. */
interface NotesFilter {
  words: string;
  on: NoteSubjectTable | 'findings' | null;
}

export const useNotesFilter = create<NotesFilter>(() => ({ words: '', on: null }));
