import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { resourcePath } from '../../../resources.ts';

const ModelFile = z.object({
  schemata: z.record(
    z.string(),
    z.object({
      extends: z.array(z.string()),
      abstract: z.boolean().default(false),
      required: z.array(z.string()).default([]),
      edge: z.object({ source: z.string(), target: z.string() }).optional(),
      properties: z.record(z.string(), z.string()),
    }),
  ),
  languages: z.record(z.string(), z.string()),
  countries: z.array(z.string()),
});
type ModelFile = z.infer<typeof ModelFile>;

/** A schema of FollowTheMoney, with all that it inherits. */
export interface Schema {
  name: string;
  /** Its own name and those of all it extends. */
  is: ReadonlySet<string>;
  abstract: boolean;
  required: readonly string[];
  edge: { source: string; target: string } | null;
  /** Type by property; of one that names another entity `entity:` and the schema that must be of. */
  properties: ReadonlyMap<string, string>;
}

/** The part of the model of FollowTheMoney that is written here (`resources/formats/ftm-model.json`). */
export class FtmModel {
  readonly countries: ReadonlySet<string>;
  /** Codes of ISO 639-3 by those of BCP 47. */
  readonly languages: ReadonlyMap<string, string>;
  readonly #file: ModelFile;
  readonly #schemata = new Map<string, Schema>();

  constructor() {
    const path = resourcePath('formats/ftm-model.json');
    this.#file = ModelFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    this.countries = new Set(this.#file.countries);
    this.languages = new Map(Object.entries(this.#file.languages));
  }

  /** A schema by its name; null when the model here does not have it. */
  schema(name: string): Schema | null {
    const known = this.#schemata.get(name);
    if (known !== undefined) return known;
    const own = this.#file.schemata[name];
    if (own === undefined) return null;
    const is = new Set([name]);
    const properties = new Map<string, string>();
    const required = new Set<string>();
    let edge = own.edge ?? null;
    for (const above of own.extends.map((parent) => this.schema(parent))) {
      if (above === null) continue;
      for (const one of above.is) is.add(one);
      for (const [property, type] of above.properties) properties.set(property, type);
      for (const property of above.required) required.add(property);
      edge ??= above.edge;
    }
    for (const [property, type] of Object.entries(own.properties)) properties.set(property, type);
    for (const property of own.required) required.add(property);
    const schema = { name, is, abstract: own.abstract, required: [...required], edge, properties };
    this.#schemata.set(name, schema);
    return schema;
  }

  /** A schema that an entity can be of, by its name or else by another. */
  concrete(name: string, otherwise: string): Schema {
    const found = this.schema(name);
    const usable =
      found !== null && !found.abstract && found.edge === null && found.is.has('Thing');
    const schema = usable ? found : this.schema(otherwise);
    if (schema === null) throw new Error(`the model has no schema ${otherwise}`);
    return schema;
  }
}
