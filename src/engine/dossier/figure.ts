import type { Draft, Printing } from './draft.ts';
import { chartOf, mapOf, type Drawing } from './figures/index.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/** The chart of what the subjects are linked to, and the map of where they are. */
export function figureDrafts(reading: Reading, subjects: readonly Subject[]): Draft[] {
  const ids = subjects.map(({ id }) => id);
  const linked = new Set(
    subjects.flatMap(({ id, printed }) => [id, ...printed.links.map(({ link }) => link.other.id)]),
  );
  return [
    figureDraft(
      'chart',
      () => chartOf(reading, ids),
      () => [...linked],
    ),
    figureDraft(
      'map',
      () => mapOf(reading, ids),
      () => placesNear(reading, subjects, linked),
    ),
  ];
}

/** @param names ids of entities that the drawing may name */
function figureDraft(
  id: 'chart' | 'map',
  draw: () => Drawing | null,
  names: () => readonly string[],
): Draft {
  let drawn: Drawing | null | undefined;
  return {
    id,
    items: [],
    print({ files, numbering }: Printing, title) {
      drawn ??= draw();
      if (drawn === null) return null;
      const file = `${id}.svg`;
      files.set(file, new TextEncoder().encode(drawn.svg));
      numbering.name(names());
      const { width, height, description, notes } = drawn;
      return { id, title, figure: { file, width, height, description, notes } };
    },
  };
}

/** The subjects, what they are linked to, and the places of the events among these. */
function placesNear(
  { store, withholding, leftOut }: Reading,
  subjects: readonly Subject[],
  linked: ReadonlySet<string>,
): string[] {
  const events = subjects.flatMap(({ printed }) =>
    printed.links
      .filter(({ link }) => link.other.kind === 'event')
      .map(({ link }) => link.other.id),
  );
  const places = store.all<{ link: string; place: string }>(
    `WITH event(id) AS MATERIALIZED (
       SELECT value FROM json_each(?)
       UNION SELECT them.entity_id FROM json_each(?) wanted JOIN cluster it ON it.entity_id = wanted.value
       JOIN cluster them ON them.head_id = it.head_id)
     SELECT l.id AS link, o.id AS place FROM event JOIN link l ON l.from_id = event.id
     JOIN shown_entity o ON o.entity_id = l.to_id WHERE o.kind = 'location'
     UNION SELECT l.id, o.id FROM event JOIN link l ON l.to_id = event.id
     JOIN shown_entity o ON o.entity_id = l.from_id WHERE o.kind = 'location'`,
    JSON.stringify(events),
    JSON.stringify(events),
  );
  return [
    ...linked,
    ...places
      .filter(
        ({ link, place }) =>
          !leftOut.has(link) && !withholding.fact(link) && !withholding.entity(place),
      )
      .map(({ place }) => place),
  ];
}
