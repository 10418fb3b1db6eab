import type { Fields } from './fold.ts';
import { keepFormerTexts } from './former-texts.ts';
import { isLater } from './later.ts';
import { references } from './references.ts';
import { joinSources } from './same-document.ts';
import { isSaid } from './twin-fields.ts';
import { entitiesOfNames, isPrimary, joinExcerpts, joinNames } from './twins.ts';
import type { View } from './view.ts';

/*
 * What the tables must keep although nobody saw what the other did. Every rule looks only at what the rows are and at the
 * clocks of what wrote them, and leaves nothing that it would mend again, so that all replicas mend alike.
 */

/** Makes the rows that a merge concerns hold together. */
export function mend(view: View): void {
  endLooseWays(view);
  rehangCaseNotes(view);
  joinSources(view);
  joinExcerpts(view);
  joinNames(view);
  settlePrimaryNames(view);
  for (const rule of oncePer) joinTwins(view, rule);
  keepFormerTexts(view);
  for (const [table, column] of upwards) breakRings(view, table, column);
}

/** A row stays, without it, when what it loosely leads to is gone: as when that was deleted in its presence. */
function endLooseWays(view: View): void {
  for (const { child, column, parent, loose } of references) {
    if (!loose) continue;
    for (const gone of view.concerned(parent)) {
      if (view.row({ table: parent, id: gone }) !== null) continue;
      for (const id of view.find(child, { [column]: gone })) {
        view.change({ table: child, id }, { [column]: null });
      }
    }
    for (const id of view.concerned(child)) {
      const to = view.row({ table: child, id })?.[column];
      if (typeof to === 'string' && view.row({ table: parent, id: to }) === null) {
        view.change({ table: child, id }, { [column]: null });
      }
    }
  }
}

/** A note on another case, whose changes came in, is one on this case: what the other says of itself is left out. */
function rehangCaseNotes(view: View): void {
  if (view.caseId === null) return;
  for (const id of view.concerned('note')) {
    const row = view.row({ table: 'note', id });
    if (row?.['subject_table'] === 'case' && row['subject_id'] !== view.caseId) {
      view.change({ table: 'note', id }, { subject_id: view.caseId });
    }
  }
}

/** An entity has one primary name: the one that was made so last; the oldest name when none is. */
function settlePrimaryNames(view: View): void {
  for (const entity of entitiesOfNames(view)) {
    const names = view.find('name', { entity_id: entity });
    const primary = names.filter((id) => isPrimary(view, id));
    const [first] = primary.length === 0 ? names : primary;
    if (first === undefined) continue;
    const stays = primary.reduce(
      (one, id) => (isLater(view, 'name', ['kind'], id, one) ? id : one),
      first,
    );
    for (const id of names) {
      const kind = id === stays ? 'primary' : isPrimary(view, id) ? 'variant' : null;
      if (kind !== null && view.row({ table: 'name', id })?.['kind'] !== kind) {
        view.change({ table: 'name', id }, { kind });
      }
    }
  }
}

interface OncePer {
  table: string;
  /** Columns that together have each of their values once; nothing is the same as a null. */
  key: readonly string[];
  /**
   * Columns that the row that stays takes from the others, those together that mean something only so: what only one says
   * stands, of several the latest.
   */
  takes: readonly (readonly [string, ...string[]])[];
}

const oncePer: readonly OncePer[] = [
  { table: 'excerpt_tag', key: ['excerpt_id', 'tag_id'], takes: [] },
  { table: 'evidence', key: ['name_id', 'excerpt_id'], takes: [['stance'], ['credibility']] },
  { table: 'evidence', key: ['attribute_id', 'excerpt_id'], takes: [['stance'], ['credibility']] },
  { table: 'evidence', key: ['link_id', 'excerpt_id'], takes: [['stance'], ['credibility']] },
  {
    table: 'mention',
    key: ['source_id', 'text_sha256', 'start', 'end', 'entity_id', 'verdict'],
    takes: [],
  },
  { table: 'text_version', key: ['source_id', 'text_sha256'], takes: [] },
  { table: 'resolution', key: ['first_id', 'second_id'], takes: [['judgement', 'reason']] },
  {
    table: 'photo',
    key: ['entity_id', 'sha256'],
    takes: [['caption'], ['credit'], ['source_id'], ['handling']],
  },
];

/** The oldest of rows that are of the same stays, and says what any of them says; of several the latest. */
function joinTwins(view: View, { table, key, takes }: OncePer): void {
  for (const concerned of view.concerned(table)) {
    const row = view.row({ table, id: concerned });
    const values: Record<string, string | number> = {};
    for (const column of key) {
      const value = row?.[column] ?? null;
      if (value !== null) values[column] = value;
    }
    if (Object.keys(values).length < key.length) continue;
    const [stays, ...others] = view.find(table, values);
    if (stays === undefined || others.length === 0) continue;
    for (const columns of takes) {
      const [column] = columns;
      const [first, ...rest] = [stays, ...others].filter((id) =>
        isSaid(table, column, view.row({ table, id })?.[column]),
      );
      if (first === undefined) continue;
      const latest = rest.reduce(
        (last, id) => (isLater(view, table, columns, id, last) ? id : last),
        first,
      );
      const said = view.row({ table, id: latest }) ?? {};
      view.change(
        { table, id: stays },
        Object.fromEntries(columns.map((each) => [each, said[each] ?? null])),
      );
    }
    for (const id of others) {
      view.set({ table, id }, null);
      view.joined.push({ table, stays, gone: id });
    }
  }
}

/** Columns that lead from a row to another of its table, and must not lead back. */
const upwards: readonly (readonly [table: string, column: string])[] = [
  ['tag', 'parent_id'],
  ['source', 'derives_from'],
  ['source', 'container_id'],
];

/** Moves of tags that close a ring between them: the last of them puts its tag at the top instead. Of sources likewise. */
function breakRings(view: View, table: string, column: string): void {
  for (const start of view.concerned(table)) {
    const way: string[] = [];
    let at: string | null = start;
    while (at !== null && !way.includes(at)) {
      way.push(at);
      const above: Fields[string] | undefined = view.row({ table, id: at })?.[column];
      at = typeof above === 'string' ? above : null;
    }
    if (at === null) continue;
    const ring = way.slice(way.indexOf(at)).toSorted();
    const last = ring.reduce((one, id) => (isLater(view, table, [column], id, one) ? id : one));
    view.change({ table, id: last }, { [column]: null });
  }
}
