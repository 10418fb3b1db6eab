import type { EntityKind, NameKind } from '#contract/vocabulary.ts';
import { ontology } from '../../../ontology.ts';

/** Properties that are names, and what sort of name; of `name` itself the first value is the primary one. */
export const nameProperties: Readonly<Record<string, NameKind>> = {
  name: 'variant',
  alias: 'alias',
  weakAlias: 'alias',
  previousName: 'former',
  abbreviation: 'acronym',
};

/** Words about an entity as a whole, which become notes. */
export const noteProperties = new Set(['description', 'notes']);

/** What an entity goes by when it has no name, in the order in which it is looked for. */
export const captions: readonly string[] = [
  'caption',
  'title',
  'full',
  'fileName',
  'headline',
  'subject',
  'caseNumber',
  'registrationNumber',
  'imoNumber',
  'accountNumber',
  'iban',
  'publicKey',
  'number',
  'username',
  'email',
  'phone',
  'address',
];

const byKind = new Map<EntityKind, Map<string, { key: string; type: string }>>();

/** The property of the case that a FollowTheMoney property of an entity of some kind is; undefined when there is none. */
export function attributeFor(
  kind: EntityKind,
  property: string,
): { key: string; type: string } | undefined {
  let known = byKind.get(kind);
  if (known === undefined) {
    known = new Map(
      ontology()
        .properties.filter(({ kinds, ftm }) => ftm !== null && kinds.includes(kind))
        .map(({ ftm, key, type }) => [ftm ?? '', { key, type }]),
    );
    byKind.set(kind, known);
  }
  return known.get(property);
}

/** Whether a property of the case's own, which FollowTheMoney does not have, goes by this name. */
export function isOwnProperty(kind: EntityKind, property: string): boolean {
  return ontology().properties.some(({ key, kinds }) => key === property && kinds.includes(kind));
}
