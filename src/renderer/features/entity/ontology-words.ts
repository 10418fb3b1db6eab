import type { Ontology } from '#contract/ontology.ts';
import type { EntityKind, Language } from '#contract/vocabulary.ts';

type LinkType = Ontology['linkTypes'][number];
type Property = Ontology['properties'][number];

/** The groups that have a heading of their own; a team's ontology may name others, which stand under the last. */
export const factGroups = [
  'identity',
  'identifier',
  'address',
  'role',
  'family',
  'place',
  'event',
  'other',
] as const;
export type FactGroup = (typeof factGroups)[number];

export function factGroup(group: string): FactGroup {
  return factGroups.find((known) => known === group) ?? 'other';
}

/** One way to say that two entities are linked: a link type read from either end. */
export interface LinkReading {
  key: string;
  type: string;
  /** Whether the entity named first is the link's `to`. */
  reversed: boolean;
  label: string;
  /** What the entity named first can be, and the one named second. */
  first: readonly EntityKind[];
  second: readonly EntityKind[];
}

/** A property as a person reads it; one that the ontology does not know keeps the name it has. */
export function propertyLabel(
  ontology: Ontology | undefined,
  key: string,
  language: Language,
): string {
  return ontology?.properties.find((property) => property.key === key)?.label[language] ?? key;
}

/** A link type as it reads from one end: `out` from the entity it starts at. */
export function linkLabel(
  ontology: Ontology | undefined,
  type: string,
  direction: 'out' | 'in',
  language: Language,
): string {
  const known = ontology?.linkTypes.find(({ key }) => key === type);
  if (known === undefined) return type;
  return direction === 'out' ? known.label[language] : known.reverse[language];
}

/** The properties that entities of a kind can have, in the ontology's order. */
export function propertiesOf(ontology: Ontology | undefined, kind: EntityKind): Property[] {
  return ontology?.properties.filter(({ kinds }) => kinds.includes(kind)) ?? [];
}

const allows = (kinds: readonly EntityKind[], kind: EntityKind | null): boolean =>
  kind === null || kinds.includes(kind);

/**
 * How an entity of kind `first` can stand to one of kind `second`, each link type from its start and, where that reads
 * otherwise, from its end. A kind not known yet excludes nothing.
 */
export function linkReadings(
  ontology: Ontology | undefined,
  first: EntityKind | null,
  second: EntityKind | null,
  language: Language,
): LinkReading[] {
  const types: readonly LinkType[] = ontology?.linkTypes ?? [];
  return types.flatMap(({ key, from, to, label, reverse }) => {
    const readings: LinkReading[] = [];
    if (allows(from, first) && allows(to, second)) {
      readings.push({
        key,
        type: key,
        reversed: false,
        label: label[language],
        first: from,
        second: to,
      });
    }
    if (reverse[language] !== label[language] && allows(to, first) && allows(from, second)) {
      readings.push({
        key: `${key} reversed`,
        type: key,
        reversed: true,
        label: reverse[language],
        first: to,
        second: from,
      });
    }
    return readings;
  });
}

/** Groups facts by their group in the ontology, groups and facts in its order; unknown ones come last. */
export function groupedBy<T>(
  items: readonly T[],
  entries: readonly { key: string; group: string }[],
  keyOf: (item: T) => string,
): { group: FactGroup; items: T[] }[] {
  const rank = new Map(entries.map(({ key }, at) => [key, at]));
  const groupOf = new Map(entries.map(({ key, group }) => [key, factGroup(group)]));
  const sorted = items
    .map((item, at) => ({ item, at, rank: rank.get(keyOf(item)) ?? entries.length }))
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at);
  return factGroups.flatMap((group) => {
    const members = sorted
      .filter(({ item }) => (groupOf.get(keyOf(item)) ?? 'other') === group)
      .map(({ item }) => item);
    return members.length === 0 ? [] : [{ group, items: members }];
  });
}
