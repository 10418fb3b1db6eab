import type { CaseStore } from '../../store/index.ts';
import type { Intake } from './intake.ts';
import { newNotes, type NotedSubject } from './plan-notes.ts';
import { taken, type PlannedLink, type Tally } from './planned.ts';

/**
 * What of the links of a file the case has not. A link is known again by its id, or as the same type, role and dates
 * between the same two. One whose ends are neither in the file nor in the case is told and left.
 */
export function planLinks(store: CaseStore, intake: Intake, tally: Tally): PlannedLink[] {
  const inFile = new Set(intake.entities.map(({ id }) => id));
  const ends = [...new Set(intake.links.flatMap(({ from, to }) => [from, to]))];
  const inCase = taken(store, 'entity', ends);
  const keyOf = (one: Omit<LinkRow, 'id'>) =>
    [one.from, one.to, one.type, one.role, one.since, one.until].join('\u0000');
  const known = new Map(
    store
      .all<LinkRow>(
        `SELECT l.id, l.from_id AS "from", l.to_id AS "to", l.type, l.role, l.since, l.until
         FROM json_each(?) j CROSS JOIN link l ON l.from_id = j.value`,
        JSON.stringify([...inCase]),
      )
      .map((row) => [keyOf(row), row.id]),
  );
  const byId = taken(
    store,
    'link',
    intake.links.map(({ id }) => id),
  );
  const planned: PlannedLink[] = [];
  const rows: NotedSubject[] = [];
  const used = new Set<string>();
  for (const link of intake.links) {
    const missing = [link.from, link.to].find((end) => !inFile.has(end) && !inCase.has(end));
    if (missing !== undefined) {
      intake.remarks.add('missingEnd', link.type, link.where);
      continue;
    }
    if (link.from === link.to) {
      intake.remarks.add('linkToItself', link.type, link.where);
      continue;
    }
    const key = keyOf(link);
    const id = known.get(key) ?? link.id;
    if (used.has(id)) continue;
    used.add(id);
    const there = known.has(key) || byId.has(id);
    planned.push({ link, there, id, notes: [] });
    rows.push({
      id,
      there,
      notes: link.notes,
    });
  }
  const notes = newNotes(store, 'link', rows);
  for (const one of planned) {
    one.notes = notes.get(one.id) ?? [];
    tally.add('link', one.there ? (one.notes.length > 0 ? 'changed' : 'same') : 'new');
    tally.add('note', 'new', one.notes.length);
    if (one.there) tally.add('note', 'same', one.link.notes.length - one.notes.length);
  }
  return planned;
}

interface LinkRow {
  id: string;
  from: string;
  to: string;
  type: string;
  role: string;
  since: string;
  until: string;
}
