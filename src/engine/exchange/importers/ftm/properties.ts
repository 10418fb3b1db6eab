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
    // Of two properties that FollowTheMoney has as one, that of the kind is meant.
    const ofKind = ({ kinds }: { kinds: readonly EntityKind[] }) => kinds.includes(kind);
    const { properties } = ontology();
    known = new Map(
      [...properties.filter((one) => !ofKind(one)), ...properties.filter(ofKind)].flatMap(
        ({ ftm, key, type }) => (ftm === null ? [] : [[ftm, { key, type }] as const]),
      ),
    );
    byKind.set(kind, known);
  }
  return known.get(property);
}

/** Whether a property of the case's own, which FollowTheMoney does not have, goes by this name. */
export function isOwnProperty(kind: EntityKind, property: string): boolean {
  return ontology().properties.some(({ key, kinds }) => key === property && kinds.includes(kind));
}
