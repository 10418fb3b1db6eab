export { citablePassages, citedPassages } from './cited.ts';
export { countNotes, listNotes, notesCiting } from './list.ts';
export { addNote, notesOn, removeNotesOn, writeNote } from './notes.ts';
