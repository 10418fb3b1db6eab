import { isLater } from './later.ts';
import { references } from './references.ts';
import type { View } from './view.ts';

/*
 * Rows that two people made of the same thing: the same passage marked by both, the same name of an entity, and the same
 * document imported by both (`same-document.ts`). The oldest row stays, and gets what hangs on the others.
 */

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
export function joinInto(view: View, table: string, id: string, stays: string): void {
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
