import type { Fields, OrderedChange } from './fold.ts';
import { references, type Key } from './references.ts';
import type { View } from './view.ts';

/*
 * What the tables must keep although nobody saw what the other did. Every rule looks only at what the rows are and at the
 * clocks of what wrote them, and leaves nothing that it would mend again, so that all replicas mend alike.
 */

/** Makes the rows that a merge concerns hold together. */
export function mend(view: View): void {
  endLooseWays(view);
  joinNames(view);
  settlePrimaryNames(view);
  for (const rule of oncePer) joinTwins(view, rule);
  breakRings(view);
}

/** A row stays, without it, when what it loosely leads to is gone: as when that was deleted in its presence. */
function endLooseWays(view: View): void {
  for (const { child, column, parent, loose } of references) {
    if (!loose) continue;
    for (const gone of view.concerned(parent)) {
      if (view.row({ table: parent, id: gone }) !== null) continue;
      for (const id of view.find(child, column, gone)) {
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

/** An entity has a name once: the oldest row stays and gets what the others carry; if one of them is primary, it is. */
function joinNames(view: View): void {
  for (const entity of entitiesOfNames(view)) {
    const byValue = Map.groupBy(view.find('name', 'entity_id', entity), (id) =>
      String(view.row({ table: 'name', id })?.['value']),
    );
    for (const [stays, ...others] of byValue.values()) {
      if (stays === undefined || others.length === 0) continue;
      const same = [stays, ...others];
      const primary = same.some((id) => isPrimary(view, id));
      const latest = same.reduce((one, id) =>
        isLater(view, 'name', ['kind'], id, one) ? id : one,
      );
      const kind = primary
        ? 'primary'
        : (view.row({ table: 'name', id: latest })?.['kind'] ?? null);
      view.change({ table: 'name', id: stays }, { kind });
      for (const id of others) {
        for (const { child, column } of references.filter(({ parent }) => parent === 'name')) {
          for (const below of view.find(child, column, id)) {
            view.change({ table: child, id: below }, { [column]: stays });
          }
        }
        view.set({ table: 'name', id }, null);
      }
    }
  }
}

/** An entity has one primary name: the one that was made so last; the oldest name when none is. */
function settlePrimaryNames(view: View): void {
  for (const entity of entitiesOfNames(view)) {
    const names = view.find('name', 'entity_id', entity);
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

function entitiesOfNames(view: View): string[] {
  const entities = new Set<string>();
  for (const id of view.concerned('name')) {
    // The entity of a name that went may be left without a primary one.
    const row = view.row({ table: 'name', id }) ?? view.state({ table: 'name', id })?.fields;
    const entity = row?.['entity_id'];
    if (typeof entity === 'string' && view.row({ table: 'entity', id: entity }) !== null) {
      entities.add(entity);
    }
  }
  return [...entities].toSorted();
}

function isPrimary(view: View, id: string): boolean {
  return view.row({ table: 'name', id })?.['kind'] === 'primary';
}

interface OncePer {
  table: string;
  /** Columns that together have each of their values once; nothing is the same as a null. */
  key: readonly [string, string];
  /** Columns that the row that stays takes from the twin in which they were written last. */
  takes: readonly string[];
}

const oncePer: readonly OncePer[] = [
  { table: 'excerpt_tag', key: ['excerpt_id', 'tag_id'], takes: [] },
  { table: 'evidence', key: ['name_id', 'excerpt_id'], takes: ['stance', 'credibility'] },
  { table: 'evidence', key: ['attribute_id', 'excerpt_id'], takes: ['stance', 'credibility'] },
  { table: 'evidence', key: ['link_id', 'excerpt_id'], takes: ['stance', 'credibility'] },
  { table: 'resolution', key: ['first_id', 'second_id'], takes: ['judgement', 'reason'] },
];

/** The oldest of rows that say the same stays, and says it as the latest of them. */
function joinTwins(view: View, { table, key: [first, second], takes }: OncePer): void {
  for (const concerned of view.concerned(table)) {
    const row = view.row({ table, id: concerned });
    const one = row?.[first];
    if (typeof one !== 'string') continue;
    const [stays, ...others] = view
      .find(table, first, one)
      .filter((id) => view.row({ table, id })?.[second] === row?.[second]);
    if (stays === undefined || others.length === 0) continue;
    const latest = others.reduce(
      (last, id) => (isLater(view, table, takes, id, last) ? id : last),
      stays,
    );
    const said = view.row({ table, id: latest }) ?? {};
    view.change(
      { table, id: stays },
      Object.fromEntries(takes.map((column) => [column, said[column] ?? null])),
    );
    for (const id of others) view.set({ table, id }, null);
  }
}

/** Moves of tags that close a ring between them: the last of them puts its tag at the top instead. */
function breakRings(view: View): void {
  for (const start of view.concerned('tag')) {
    const way: string[] = [];
    let at: string | null = start;
    while (at !== null && !way.includes(at)) {
      way.push(at);
      const above: Fields[string] | undefined = view.row({ table: 'tag', id: at })?.['parent_id'];
      at = typeof above === 'string' ? above : null;
    }
    if (at === null) continue;
    const ring = way.slice(way.indexOf(at)).toSorted();
    const last = ring.reduce((one, id) =>
      isLater(view, 'tag', ['parent_id'], id, one) ? id : one,
    );
    view.change({ table: 'tag', id: last }, { parent_id: null });
  }
}

/** Whether any of some columns of a row were written later than those of another. */
function isLater(
  view: View,
  table: string,
  columns: readonly string[],
  id: string,
  than: string,
): boolean {
  const one = latestWrite(view, { table, id }, columns);
  const other = latestWrite(view, { table, id: than }, columns);
  return one > other || (one === other && id > than);
}

/** The reading and replica of the change that wrote any of some columns last, to be compared as text. */
function latestWrite(view: View, key: Key, columns: readonly string[]): string {
  const writtenBy = view.state(key)?.writtenBy ?? {};
  return columns
    .map((column) => writtenBy[column])
    .filter((change): change is OrderedChange => change !== undefined)
    .reduce((latest, { clock, replica }) => {
      const reading = `${clock} ${replica}`;
      return reading > latest ? reading : latest;
    }, '');
}
