import type { Handling } from '#contract/vocabulary.ts';
import { derivedId } from '../derived-id.ts';

/** An object of STIX 2.1 (OASIS, https://docs.oasis-open.org/cti/stix/v2.1/). */
export interface StixObject {
  type: string;
  spec_version: '2.1';
  id: string;
  [property: string]: unknown;
}

/**
 * The id of an object: always the same for the same record. The standard lets ids of domain objects be any UUIDv5 but of
 * the namespace that it keeps for observables (section 2.9).
 */
export function stixId(type: string, record: string): string {
  return `${type}--${derivedId('stix', record)}`;
}

/** A time as the standard writes it, to the millisecond. */
export function stixTime(time: string): string {
  return new Date(time).toISOString();
}

/** What every domain object and relationship has. */
export interface Common {
  author: string;
  changedAt: string;
}

export function domainObject(
  type: string,
  id: string,
  { author, changedAt }: Common,
  createdAt: string,
  handling: Handling,
  properties: Record<string, unknown>,
): StixObject {
  const created = stixTime(createdAt);
  const modified = stixTime(changedAt);
  return {
    type,
    spec_version: '2.1',
    id,
    created_by_ref: author,
    created,
    modified: modified < created ? created : modified,
    ...Object.fromEntries(Object.entries(properties).filter(([, value]) => said(value))),
    object_marking_refs: [tlpIds[handling]],
  };
}

/** The standard has no empty texts, lists or properties without value. */
function said(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/** Ids of the marking definitions of TLP 2.0, which OASIS has fixed (STIX 2.1 common objects). */
const tlpIds: Record<Handling, string> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** The extension by which OASIS adds TLP 2.0 to STIX 2.1. */
const tlpExtension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

export function tlpMarking(handling: Handling): StixObject {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: tlpIds[handling],
    created: '2022-10-01T00:00:00.000Z',
    name: `TLP:${handling}`,
    extensions: {
      [tlpExtension]: { extension_type: 'property-extension', tlp_2_0: handling.toLowerCase() },
    },
  };
}

/** Our own extension: what STIX has no place for, and objects that are none of its own. */
export const extensionId = stixId('extension-definition', 'legajo extension 1');

export function extensionDefinition({ author }: Common): StixObject {
  const fixed = '2026-01-01T00:00:00.000Z';
  return {
    type: 'extension-definition',
    spec_version: '2.1',
    id: extensionId,
    created_by_ref: author,
    created: fixed,
    modified: fixed,
    name: 'Legajo case records',
    description:
      'Names by kind, attributes with their dates, and the passages each fact rests on, with Admiralty grades; places without coordinates, and objects, as records of their own.',
    schema: extensionSchema,
    version: '1.0.0',
    extension_types: ['property-extension', 'new-sdo'],
  };
}

/** In words, as the standard allows; the fields are those of `resources/formats/README.md`. */
const extensionSchema = `Property extension: names, a list of {kind, value}; attributes, a list of {property, value, since, until},
dates in EDTF level 1; facts, a list of {fact, stance, credibility, reliability, quotation, source}, grades in the NATO
Admiralty code; members, ids of the records that were found to be one; link_type, role, since, until of a relationship.
New object x-legajo-record: name, description, record_kind and record_schema (of FollowTheMoney).`;

/** As the standard's Admiralty scale gives confidence for credibility (appendix A.1); 6 gives none. */
export const confidenceOf: Record<string, number | undefined> = {
  '1': 90,
  '2': 70,
  '3': 50,
  '4': 30,
  '5': 10,
};
