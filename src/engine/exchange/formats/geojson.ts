import type { Content } from './content.ts';
import type { Exporter } from './exporter.ts';
import { exported, type Output } from './output.ts';
import type { AttributeRecord, EntityRecord, LinkRecord } from './records.ts';
import { linkLabel } from './words.ts';

/**
 * Places that have coordinates as a GeoJSON FeatureCollection (RFC 7946), each with what is known of it and who is linked
 * to it. Places without are counted, and so is all that is no place.
 */
export const exportGeojson: Exporter = (store, path, options) =>
  exported(store, path, options, async (content, target, out) => {
    out.expect(content.selection.entities.size);
    const file = await out.file(target, geojson(content, out));
    content.leaveAllBut('link');
    return file;
  });

/** Longitude and latitude in degrees (WGS 84), in that order. */
type Position = [number, number];

function* geojson(content: Content, out: Output): Generator<string, void, undefined> {
  const placed = new Set<string>();
  for (const entity of content.entities()) {
    if (entity.kind === 'location' && positionsOf(entity).length > 0) placed.add(entity.id);
  }
  const linked = new Map<string, LinkRecord[]>();
  for (const link of content.links()) {
    let carried = false;
    for (const end of [link.from, link.to]) {
      if (!placed.has(end)) continue;
      carried = true;
      linked.set(end, [...(linked.get(end) ?? []), link]);
    }
    if (!carried) content.tally.add('link');
  }
  yield '{"type":"FeatureCollection","features":[';
  let first = true;
  for (const entity of out.counted(content.entities())) {
    if (!placed.has(entity.id)) {
      content.tally.add(entity.kind === 'location' ? 'coordinates' : 'entity');
      continue;
    }
    const feature = featureOf(content, entity, linked.get(entity.id) ?? []);
    yield `${first ? '' : ','}\n${JSON.stringify(feature)}`;
    first = false;
  }
  yield '\n]}\n';
}

function featureOf(content: Content, entity: EntityRecord, links: readonly LinkRecord[]): object {
  const [position, ...others] = positionsOf(entity);
  const { language } = content.case();
  const attributes: Record<string, string[]> = {};
  for (const { property, value } of entity.attributes) (attributes[property] ??= []).push(value);
  return {
    type: 'Feature',
    id: entity.id,
    geometry: { type: 'Point', coordinates: position },
    properties: {
      name: entity.title,
      names: entity.names.slice(1).map(({ kind, value }) => ({ kind, value })),
      schema: entity.schema,
      handling: entity.handling,
      ...(entity.summary === '' ? {} : { summary: entity.summary }),
      attributes,
      // Sources that put the place elsewhere.
      ...(others.length === 0 ? {} : { otherCoordinates: others }),
      links: links.map(({ id, from, to, type, role, since, until }) => {
        const other = from === entity.id ? to : from;
        return {
          id,
          type,
          label: linkLabel(type, language),
          role,
          direction: from === entity.id ? 'out' : 'in',
          entity: other,
          name: content.titleOf(other),
          since,
          until,
        };
      }),
    },
  };
}

/** Pairs of latitude and longitude, in the order of their recording, of each member that has as many of both. */
export function positionsOf({ attributes, members }: EntityRecord): Position[] {
  const positions = new Map<string, Position>();
  for (const member of members) {
    const of = (property: string): AttributeRecord[] =>
      attributes.filter((one) => one.member === member && one.property === property);
    const [latitudes, longitudes] = [of('latitude'), of('longitude')];
    if (latitudes.length !== longitudes.length) continue;
    for (const [at, { value }] of latitudes.entries()) {
      const latitude = degrees(value, 90);
      const longitude = degrees(longitudes[at]?.value ?? '', 180);
      if (latitude === null || longitude === null) continue;
      positions.set(`${longitude} ${latitude}`, [longitude, latitude]);
    }
  }
  return [...positions.values()];
}

/** Decimal degrees, with a point or a comma, as people write them; null when it is anything else. */
function degrees(text: string, most: number): number | null {
  const found = /^([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?$/.exec(text.trim().replace('−', '-'))?.[1];
  if (found === undefined) return null;
  const value = Number(found.replace(',', '.'));
  return Math.abs(value) <= most ? value : null;
}
