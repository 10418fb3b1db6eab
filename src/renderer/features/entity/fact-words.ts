import type { TFunction } from 'i18next';
import type { Entity } from '#contract/entity.ts';
import type { Ontology } from '#contract/ontology.ts';
import { NameKind, type FactKind, type Language } from '#contract/vocabulary.ts';
import { linkLabel, propertyLabel } from './ontology-words.ts';

/** A fact in a few words, for lists in which facts of all three kinds stand. */
export interface FactInWords {
  kind: FactKind;
  id: string;
  label: string;
  value: string;
  sources: number;
}

/** All facts of an entity, in words of the person's language. */
export function factsInWords(
  entity: Entity,
  ontology: Ontology | undefined,
  t: TFunction,
  language: Language,
): FactInWords[] {
  return [
    ...entity.names.map((name): FactInWords => ({
      kind: 'name',
      id: name.id,
      label: t(`nameKind.${name.kind}`),
      value: name.value,
      sources: name.sources,
    })),
    ...entity.attributes.map((attribute): FactInWords => ({
      kind: 'attribute',
      id: attribute.id,
      label: propertyLabel(ontology, attribute.property, language),
      value: attribute.value,
      sources: attribute.sources,
    })),
    ...entity.links.map((link): FactInWords => ({
      kind: 'link',
      id: link.id,
      label: linkLabel(ontology, link.type, link.direction, language),
      value: link.role === '' ? link.other.name : `${link.other.name}, ${link.role}`,
      sources: link.sources,
    })),
  ];
}

/**
 * What the words of `evidence.label` mean in a person's language: the kind of a name, a property, or a link type.
 */
export function factLabel(
  kind: FactKind,
  label: string,
  ontology: Ontology | undefined,
  t: TFunction,
  language: Language,
): string {
  switch (kind) {
    case 'name':
      return nameKindWords(label, t);
    case 'attribute':
      return propertyLabel(ontology, label, language);
    case 'link':
      return linkLabel(ontology, label, 'out', language);
  }
}

function nameKindWords(label: string, t: TFunction): string {
  const kind = NameKind.safeParse(label);
  return kind.success ? t(`nameKind.${kind.data}`) : label;
}
