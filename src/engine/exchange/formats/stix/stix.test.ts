import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testFolder } from '../../../testing/index.ts';
import { bareCase, leftOf, richCase } from '../testing/rich-case.ts';
import { exportStix } from './index.ts';

const Identifier = z
  .string()
  .regex(
    /^[a-z][a-z\d-]+[a-z\d]--[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
const Time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const Text = z.string().min(1);
const References = z.array(
  z
    .strictObject({
      source_name: Text,
      description: Text.optional(),
      url: z.url().optional(),
      external_id: Text.optional(),
    })
    .refine((one) => one.description ?? one.url ?? one.external_id),
);
const common = {
  spec_version: z.literal('2.1'),
  id: Identifier,
  created_by_ref: Identifier,
  created: Time,
  modified: Time,
  object_marking_refs: z.array(Identifier).min(1),
  external_references: References.min(1).optional(),
  extensions: z.record(Identifier, z.looseObject({ extension_type: Text })).optional(),
};
const described = { name: Text, description: Text.optional() };

/** What STIX 2.1 asks of each type of object that is written. */
const StixObject = z.union([
  z.strictObject({
    type: z.literal('identity'),
    ...common,
    ...described,
    identity_class: z.enum(['individual', 'organization']),
  }),
  z.strictObject({
    type: z.literal('identity'),
    spec_version: z.literal('2.1'),
    id: Identifier,
    created: Time,
    modified: Time,
    name: Text,
    identity_class: z.literal('system'),
  }),
  z
    .strictObject({
      type: z.literal('location'),
      ...common,
      ...described,
      latitude: z.number().min(-90).max(90).optional(),
      longitude: z.number().min(-180).max(180).optional(),
      country: z.string().length(2).optional(),
      administrative_area: Text.optional(),
      city: Text.optional(),
      street_address: Text.optional(),
      postal_code: Text.optional(),
    })
    .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined))
    .refine(({ latitude, country }) => latitude !== undefined || country !== undefined),
  z.strictObject({ type: z.literal('incident'), ...common, ...described }),
  z.strictObject({
    type: z.literal('x-legajo-record'),
    ...common,
    ...described,
    record_kind: Text,
    record_schema: Text,
  }),
  z
    .strictObject({
      type: z.literal('relationship'),
      ...common,
      relationship_type: z.string().regex(/^[a-z\d-]+$/),
      description: Text.optional(),
      source_ref: Identifier,
      target_ref: Identifier,
      start_time: Time.optional(),
      stop_time: Time.optional(),
      confidence: z.int().min(0).max(100).optional(),
    })
    .refine(
      ({ start_time: start, stop_time: stop }) =>
        start === undefined || stop === undefined || stop > start,
    ),
  z.strictObject({
    type: z.literal('note'),
    ...common,
    content: Text,
    object_refs: z.array(Identifier).min(1),
  }),
  z.strictObject({
    type: z.literal('report'),
    ...common,
    ...described,
    published: Time,
    report_types: z.array(Text).min(1),
    object_refs: z.array(Identifier).min(1),
  }),
  z.strictObject({
    type: z.literal('extension-definition'),
    spec_version: z.literal('2.1'),
    id: Identifier,
    created_by_ref: Identifier,
    created: Time,
    modified: Time,
    ...described,
    schema: Text,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    extension_types: z.array(z.enum(['new-sdo', 'property-extension'])).min(1),
  }),
  z.strictObject({
    type: z.literal('marking-definition'),
    spec_version: z.literal('2.1'),
    id: Identifier,
    created: Time,
    name: Text,
    extensions: z.record(
      z.literal('extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'),
      z.strictObject({
        extension_type: z.literal('property-extension'),
        tlp_2_0: z.enum(['clear', 'green', 'amber', 'amber+strict', 'red']),
      }),
    ),
  }),
]);
const Bundle = z.strictObject({
  type: z.literal('bundle'),
  id: Identifier,
  objects: z.array(StixObject).min(1),
});

