import type { CaseStore } from '../../store/index.ts';
import { derivedId } from './derived-id.ts';
import type { IntakeEntity } from './intake.ts';
import { newNotes } from './plan-notes.ts';
import { taken, type PlannedEntity, type Tally } from './planned.ts';
import type { Remarks } from './remarks.ts';

interface EntityRow {
  id: string;
  kind: string;
  schema: string;
  summary: string;
}

const attributeKey = (one: { property: string; value: string; since: string; until: string }) =>
  [one.property, one.value, one.since, one.until].join('\u0000');

/**
 * What of the entities of a file the case has not. An entity is known again by its id alone. Nothing that the case says of
 * it is changed: names, attributes and notes that it has not are added, and a summary where it has none.
 */
export function planEntities(
  store: CaseStore,
  entities: readonly IntakeEntity[],
  remarks: Remarks,
  tally: Tally,
): PlannedEntity[] {
  const rows = rowsOf(store, entities);
  const known = JSON.stringify([...rows.keys()]);
  const values = valuesByEntity(
    store.all<{ entity: string; value: string }>(
      `SELECT n.entity_id AS entity, n.value FROM json_each(?) j CROSS JOIN name n ON n.entity_id = j.value`,
      known,
    ),
  );
  const facts = valuesByEntity(
    store
      .all<{ entity: string; property: string; value: string; since: string; until: string }>(
        `SELECT a.entity_id AS entity, a.property, a.value, a.since, a.until
         FROM json_each(?) j CROSS JOIN attribute a ON a.entity_id = j.value`,
        known,
      )
      .map((row) => ({ entity: row.entity, value: attributeKey(row) })),
  );
  const planned = entities.map((entity): PlannedEntity => {
    const row = rows.get(entity.id);
    const seenNames = new Set(values.get(entity.id));
    const seenFacts = new Set(facts.get(entity.id));
    const names: PlannedEntity['names'] = [];
    for (const { kind, value } of entity.names) {
      if (seenNames.has(value)) continue;
      seenNames.add(value);
      const first = row === undefined && names.length === 0;
      names.push({
        id: derivedId('name', entity.id, value),
        kind: first ? 'primary' : kind === 'primary' ? 'variant' : kind,
        value,
      });
    }
    const attributes: PlannedEntity['attributes'] = [];
    for (const attribute of entity.attributes) {
      const key = attributeKey(attribute);
      if (seenFacts.has(key)) continue;
      seenFacts.add(key);
      const { property, value, since, until } = attribute;
      attributes.push({
        id: derivedId('attribute', entity.id, property, value, since, until),
        ...attribute,
      });
    }
    if (row !== undefined && (row.kind !== entity.kind || row.schema !== entity.schema)) {
      const said = `${entity.kind} ${entity.schema}`;
      remarks.add('differs', `${row.kind} ${row.schema} / ${said}`, entity.where);
    }
    const summary = row !== undefined && row.summary === '' && entity.summary !== '';
    if (row !== undefined && row.summary !== '' && differs(row.summary, entity.summary)) {
      remarks.add('differs', 'summary', entity.where);
    }
    return {
      entity,
      there: row !== undefined,
      names,
      attributes,
      notes: [],
      summary: summary ? entity.summary : null,
    };
  });
  dropEdited(store, planned);
  const notes = newNotes(
    store,
    'entity',
    planned.map(({ entity, there }) => ({
      id: entity.id,
      there,
      notes: entity.notes.map((body) => ({ id: null, body, createdAt: null })),
    })),
  );
  for (const one of planned) {
    one.notes = notes.get(one.entity.id) ?? [];
    const more =
      one.names.length + one.attributes.length + one.notes.length + (one.summary === null ? 0 : 1);
    tally.add('entity', one.there ? (more > 0 ? 'changed' : 'same') : 'new');
    const { entity } = one;
    tally.add('name', 'new', one.names.length);
    tally.add('attribute', 'new', one.attributes.length);
    tally.add('note', 'new', one.notes.length);
    if (!one.there) continue;
    tally.add('name', 'same', Math.max(0, entity.names.length - one.names.length));
    tally.add('attribute', 'same', Math.max(0, entity.attributes.length - one.attributes.length));
    tally.add('note', 'same', Math.max(0, entity.notes.length - one.notes.length));
  }
  return planned;
}

function differs(one: string, other: string): boolean {
  return other !== '' && other.trim() !== one.trim();
}

function rowsOf(store: CaseStore, entities: readonly IntakeEntity[]): Map<string, EntityRow> {
  const rows = store.all<EntityRow>(
    `SELECT e.id, e.kind, e.schema, e.summary FROM json_each(?) j CROSS JOIN entity e ON e.id = j.value`,
    JSON.stringify(entities.map(({ id }) => id)),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function valuesByEntity(rows: readonly { entity: string; value: string }[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { entity, value } of rows) {
    const list = values.get(entity);
    if (list === undefined) values.set(entity, [value]);
    else list.push(value);
  }
  return values;
}

/** A fact that was taken in before and that a person has changed since is there: it is not taken in anew. */
function dropEdited(store: CaseStore, planned: readonly PlannedEntity[]): void {
  const there = planned.filter((one) => one.there);
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const names = taken(
    store,
    'name',
    there.flatMap((one) => idsOf(one.names)),
  );
  const attributes = taken(
    store,
    'attribute',
    there.flatMap((one) => idsOf(one.attributes)),
  );
  for (const one of there) {
    one.names = one.names.filter(({ id }) => !names.has(id));
    one.attributes = one.attributes.filter(({ id }) => !attributes.has(id));
  }
}
