import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testFolder } from '../../testing/index.ts';
import { exportGeojson } from './geojson.ts';
import { bareCase, leftOf, richCase } from './testing/rich-case.ts';

/** What RFC 7946 asks of a collection of points. */
const Collection = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: z.strictObject({
        type: z.literal('Point'),
        coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
      }),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
});

test('places with coordinates are points, with what is known of them and who is linked to them', async () => {
  const { store, id } = richCase();
  const result = await exportGeojson(store, join(testFolder(), 'out.geojson'), {});
  const { features } = Collection.parse(JSON.parse(readFileSync(result.path, 'utf8')));
  expect(features).toHaveLength(1);
  expect(features[0]).toMatchObject({
    id: id.caracas,
    geometry: { coordinates: [-66.9, 10.48] },
    properties: {
      name: 'Caracas',
      handling: 'CLEAR',
      links: [{ id: id.lives, direction: 'in', entity: id.juan, label: 'lives or lived in' }],
    },
  });
  expect(leftOf(result)).toMatchObject({ coordinates: 1, entity: 6, link: 5, internalLink: 1 });
});

test('a collection of nothing is a collection', async () => {
  const { path } = await exportGeojson(bareCase(), join(testFolder(), 'out.geojson'), {});
  expect(Collection.parse(JSON.parse(readFileSync(path, 'utf8'))).features).toEqual([]);
});
