import type { Handling } from '#contract/vocabulary.ts';
import type { Content } from '../content.ts';
import { markingWithWords } from '../marking.ts';
import { countryCode } from '../ftm/values.ts';
import type { FtmModel } from '../ftm/model.ts';
import { positionsOf } from '../geojson.ts';
import type {
  EntityRecord,
  EvidenceRecord,
  LinkRecord,
  NoteRecord,
  SourceRecord,
} from '../records.ts';
import { linkLabel } from '../words.ts';
import {
  confidenceOf,
  domainObject,
  extensionId,
  stixId,
  type Common,
  type StixObject,
} from './object.ts';

/** What objects are made with: where sources are, and how to name what. */
export interface Making extends Common {
  content: Content;
  model: FtmModel;
  sources: ReadonlyMap<string, SourceRecord>;
}

/** The object an entity is: what STIX has for it, else a record of our own. */
export function entityObject(making: Making, entity: EntityRecord): StixObject {
  const { kind, schema, title, summary, createdAt } = entity;
  const handling = markingWithWords(entity);
  const type = typeOf(making, entity);
  const shared = {
    name: title || '?',
    description: summary,
    external_references: references(making, [...entity.names, ...entity.attributes]),
  };
  const own: Record<string, Record<string, unknown>> = {
    identity: { identity_class: kind === 'person' ? 'individual' : 'organization' },
    location: place(making, entity) ?? {},
    incident: {},
    'x-legajo-record': { record_kind: kind, record_schema: schema },
  };
  return domainObject(type, stixId(type, entity.id), making, createdAt, handling, {
    ...shared,
    ...own[type],
    extensions: {
      [extensionId]: {
        extension_type: type === 'x-legajo-record' ? 'new-sdo' : 'property-extension',
        ...told(making, entity),
      },
    },
  });
}

export function typeOf(making: Making, entity: EntityRecord): string {
  if (entity.kind === 'person' || entity.kind === 'organization') return 'identity';
  if (entity.kind === 'event') return 'incident';
  // The standard wants a location to have coordinates or a country.
  if (entity.kind === 'location' && place(making, entity) !== null) return 'location';
  return 'x-legajo-record';
}

function place({ model }: Making, entity: EntityRecord): Record<string, unknown> | null {
  const [position] = positionsOf(entity);
  const said = entity.attributes.find(({ property }) => property === 'country')?.value;
  const country = said === undefined ? null : countryCode(model, said);
  if (position === undefined && country === null) return null;
  const of = (property: string) =>
    entity.attributes.find((attribute) => attribute.property === property)?.value;
  return {
    ...(position === undefined ? {} : { latitude: position[1], longitude: position[0] }),
    country: country?.length === 2 ? country.toUpperCase() : undefined,
    administrative_area: of('state') ?? of('region'),
    city: of('city'),
    street_address: of('street'),
    postal_code: of('postalCode'),
  };
}

function told(making: Making, entity: EntityRecord): Record<string, unknown> {
  const { names, attributes, members } = entity;
  const facts = [...names, ...attributes].flatMap(({ id, evidence }) =>
    evidence.map((one) => resting(making, id, one)),
  );
  return {
    names: names.map(({ id, kind, value }) => ({ id, kind, value })),
    ...(attributes.length === 0
      ? {}
      : {
          attributes: attributes.map(({ id, property, value, since, until }) => ({
            id,
            property,
            value,
            ...(since === '' ? {} : { since }),
            ...(until === '' ? {} : { until }),
          })),
        }),
    ...(facts.length === 0 ? {} : { facts }),
    ...(members.length === 1 ? {} : { members }),
  };
}

function resting({ content }: Making, fact: string, evidence: EvidenceRecord): object {
  const { excerpt, source, stance, credibility, reliability } = evidence;
  const quotation = content.passage(excerpt)?.quotation ?? '';
  return { fact, stance, credibility, reliability, source, quotation };
}

/** The sources that support something, each once. */
function references(
  { sources }: Making,
  facts: readonly { evidence: readonly EvidenceRecord[] }[],
): object[] {
  const ids = new Set(
    facts.flatMap(({ evidence }) =>
      evidence.filter(({ stance }) => stance === 'supports').map(({ source }) => source),
    ),
  );
  return [...ids].toSorted().flatMap((id) => {
    const source = sources.get(id);
    return source === undefined ? [] : [reference(source)];
  });
}

/** A source as a reference of ours; its hash is of the file in the case, not of what is at its address. */
export function reference({ id, title, publisher, published, url }: SourceRecord): object {
  const description = [publisher, published].filter((part) => part !== '').join(', ');
  return {
    source_name: title || '?',
    external_id: id,
    ...(description === '' ? {} : { description }),
    ...(/^https?:\/\//i.test(url) && URL.canParse(url) ? { url } : {}),
  };
}

const located = new Set(['Residence', 'BasedIn', 'LocatedIn', 'ActiveIn', 'DetainedIn']);

/** A link as a relationship. @param ends ids of the objects by those of their entities */
export function relationship(
  making: Making,
  link: LinkRecord,
  ends: ReadonlyMap<string, string>,
): StixObject | null {
  const { content } = making;
  const { id, from, to, type, role, since, until, evidence, createdAt } = link;
  const source = ends.get(from);
  const target = ends.get(to);
  if (source === undefined || target === undefined) return null;
  const isPlace = target.startsWith('location--');
  const kind = located.has(type) && isPlace ? 'located-at' : kebab(type);
  const start = link.sinceEarliest;
  const stop = link.untilLatest;
  const best = evidence
    .filter(({ stance }) => stance === 'supports')
    .map(({ credibility }) => credibility)
    .toSorted()[0];
  const label = linkLabel(type, content.case().language);
  const relation = stixId('relationship', id);
  return domainObject('relationship', relation, making, createdAt, content.markingOf(link), {
    relationship_type: type === 'UnknownLink' ? 'related-to' : kind,
    description: role === '' ? label : `${label}: ${role}`,
    source_ref: source,
    target_ref: target,
    start_time: start === null ? undefined : atStart(start),
    // The standard wants the end later than the beginning.
    stop_time: stop === null || (start !== null && stop < start) ? undefined : atEnd(stop),
    confidence: confidenceOf[best ?? ''],
    external_references: references(making, [link]),
    extensions: {
      [extensionId]: {
        extension_type: 'property-extension',
        link_type: type,
        ...(role === '' ? {} : { role }),
        ...(since === '' ? {} : { since }),
        ...(until === '' ? {} : { until }),
        ...(evidence.length === 0
          ? {}
          : { facts: evidence.map((one) => resting(making, id, one)) }),
      },
    },
  });
}

/** A note, about objects. */
export function noteObject(
  making: Making,
  { id, body, createdAt }: NoteRecord,
  about: readonly string[],
  handling: Handling,
): StixObject {
  return domainObject('note', stixId('note', id), making, createdAt, handling, {
    content: body === '' ? '?' : body,
    object_refs: about,
  });
}

function kebab(type: string): string {
  const words = type.replaceAll(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
  return words.replaceAll(/[^a-z\d]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'related-to';
}

const day = /^\d{4}-\d\d-\d\d$/;
const atStart = (date: string) => (day.test(date) ? `${date}T00:00:00.000Z` : undefined);
const atEnd = (date: string) => (day.test(date) ? `${date}T23:59:59.999Z` : undefined);
