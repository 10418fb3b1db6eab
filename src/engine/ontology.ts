import { readFileSync } from 'node:fs';
import { Ontology } from '#contract/ontology.ts';
import { resourcePath } from './resources.ts';

let loaded: Ontology | undefined;

/** What entities, properties and links the case knows, from `resources/ontology.json`. */
export function ontology(): Ontology {
  loaded ??= Ontology.parse(JSON.parse(readFileSync(resourcePath('ontology.json'), 'utf8')));
  return loaded;
}

/** Properties of which a thing can have only one true value, so that two values are a disagreement. */
export function singleValued(): string[] {
  return ontology()
    .properties.filter((property) => !property.multiple)
    .map((property) => property.key);
}
