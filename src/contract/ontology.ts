import { z } from 'zod';
import { EntityKind } from './vocabulary.ts';

const Labels = z.object({ en: z.string(), es: z.string(), pt: z.string() });

/**
 * What entities, properties and links the case knows (`resources/ontology.json`), mapped onto FollowTheMoney
 * schemata. It is data, so that a team can add its own.
 */
export const Ontology = z.object({
  version: z.int(),
  kinds: z.record(
    EntityKind,
    z.object({ label: Labels, schemata: z.array(z.string()).min(1), default: z.string() }),
  ),
  properties: z.array(
    z.object({
      key: z.string(),
      kinds: z.array(EntityKind),
      type: z.string(),
      multiple: z.boolean(),
      label: Labels,
      ftm: z.string().nullable(),
      group: z.string(),
    }),
  ),
  linkTypes: z.array(
    z.object({
      key: z.string(),
      from: z.array(EntityKind),
      to: z.array(EntityKind),
      ftm: z.string(),
      label: Labels,
      reverse: Labels,
      group: z.string(),
    }),
  ),
});
export type Ontology = z.infer<typeof Ontology>;
