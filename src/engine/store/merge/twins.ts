import { Handling, Reading } from '#contract/vocabulary.ts';
import type { Fields, Value } from './fold.ts';
import { isLater } from './later.ts';
import { references } from './references.ts';
import type { View } from './view.ts';

/*
 * Rows that two people made of the same thing: the same document imported by both, the same passage marked by both, the same
 * name of an entity. The oldest row stays, and gets what hangs on the others.
 */

/** A source is there once: documents with the same bytes, of which the same text was extracted, are one. */
export function joinSources(view: View): void {
  const seen = new Set<string>();
  for (const concerned of view.concerned('source')) {
    const row = view.row({ table: 'source', id: concerned });
    const [sha256, text] = [row?.['sha256'], row?.['text_sha256']];
    if (typeof sha256 !== 'string' || typeof text !== 'string' || seen.has(`${sha256} ${text}`)) {
      continue;
    }
    seen.add(`${sha256} ${text}`);
    const [stays, ...others] = view
      .find('source', { sha256 })
      .filter((id) => view.row({ table: 'source', id })?.['text_sha256'] === text);
    if (stays === undefined || others.length === 0) continue;
    view.change({ table: 'source', id: stays }, sourceOf(view, [stays, ...others]));
    for (const id of others) joinInto(view, 'source', id, stays);
  }
}

/** What a source says of where it comes from: together, since a date is of use only with its bounds. */
const provenance: readonly (readonly [string, ...string[]])[] = [
  ['title'],
  ['publisher'],
  ['author'],
  ['published', 'published_earliest', 'published_latest'],
  ['retrieved'],
  ['url'],
  ['language'],
  ['reliability'],
];
/** Values that say nothing. */
const unsaid: Readonly<Record<string, Value>> = { reliability: 'F' };

/** What one source says that was several: what only one of them says stands, of two that say something the later. */
function sourceOf(view: View, ids: readonly string[]): Fields {
  const says = (id: string, column: string) => view.row({ table: 'source', id })?.[column] ?? null;
  const fields: Fields = {};
  for (const columns of provenance) {
    const [column] = columns;
    const saying = ids.filter((id) => ![null, '', unsaid[column]].includes(says(id, column)));
    const [first] = saying;
    if (first === undefined) continue;
    const latest = saying.reduce(
      (one, id) => (isLater(view, 'source', columns, id, one) ? id : one),
      first,
    );
    for (const each of columns) fields[each] = says(latest, each);
  }
  fields['handling'] = furthest(
    Handling.options.toReversed(),
    ids.map((id) => says(id, 'handling')),
  );
  // What one of them derives from the other says is no more than that they are the same.
  const deriving = ids.filter((id) => {
    const from = says(id, 'derives_from');
    return typeof from === 'string' && !ids.includes(from);
  });
  const [derived] = deriving;
  if (derived !== undefined) {
    const latest = deriving.reduce(
      (one, id) => (isLater(view, 'source', ['derives_from'], id, one) ? id : one),
      derived,
    );
    fields['derives_from'] = says(latest, 'derives_from');
  } else fields['derives_from'] = null;
  fields['reading'] = furthest(
    Reading.options,
    ids.map((id) => says(id, 'reading')),
  );
  return fields;
}

/** The one of some values that stands last in an order. */
function furthest(order: readonly string[], values: readonly Value[]): Value {
  return values.reduce((one, other) =>
    order.indexOf(String(other)) > order.indexOf(String(one)) ? other : one,
  );
}

/** A passage is there once: of a span of a text of a source. */
export function joinExcerpts(view: View): void {
  for (const concerned of view.concerned('excerpt')) {
    const row = view.row({ table: 'excerpt', id: concerned });
    const { source_id: source, text_sha256: text, start, end } = row ?? {};
    if (typeof source !== 'string' || typeof text !== 'string') continue;
    if (typeof start !== 'number' || typeof end !== 'number') continue;
    const [stays, ...others] = view.find('excerpt', {
      source_id: source,
      start,
      end,
      text_sha256: text,
    });
    if (stays === undefined || others.length === 0) continue;
    const same = [stays, ...others];
    const handled = same.filter(
      (id) => typeof view.row({ table: 'excerpt', id })?.['handling'] === 'string',
    );
    const [first] = handled;
    if (first !== undefined) {
      const latest = handled.reduce(
        (one, id) => (isLater(view, 'excerpt', ['handling'], id, one) ? id : one),
        first,
      );
      const handling = view.row({ table: 'excerpt', id: latest })?.['handling'] ?? null;
      view.change({ table: 'excerpt', id: stays }, { handling });
    }
    for (const id of others) joinInto(view, 'excerpt', id, stays);
  }
}

/** An entity has a name once: if one of the rows that say it is primary, the one that stays is. */
export function joinNames(view: View): void {
  for (const entity of entitiesOfNames(view)) {
    const byValue = Map.groupBy(view.find('name', { entity_id: entity }), (id) =>
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
      for (const id of others) joinInto(view, 'name', id, stays);
    }
  }
}

/** What hangs on a row hangs on its twin, and the row goes. */
function joinInto(view: View, table: string, id: string, stays: string): void {
  for (const { child, column, subject } of references.filter(({ parent }) => parent === table)) {
    for (const below of view.find(child, { [column]: id })) {
      const key = { table: child, id: below };
      if (subject !== null && view.row(key)?.['subject_table'] !== subject) continue;
      view.change(key, { [column]: stays });
    }
  }
  view.set({ table, id }, null);
  view.joined.push({ table, stays, gone: id });
}

/** The entities whose names a merge concerns. */
export function entitiesOfNames(view: View): string[] {
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

export function isPrimary(view: View, id: string): boolean {
  return view.row({ table: 'name', id })?.['kind'] === 'primary';
}
