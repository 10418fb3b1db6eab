import type { EntityKind } from '#contract/vocabulary.ts';
import { membersOfAll } from '../chart/read.ts';
import type { FigureReading } from '../reading.ts';
import { degreesOf, type MapPlace } from './places.ts';

interface Linked {
  readonly id: string;
  readonly from: string;
  readonly fromKind: EntityKind;
  readonly to: string;
  readonly toKind: EntityKind;
}

/**
 * The places of some subjects: themselves when they are places, those that they are linked with, and those of the events
 * that they have a part in; in that order, without what is withheld or was left out.
 *
 * @param subjects ids as they are shown, of which none is withheld
 */
export function readPlaces(reading: FigureReading, subjects: readonly string[]): MapPlace[] {
  const near = linkedWith(reading, subjects);
  const events = [...near].filter(([, kind]) => kind === 'event').map(([id]) => id);
  const inSubjects = new Set(subjects);
  const all = new Map([...near, ...linkedWith(reading, events)]);
  const locations = [...all].filter(([, kind]) => kind === 'location').map(([id]) => id);
  const known = new Map(namesOf(reading, [...subjects, ...locations]));
  return [...known].flatMap(([id, place]): MapPlace[] => {
    if (place.kind !== 'location') return [];
    const at = positionOf(reading, id);
    const subject = inSubjects.has(id);
    return [{ id, name: place.name, names: place.names, subject, ...at }];
  });
}

/** Who and what some entities are linked with, themselves among them, in the order of the links. */
function linkedWith(
  { store, withholding, leftOut }: FigureReading,
  ids: readonly string[],
): Map<string, EntityKind> {
  const rows = store.all<Linked>(
    `WITH wanted(id) AS MATERIALIZED (SELECT value FROM json_each(@members))
     SELECT l.id, f.id AS "from", f.kind AS fromKind, t.id AS "to", t.kind AS toKind
     FROM link l JOIN shown_entity f ON f.entity_id = l.from_id JOIN shown_entity t ON t.entity_id = l.to_id
     WHERE l.id IN (SELECT id FROM link WHERE from_id IN wanted UNION SELECT id FROM link WHERE to_id IN wanted)
     ORDER BY l.id`,
    { members: JSON.stringify(membersOfAll(store, ids)) },
  );
  const found = new Map<string, EntityKind>();
  for (const { id, from, fromKind, to, toKind } of rows) {
    if (leftOut.has(id) || withholding.fact(id)) continue;
    if (withholding.entity(from) || withholding.entity(to)) continue;
    found.set(from, fromKind);
    found.set(to, toKind);
  }
  return found;
}

function namesOf(
  { store, withholding, leftOut }: FigureReading,
  ids: readonly string[],
): [string, { kind: EntityKind; name: string; names: string[] }][] {
  return [...new Set(ids)].flatMap((id) => {
    const shown = store.one<{ kind: EntityKind; name: string }>(
      'SELECT kind, name FROM shown_entity WHERE entity_id = ?',
      id,
    );
    if (shown === undefined) return [];
    const name = withholding.nameOf(id, shown.name);
    const names = store
      .all<{ id: string; value: string }>(
        'SELECT id, value FROM name WHERE entity_id IN (SELECT value FROM json_each(?)) ORDER BY id',
        JSON.stringify(membersOfAll(store, [id])),
      )
      .filter((other) => !leftOut.has(other.id) && !withholding.fact(other.id))
      .map(({ value }) => value);
    return [[id, { kind: shown.kind, name, names: [name, ...names] }]];
  });
}

/** Where a place is: of several pairs that which an analyst prefers, then the best sourced, then the oldest. */
function positionOf(
  { store, withholding, leftOut }: FigureReading,
  id: string,
): Pick<MapPlace, 'position' | 'sourced'> {
  const rows = store
    .all<{ id: string; member: string; property: string; value: string; preferred: number }>(
      `SELECT a.id, a.entity_id AS member, a.property, a.value,
         EXISTS (SELECT 1 FROM assessment s WHERE s.attribute_id = a.id) AS preferred
       FROM attribute a WHERE a.entity_id IN (SELECT value FROM json_each(?))
         AND a.property IN ('latitude', 'longitude') ORDER BY a.id`,
      JSON.stringify(membersOfAll(store, [id])),
    )
    .filter((row) => !leftOut.has(row.id) && !withholding.fact(row.id))
    .map((row) => ({
      ...row,
      degrees: degreesOf(row.value, row.property === 'latitude' ? 90 : 180),
      passages: store
        .all<{ excerpt: string }>(
          `SELECT excerpt_id AS excerpt FROM evidence WHERE attribute_id = ? AND stance = 'supports'`,
          row.id,
        )
        .filter(({ excerpt }) => !withholding.passage(excerpt)).length,
    }));
  const best = rows
    .filter(({ property }) => property === 'latitude')
    .flatMap((latitude) =>
      rows
        .filter(({ property, member }) => property === 'longitude' && member === latitude.member)
        .map((longitude) => ({ latitude, longitude })),
    )
    .toSorted(
      (a, b) =>
        b.latitude.preferred +
          b.longitude.preferred -
          (a.latitude.preferred + a.longitude.preferred) ||
        b.latitude.passages + b.longitude.passages - (a.latitude.passages + a.longitude.passages),
    )
    .find(({ latitude, longitude }) => latitude.degrees !== null && longitude.degrees !== null);
  if (best === undefined) return { position: null, sourced: false };
  const { latitude, longitude } = best;
  return {
    position: { latitude: latitude.degrees ?? 0, longitude: longitude.degrees ?? 0 },
    sourced: latitude.passages > 0 && longitude.passages > 0,
  };
}
