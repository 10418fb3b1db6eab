export { addNote, notesOn, removeNotesOn, writeNote } from './notes.ts';
