import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  Confidence,
  Credibility,
  EntityKind,
  Handling,
  Likelihood,
  NameKind,
  Reliability,
  Stance,
} from '#contract/vocabulary.ts';
import { resourcePath } from '../resources.ts';

const Key = z.string().min(1);
const InBothLanguages = z.strictObject({ en: z.string(), es: z.string() });

const Basis = z.strictObject({
  source: Key,
  quote: z.string().min(1),
  stance: Stance,
  credibility: Credibility,
});

const Validity = { since: z.string().optional(), until: z.string().optional() };

/** `resources/sample/case.json`, as the page beside it describes it. */
export const Recipe = z.strictObject({
  title: InBothLanguages,
  reference: z.string(),
  language: z.enum(['en', 'es']),
  handling: Handling,
  summary: InBothLanguages,
  sources: z.array(
    z.strictObject({
      key: Key,
      file: z.string(),
      title: z.string(),
      publisher: z.string(),
      author: z.string(),
      published: z.string(),
      retrieved: z.string(),
      url: z.string(),
      language: z.string(),
      reliability: Reliability,
      handling: Handling,
      derivesFrom: Key.optional(),
      note: z.string().optional(),
    }),
  ),
  tags: z.array(
    z.strictObject({
      key: Key,
      name: z.string(),
      color: z.string(),
      parent: Key.nullable(),
      description: z.string(),
    }),
  ),
  entities: z.array(
    z.strictObject({
      key: Key,
      kind: EntityKind,
      schema: z.string(),
      names: z.array(
        z.strictObject({ kind: NameKind, value: z.string(), evidence: z.array(Basis) }),
      ),
      attributes: z.array(
        z.strictObject({
          property: z.string(),
          value: z.string(),
          ...Validity,
          evidence: z.array(Basis),
        }),
      ),
      summary: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  links: z.array(
    z.strictObject({
      key: Key,
      from: Key,
      to: Key,
      type: z.string(),
      role: z.string(),
      ...Validity,
      evidence: z.array(Basis),
    }),
  ),
  passages: z.array(
    z.strictObject({
      source: Key,
      quote: z.string().min(1),
      tags: z.array(Key),
      entities: z.array(Key),
      note: z.string().optional(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      entity: Key.nullable(),
      body: InBothLanguages,
      likelihood: Likelihood.nullable(),
      confidence: Confidence.nullable(),
    }),
  ),
});
export type Recipe = z.infer<typeof Recipe>;
export type Basis = z.infer<typeof Basis>;

/** The recipe of the sample case that comes with the program. */
export function sampleRecipe(): Recipe {
  return Recipe.parse(JSON.parse(readFileSync(resourcePath('sample', 'case.json'), 'utf8')));
}
