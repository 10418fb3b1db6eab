import type { AddNoteInput, Note } from '#contract/source.ts';
import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore, Writer } from '../store/index.ts';

type Subject = z.infer<typeof AddNoteInput>['subject'];

const tableOf: Record<Subject['table'], string> = {
  case: 'case_file',
  source: 'source',
  excerpt: 'excerpt',
  entity: 'entity',
  link: 'link',
};

/** Notes on records of one table, by record. */
export function notesOn(
  store: CaseStore,
  table: Subject['table'],
  ids: readonly string[],
): Map<string, Note[]> {
  const notes = new Map<string, Note[]>();
  const rows = store.all<Note & { subject: string }>(
    `SELECT subject_id AS subject, id, body, created_at AS createdAt FROM note
     WHERE subject_table = ? AND subject_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    table,
    JSON.stringify(ids),
  );
  for (const { subject, ...note } of rows) {
    const group = notes.get(subject);
    if (group === undefined) notes.set(subject, [note]);
    else group.push(note);
  }
  return notes;
}

/** Writes a note within a gesture that is under way. @returns its id @throws CaseError `record.notFound` */
export function writeNote(writer: Writer, subject: Subject, body: string): string {
  if (
    writer.one(`SELECT 1 FROM ${tableOf[subject.table]} WHERE id = ?`, subject.id) === undefined
  ) {
    throw new CaseError('record.notFound', { id: subject.id });
  }
  const id = newId();
  writer.insert('note', {
    id,
    subjectTable: subject.table,
    subjectId: subject.id,
    body,
    createdAt: new Date().toISOString(),
  });
  return id;
}

/** Adds a note to a record. @returns its id @throws CaseError `record.notFound` */
export function addNote(store: CaseStore, subject: Subject, body: string): string {
  return store.gesture('note.add', (writer) => writeNote(writer, subject, body));
}

/** Takes away the notes on a record that is going away: a note hangs on its subject by name only. */
export function removeNotesOn(writer: Writer, table: Subject['table'], id: string): void {
  writer.run('DELETE FROM note WHERE subject_table = ? AND subject_id = ?', table, id);
}
