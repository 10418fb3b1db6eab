import type { Ontology } from '#contract/ontology.ts';
import type { Language } from '#contract/vocabulary.ts';
import { ontology } from '../../ontology.ts';

type Property = Ontology['properties'][number];
type LinkType = Ontology['linkTypes'][number];

/** A property as the ontology knows it; null for one of a team's own that it does not know. */
export function propertyOf(key: string): Property | null {
  return ontology().properties.find((property) => property.key === key) ?? null;
}

/** A sort of link as the ontology knows it; null for one of a team's own. */
export function linkTypeOf(key: string): LinkType | null {
  return ontology().linkTypes.find((type) => type.key === key) ?? null;
}

export function propertyLabel(key: string, language: Language): string {
  return propertyOf(key)?.label[language] ?? key;
}

/** As read from the first of the two to the second. */
export function linkLabel(key: string, language: Language): string {
  return linkTypeOf(key)?.label[language] ?? key;
}

/** Links that say the same in both directions. */
export function isMutual(key: string): boolean {
  const type = linkTypeOf(key);
  return type === null || type.label.en === type.reverse.en;
}
