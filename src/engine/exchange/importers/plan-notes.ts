import type { CaseStore } from '../../store/index.ts';
import { derivedId } from './derived-id.ts';
import type { IntakeNote } from './intake.ts';
import { taken, type NewNote } from './planned.ts';

/** A record with the notes that a file has on it. */
export interface NotedSubject {
  id: string;
  there: boolean;
  notes: readonly IntakeNote[];
}

/**
 * Of the notes of a file those that the case has not, by record: neither one of that id nor one of the same words on the
 * same record.
 */
export function newNotes(
  store: CaseStore,
  table: 'source' | 'excerpt' | 'entity' | 'link',
  subjects: readonly NotedSubject[],
): Map<string, NewNote[]> {
  const noted = subjects.filter(({ notes }) => notes.length > 0);
  const bodies = new Map<string, Set<string>>();
  const rows = store.all<{ subject: string; body: string }>(
    `SELECT n.subject_id AS subject, n.body FROM json_each(?) j
     CROSS JOIN note n ON n.subject_table = ? AND n.subject_id = j.value`,
    JSON.stringify(noted.filter(({ there }) => there).map(({ id }) => id)),
    table,
  );
  for (const { subject, body } of rows) {
    const known = bodies.get(subject);
    if (known === undefined) bodies.set(subject, new Set([body.trim()]));
    else known.add(body.trim());
  }
  const idOf = (subject: string, body: string) => derivedId('note', table, subject, body);
  const there = taken(
    store,
    'note',
    noted.flatMap((subject) =>
      subject.notes.flatMap(({ id, body }) => [id ?? '', idOf(subject.id, body.trim())]),
    ),
  );
  const used = new Set<string>();
  const found = new Map<string, NewNote[]>();
  for (const { id: subject, notes, there: isThere } of noted) {
    const known = bodies.get(subject) ?? new Set<string>();
    const fresh: NewNote[] = [];
    for (const note of notes) {
      if (note.told === true && isThere) continue;
      const body = note.body.trim();
      const derived = idOf(subject, body);
      // One of that id was taken in before; a person may have changed its words since.
      if (body === '' || known.has(body) || there.has(derived)) continue;
      if (note.id !== null && there.has(note.id)) continue;
      known.add(body);
      const id = note.id === null || used.has(note.id) ? derived : note.id;
      if (used.has(id)) continue;
      used.add(id);
      fresh.push({ id, body, createdAt: note.createdAt });
    }
    if (fresh.length > 0) found.set(subject, fresh);
  }
  return found;
}
