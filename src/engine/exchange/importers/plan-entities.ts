import type { CaseStore } from '../../store/index.ts';
import { derivedId } from './derived-id.ts';
import type { IntakeEntity } from './intake.ts';
import { plainValue, sameValue } from './same-value.ts';
import { newNotes } from './plan-notes.ts';
import { taken, type PlannedEntity, type Tally } from './planned.ts';
import type { Remarks } from './remarks.ts';

interface EntityRow {
  id: string;
  kind: string;
  schema: string;
  summary: string;
}

interface Attribute {
  property: string;
  value: string;
  since: string;
  until: string;
}

const attributeKey = ({ property, value, since, until }: Attribute, written = sameValue) =>
  [property, written(property, value), since, until].join('\u0000');

/** Entities by a JSON array of their ids, each with what was found to be one with it: that has its facts too. */
const members = `
  WITH asked(id) AS (SELECT value FROM json_each(?)), member(entity, id) AS (
    SELECT id, id FROM asked UNION
    SELECT asked.id, them.entity_id FROM asked CROSS JOIN cluster it ON it.entity_id = asked.id
    CROSS JOIN cluster them ON them.head_id = it.head_id)`;

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
      `${members} SELECT m.entity, n.value FROM member m CROSS JOIN name n ON n.entity_id = m.id`,
      known,
    ),
  );
  const facts = valuesByEntity(
    store
      .all<Attribute & { entity: string }>(
        `${members} SELECT m.entity, a.property, a.value, a.since, a.until
         FROM member m CROSS JOIN attribute a ON a.entity_id = m.id`,
        known,
      )
      .flatMap((row) => [
        { entity: row.entity, value: attributeKey(row) },
        { entity: row.entity, value: attributeKey(row, plainValue) },
      ]),
  );
  const planned = entities.map((entity): PlannedEntity => {
    const row = rows.get(entity.id);
    const seenNames = new Set(values.get(entity.id)?.map(writable));
    const seenFacts = new Set(facts.get(entity.id));
    const names: PlannedEntity['names'] = [];
    for (const { kind, value } of entity.names) {
      if (seenNames.has(writable(value))) continue;
      seenNames.add(writable(value));
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
      notes: entity.notes,
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

/** A name as a form can write it that knows no control characters. */
function writable(name: string): string {
  return name.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, '\uFFFD').trim();
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
