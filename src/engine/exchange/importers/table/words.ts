import { EntityKind, Handling } from '#contract/vocabulary.ts';
import { foldName } from '#shared/names/fold.ts';
import { ontology } from '../../../ontology.ts';

const kindWords: Readonly<Record<string, EntityKind>> = {
  individual: 'person',
  people: 'person',
  'natural person': 'person',
  persona: 'person',
  individuo: 'person',
  'persona fisica': 'person',
  organisation: 'organization',
  organizacion: 'organization',
  company: 'organization',
  empresa: 'organization',
  compania: 'organization',
  sociedad: 'organization',
  'legal entity': 'organization',
  'legal person': 'organization',
  'persona juridica': 'organization',
  place: 'location',
  lugar: 'location',
  address: 'location',
  direccion: 'location',
  incident: 'event',
  hecho: 'event',
  evento: 'event',
  suceso: 'event',
  thing: 'object',
  objeto: 'object',
  asset: 'object',
  bien: 'object',
};

/** What a cell says an entity is, in English, in Spanish or as a schema of FollowTheMoney. */
export function kindOf(cell: string): { kind: EntityKind; schema: string | null } | null {
  const word = foldName(cell);
  const kind = EntityKind.options.find((one) => one === word) ?? kindWords[word];
  if (kind !== undefined) return { kind, schema: null };
  for (const one of EntityKind.options) {
    const schema = ontology().kinds[one].schemata.find((name) => foldName(name) === word);
    if (schema !== undefined) return { kind: one, schema };
  }
  return null;
}

/** The marking of the Traffic Light Protocol that a cell names; WHITE is what version 1 called CLEAR. */
export function handlingOf(cell: string): Handling | null {
  const word = cell
    .trim()
    .toUpperCase()
    .replace(/^TLP[:\s-]*/, '')
    .replace(/\s+/g, '');
  return Handling.options.find((one) => one === word) ?? (word === 'WHITE' ? 'CLEAR' : null);
}
