import type { z } from 'zod';
import type {
  ListNotesInput,
  NoteCounts,
  NoteEntry,
  NoteEntryPage,
  NoteSubjectTable,
} from '#contract/note.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { citationOf } from '#shared/citation.ts';
import { matchQuery } from '../search/index.ts';
import type { CaseStore } from '../store/index.ts';

/** The notes of the case, latest first. */
export function listNotes(
  store: CaseStore,
  { words, on, subject, offset, limit }: Omit<z.infer<typeof ListNotesInput>, 'handle'>,
): z.infer<typeof NoteEntryPage> {
  const conditions = ['1'];
  const parameters: string[] = [];
  const match = matchQuery(words);
  if (match !== null) {
    conditions.push(`n.id IN (SELECT e.row_id FROM search_words w JOIN search_entry e ON e.id = w.rowid
      WHERE search_words MATCH ? AND e.kind = 'note')`);
    parameters.push(match);
  }
  if (on !== undefined) {
    conditions.push('n.subject_table = ?');
    parameters.push(on);
  }
  if (subject !== undefined) {
    conditions.push('n.subject_table = ? AND n.subject_id = ?');
    parameters.push(subject.table, subject.id);
  }
  const where = conditions.join(' AND ');
  const total =
    store.one<{ n: number }>(`SELECT count(*) AS n FROM note n WHERE ${where}`, ...parameters)?.n ??
    0;
  return {
    items: entries(
      store,
      `WHERE ${where} ORDER BY n.id DESC LIMIT ? OFFSET ?`,
      ...parameters,
      limit,
      offset,
    ),
    total,
  };
}

/** The notes that cite a passage, latest first. */
export function notesCiting(store: CaseStore, passage: string): NoteEntry[] {
  return entries(store, 'WHERE instr(n.body, ?) > 0 ORDER BY n.id DESC', citationOf(passage));
}

/** How many notes there are on each sort of record. */
export function countNotes(store: CaseStore): NoteCounts {
  const counts: NoteCounts = { case: 0, source: 0, excerpt: 0, entity: 0, link: 0 };
  for (const { on, n } of store.all<{ on: NoteSubjectTable; n: number }>(
    'SELECT subject_table AS "on", count(*) AS n FROM note GROUP BY subject_table',
  )) {
    counts[on] = n;
  }
  return counts;
}

interface Row {
  id: string;
  body: string;
  createdAt: string;
  subjectTable: NoteSubjectTable;
  subjectId: string;
  title: string | null;
  other: string | null;
  type: string | null;
  entity: string | null;
  kind: EntityKind | null;
  source: string | null;
}

/** Notes with what they are on. A link is seen on the page of the entity that it begins at. */
function entries(store: CaseStore, rest: string, ...parameters: (string | number)[]): NoteEntry[] {
  return store
    .all<Row>(
      `SELECT n.id, n.body, n.created_at AS createdAt, n.subject_table AS subjectTable, n.subject_id AS subjectId,
         coalesce(c.title, s.title, x.quotation, e.name) AS title,
         coalesce(xs.title, o.name) AS other, l.type, e.id AS entity, e.kind, coalesce(s.id, xs.id) AS source
       FROM note n
       LEFT JOIN case_file c ON n.subject_table = 'case' AND c.id = n.subject_id
       LEFT JOIN source s ON n.subject_table = 'source' AND s.id = n.subject_id
       LEFT JOIN excerpt x ON n.subject_table = 'excerpt' AND x.id = n.subject_id
       LEFT JOIN source xs ON xs.id = x.source_id
       LEFT JOIN link l ON n.subject_table = 'link' AND l.id = n.subject_id
       LEFT JOIN shown_entity e ON e.entity_id = CASE n.subject_table WHEN 'entity' THEN n.subject_id WHEN 'link' THEN l.from_id END
       LEFT JOIN shown_entity o ON o.entity_id = l.to_id
       ${rest}`,
      ...parameters,
    )
    .map(
      ({
        id,
        body,
        createdAt,
        subjectTable,
        subjectId,
        title,
        other,
        type,
        entity,
        kind,
        source,
      }) => ({
        id,
        body,
        createdAt,
        subject: {
          table: subjectTable,
          id: subjectId,
          title: title ?? '',
          other: other ?? '',
          type: type ?? '',
          entity: entity === null || kind === null ? null : { id: entity, kind },
          source,
        },
      }),
    );
}
