import type { Described, Whereabouts } from '#contract/history.ts';
import { citationPattern } from '#shared/citation.ts';
import { clusterOf } from '../entities/index.ts';
import {
  hangsOn,
  lastSeen,
  removedFrom,
  type CaseStore,
  type JournaledRow,
} from '../store/index.ts';

/** How much of a long text names it, in UTF-16 code units. */
const titleLength = 120;

/** Rows that a case does not have yet, or not as they will be. */
export interface Overlay {
  /** The fields of a row that it says something of; null when it says nothing. */
  row(table: string, id: string): JournaledRow | null;
  /** The primary name that an entity will have; null when it says nothing of that. */
  entityName(id: string): string | null;
}

/** Puts rows of the case into words, those included that are no longer there. Good for one answer. */
export class Describer {
  readonly #store: CaseStore;
  readonly #overlay: Overlay | null;
  readonly #known = new Map<string, Described>();

  /** @param overlay rows that are told as it has them, and not as the case does */
  constructor(store: CaseStore, overlay: Overlay | null = null) {
    this.#store = store;
    this.#overlay = overlay;
  }

  /** A row in words, as it is or as it was last. */
  of(table: string, id: string): Described {
    const key = `${table} ${id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const nameless = { table, id, title: '', type: '', other: '', opens: null };
    // A row that led to itself would be asked for without end.
    this.#known.set(key, nameless);
    const seen = lastSeen(this.#store, table, id);
    const over = this.#overlay?.row(table, id) ?? null;
    const described =
      seen === null && over === null
        ? nameless
        : { ...nameless, ...this.#words(table, { ...seen?.row, ...over }, seen?.there === true) };
    this.#known.set(key, described);
    return described;
  }

  /** The text of a note with the words of the passages it cites, as they are or were last, in place of their ids. */
  noteText(body: string): string {
    return body.replaceAll(citationPattern, (citation, id: string) => {
      const { title } = this.of('excerpt', id);
      return title === '' ? citation : `“${title}”`;
    });
  }

  /** How a text begins; empty for one that is not in the file. */
  textWords(sha256: string): string {
    const first = this.#store.one<{ content: string }>(
      'SELECT content FROM segment WHERE text_sha256 = ? ORDER BY ordinal LIMIT 1',
      sha256,
    );
    return shortened(first?.content ?? '');
  }

  #words(table: string, row: JournaledRow, there: boolean): Partial<Described> {
    const at = (column: string): string => String(row[column] ?? '');
    const by = (parent: string, column: string): Described | null =>
      typeof row[column] === 'string' ? this.of(parent, row[column]) : null;
    const id = at('id');
    const here = (parts: Partial<Whereabouts> & Pick<Whereabouts, 'table'>): Whereabouts | null =>
      there ? { id, source: null, ...parts } : null;
    switch (table) {
      case 'case_file':
        return { title: at('title') };
      case 'source':
        return { title: at('title'), opens: here({ table }) };
      case 'text_version': {
        const source = by('source', 'source_id');
        return {
          title: this.textWords(at('text_sha256')),
          other: source?.title ?? '',
          opens: source?.opens ?? null,
        };
      }
      case 'custody': {
        const source = by('source', 'source_id');
        const said = ['party', 'actor', 'purpose', 'note', 'file_name'].map(at);
        return {
          title: shortened(said.find((words) => words !== '') ?? ''),
          type: at('act'),
          other: source?.title ?? '',
          opens: source?.opens ?? null,
        };
      }
      case 'tag':
        return { title: at('name'), opens: here({ table }) };
      case 'entity':
        return { title: this.#entityName(id), type: at('kind'), opens: here({ table }) };
      case 'excerpt': {
        const source = by('source', 'source_id');
        return {
          title: shortened(at('quotation')),
          other: source?.title ?? '',
          opens: here({ table, source: at('source_id') }),
        };
      }
      case 'excerpt_tag': {
        const excerpt = by('excerpt', 'excerpt_id');
        const tag = by('tag', 'tag_id');
        return { ...ends(excerpt, tag), opens: excerpt?.opens ?? tag?.opens ?? null };
      }
      case 'name': {
        const entity = by('entity', 'entity_id');
        return {
          title: at('value'),
          type: at('kind'),
          other: entity?.title ?? '',
          opens: entity?.opens ?? null,
        };
      }
      case 'attribute': {
        const entity = by('entity', 'entity_id');
        return {
          title: shortened(at('value')),
          type: at('property'),
          other: entity?.title ?? '',
          opens: entity?.opens ?? null,
        };
      }
      case 'link': {
        const from = by('entity', 'from_id');
        const to = by('entity', 'to_id');
        return { ...ends(from, to), type: at('type'), opens: from?.opens ?? to?.opens ?? null };
      }
      case 'resolution': {
        const first = by('entity', 'first_id');
        const second = by('entity', 'second_id');
        return {
          ...ends(first, second),
          type: at('judgement'),
          opens: first?.opens ?? second?.opens ?? null,
        };
      }
      case 'assessment': {
        const entity = by('entity', 'entity_id');
        return {
          title: shortened(at('body')),
          other: entity?.title ?? '',
          opens: entity?.opens ?? null,
        };
      }
      case 'evidence': {
        const excerpt = by('excerpt', 'excerpt_id');
        const fact =
          by('name', 'name_id') ?? by('attribute', 'attribute_id') ?? by('link', 'link_id');
        return {
          ...ends(excerpt, fact),
          type: at('stance'),
          opens: excerpt?.opens ?? fact?.opens ?? null,
        };
      }
      case 'mention': {
        const source = by('source', 'source_id');
        const entity = by('entity', 'entity_id');
        return {
          title: shortened(at('quotation')),
          other: entity?.title ?? '',
          opens: by('excerpt', 'excerpt_id')?.opens ?? source?.opens ?? entity?.opens ?? null,
        };
      }
      case 'rejection': {
        const source = by('source', 'source_id');
        return {
          title: shortened(at('quotation')),
          type: at('kind'),
          other: source?.title ?? '',
          opens: source?.opens ?? null,
        };
      }
      case 'note': {
        const subject = by(subjectTable(at('subject_table')), 'subject_id');
        return {
          title: shortened(this.noteText(at('body'))),
          other: subject?.title ?? '',
          opens: subject?.opens ?? null,
        };
      }
      case 'finding': {
        const entity = by('entity', 'entity_id');
        return {
          title: shortened(this.noteText(at('body'))),
          other: entity?.title ?? '',
          opens: entity?.opens ?? null,
        };
      }
      case 'photo': {
        const entity = by('entity', 'entity_id');
        return {
          title: shortened(at('caption') === '' ? at('file_name') : at('caption')),
          other: entity?.title ?? '',
          opens: entity?.opens ?? null,
        };
      }
      case 'handover':
        return { title: at('file_name'), type: at('format'), other: at('recipient') };
      case 'decision': {
        const subject = by(at('subject_table'), 'subject_id');
        return {
          title: subject?.title ?? '',
          type: at('choice'),
          other: at('field'),
          opens: subject?.opens ?? null,
        };
      }
      case 'preset':
        return { title: at('name'), type: at('kind') };
      default:
        return {};
    }
  }

  /** The primary name of an entity, or the last it had. */
  #entityName(id: string): string {
    const over = this.#overlay?.entityName(id) ?? null;
    if (over !== null) return over;
    const name = this.#store.one<{ value: string }>(
      `SELECT value FROM name WHERE entity_id = ? AND kind = 'primary'`,
      id,
    );
    if (name !== undefined) return name.value;
    const was = removedFrom(this.#store, 'name', 'entity_id', id)
      .map((removed) => lastSeen(this.#store, 'name', removed))
      .filter((seen) => seen?.row['kind'] === 'primary');
    return String(was.at(-1)?.row['value'] ?? '');
  }
}

/** What a record is called where it stands for itself: a link by both its ends. */
export function nameOf({ table, title, other }: Described): string {
  return table === 'link' ? `${title} → ${other}` : title;
}

/** The table that a note means by the word in its `subject_table`. */
export function subjectTable(word: string): string {
  return word === 'case' ? 'case_file' : word;
}

/**
 * A record and all that hangs or once hung on it, as `[table, id]`. Entities that were judged to be the same have one
 * history.
 */
export function rowsOf(store: CaseStore, table: string, id: string): [string, string][] {
  const ids = table === 'entity' ? clusterOf(store, id) : [id];
  const rows = new Map<string, [string, string]>(
    ids.map((one) => [`${table} ${one}`, [table, one]]),
  );
  // The map grows while it is gone through: what hangs on what hangs on the record is found in turn.
  for (const [parent, parentId] of rows.values()) {
    for (const [child, by] of hangsOn[parent] ?? []) {
      const there = store
        .all<{ id: string }>(`SELECT id FROM "${child}" WHERE "${by}" = ?`, parentId)
        .map((row) => row.id);
      for (const row of [...there, ...removedFrom(store, child, by, parentId)]) {
        rows.set(`${child} ${row}`, [child, row]);
      }
    }
  }
  if (table === 'case_file') {
    for (const finding of findingsOfCase(store))
      rows.set(`finding ${finding}`, ['finding', finding]);
  }
  return [...rows.values()];
}

/** Ids of the findings that the case itself has or had: they lead to nothing. */
function findingsOfCase(store: CaseStore): string[] {
  return store
    .all<{ id: string }>(
      `SELECT DISTINCT row_id AS id FROM change
       WHERE table_name = 'finding' AND operation = 'insert' AND fields ->> '$.entity_id[1]' IS NULL`,
    )
    .map((row) => row.id);
}

function ends(one: Described | null, other: Described | null): Pick<Described, 'title' | 'other'> {
  return { title: one?.title ?? '', other: other === null ? '' : nameOf(other) };
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= titleLength ? line : `${line.slice(0, titleLength - 1).toWellFormed()}…`;
}