async function written(options = {}) {
  const rich = richCase();
  const result = await exportStix(rich.store, join(testFolder(), 'out.json'), options);
  const text = readFileSync(result.path, 'utf8');
  return { ...rich, result, text, objects: Bundle.parse(JSON.parse(text)).objects };
}

describe('a case as STIX 2.1', () => {
  test('keeps to the standard, and names nothing that is not in it, nor twice', async () => {
    for (const options of [{}, { handling: 'AMBER' }, { dropNotes: true }]) {
      const { objects, text } = await written(options);
      const ids = objects.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const named = text.matchAll(/"([a-z][a-z-]+--[\da-f-]{36})"/g);
      const known = new Set([...ids, 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d']);
      for (const [, id] of named)
        expect(known.has(id ?? '') || id?.startsWith('bundle--')).toBe(true);
      for (const object of objects) {
        expect(object.id.startsWith(`${object.type}--`)).toBe(true);
        expect(object).toSatisfy(
          (one: typeof object) => !('modified' in one) || one.modified >= one.created,
        );
      }
    }
  });

  test('has people and organizations, places with coordinates, events, and the rest as records of its own', async () => {
    const { objects } = await written();
    const types = Object.groupBy(objects, ({ type }) => type);
    const names = (type: keyof typeof types) =>
      (types[type] ?? []).map((object) => ('name' in object ? object.name : '')).toSorted();
    expect(names('identity')).toEqual([
      '\u0000',
      'Ana',
      'Juan "el <Ñato>" & \u0007Pérez\u202E',
      'Legajo',
      'Northern Union',
    ]);
    expect(types.location).toMatchObject([{ name: 'Caracas', latitude: 10.48, longitude: -66.9 }]);
    expect(names('incident')).toEqual(['The raid']);
    expect(names('x-legajo-record')).toEqual(['Nowhere', 'White van']);
    expect(types.relationship).toHaveLength(6);
    expect(types.relationship).toContainEqual(
      expect.objectContaining({
        relationship_type: 'directorship',
        description: 'leads: boss',
        start_time: '2010-05-01T00:00:00.000Z',
        stop_time: '2012-12-31T23:59:59.999Z',
        confidence: 70,
      }),
    );
    expect(types.relationship).toContainEqual(
      expect.objectContaining({ relationship_type: 'located-at' }),
    );
    expect(types.report).toHaveLength(1);
  });

  test('marks each object as strictly as the words in it', async () => {
    const { objects } = await written();
    const juan = objects.find((object) => 'name' in object && object.name.startsWith('Juan'));
    // He is AMBER; one of his facts rests on a passage that is RED.
    expect(juan).toMatchObject({
      object_marking_refs: ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'],
    });
    const open = objects.find((object) => 'name' in object && object.name === 'Caracas');
    expect(open).toMatchObject({
      object_marking_refs: ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'],
    });
  });

  test('has nothing above the maximum', async () => {
    const { text, id, result } = await written({ handling: 'AMBER' });
    for (const secret of [id.ana, '"Ana"', '𝔄na', '@boss', id.scan])
      expect(text).not.toContain(secret);
    expect(leftOf(result)).toMatchObject({
      'withheld.entity': 1,
      'withheld.link': 1,
      internalLink: 1,
      excerpt: 2,
      resolution: 1,
    });
  });

  test('is the same bytes each time, with ids that stay, and can be of nothing', async () => {
    const { store } = richCase();
    const folder = testFolder();
    const one = await exportStix(store, join(folder, 'one'), {});
    const other = await exportStix(store, join(folder, 'other'), {});
    expect(one.sha256).toBe(other.sha256);
    const empty = await exportStix(bareCase(), join(folder, 'empty'), {});
    const { objects } = Bundle.parse(JSON.parse(readFileSync(empty.path, 'utf8')));
    expect(objects.some(({ type }) => type === 'report')).toBe(false);
  });
});
