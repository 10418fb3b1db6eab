import type { DossierLanguage } from '#contract/dossier.ts';
import type { EntityAttribute, EntityLink, EntityName, EvidenceItem } from '#contract/entity.ts';
import type { Ontology } from '#contract/ontology.ts';
import { ontology } from '../ontology.ts';
import { dateInWords, validityInWords } from './date-words.ts';
import { wordsOf, type FactInSentence } from './words.ts';

/** What a line of the dossier is cited for: its words, and the passages that bear on it. */
export interface CitedFact {
  readonly id: string;
  /** Id of the entity whose it is. */
  readonly entity: string;
  /** "Alias: El Práctico": what the excerpts at the back say they are used for. */
  readonly text: string;
  /** The same in its two parts, as they stand within a sentence: "alias", "El Práctico". */
  readonly inSentence: FactInSentence;
  readonly evidence: readonly EvidenceItem[];
  /** What the sources that support it go back to, each once: see `originsOf`. */
  readonly origins: readonly string[];
  /** The same of the sources that contradict it. */
  readonly opposed: readonly string[];
  /** Why it is preferred to its rivals, if it is: the analyst's words, perhaps none. */
  readonly assessment: string | null;
  /** Ids of the entities that its words name. */
  readonly names: readonly string[];
}

export interface NameFact extends CitedFact {
  readonly name: EntityName;
}

export interface AttributeFact extends CitedFact {
  readonly attribute: EntityAttribute;
  /** The property as the ontology knows it; undefined when it does not. */
  readonly property: Ontology['properties'][number] | undefined;
  readonly label: string;
  readonly value: string;
  readonly dates: string | null;
}

export interface LinkFact extends CitedFact {
  readonly link: EntityLink;
  readonly group: string;
  /** As read from the subject. */
  readonly label: string;
  readonly direction: 'outgoing' | 'incoming' | 'mutual';
  readonly dates: string | null;
}

/** What may be said of a fact's footing in print. */
export type Footing = Pick<CitedFact, 'evidence' | 'origins' | 'opposed' | 'assessment'>;

/** A name as a line of the dossier. */
export function nameFact(
  name: EntityName,
  entity: string,
  language: DossierLanguage,
  footing: Footing,
): NameFact {
  const { nameKind } = wordsOf(language);
  return {
    id: name.id,
    entity,
    name,
    names: [entity],
    ...worded(nameKind[name.kind], name.value),
    ...footing,
  };
}

/**
 * An attribute as a line of the dossier: its label and its dates in the dossier's language.
 *
 * @param owner name of whose it is, when that is not the subject
 */
export function attributeFact(
  attribute: EntityAttribute,
  entity: string,
  language: DossierLanguage,
  footing: Footing,
  owner?: string,
): AttributeFact {
  const property = properties().get(attribute.property)?.entry;
  const own = property === undefined ? attribute.property : inLanguage(property.label, language);
  const label = owner === undefined ? own : `${owner}, ${uncapitalized(own)}`;
  const value =
    property?.type === 'date' ? dateInWords(attribute.value, language) : attribute.value;
  return {
    id: attribute.id,
    entity,
    attribute,
    property,
    label,
    value,
    dates: validityInWords(attribute.since.text, attribute.until.text, language),
    names: [entity],
    ...worded(label, value),
    ...footing,
  };
}

/** A link as a line of the dossier, read from the subject's side. */
export function linkFact(
  link: EntityLink,
  entity: string,
  language: DossierLanguage,
  footing: Footing,
): LinkFact {
  const type = linkTypes().get(link.type)?.entry;
  const label =
    type === undefined
      ? link.type
      : inLanguage(link.direction === 'out' ? type.label : type.reverse, language);
  const group = groupOfLink(link.type);
  // A role is that of the one the link runs from, so that a link with a role keeps its direction.
  const mutual = type !== undefined && type.label.en === type.reverse.en && link.role === '';
  const { since, until, role, other } = link;
  return {
    id: link.id,
    entity,
    link,
    group,
    label: capitalized(label),
    direction: mutual ? 'mutual' : link.direction === 'out' ? 'outgoing' : 'incoming',
    dates:
      // To take part in something has a date, not a beginning.
      group === 'event' && until.text === '' && since.text !== ''
        ? dateInWords(since.text, language)
        : validityInWords(since.text, until.text, language),
    names: [entity, other.id],
    ...worded(capitalized(label), other.name),
    text: `${capitalized(label)}: ${withRole(other.name, role)}`,
    ...footing,
  };
}

/** Someone or something with the role it has here, if there is one to tell. */
export function withRole(name: string, role: string): string {
  return role === '' ? name : `${name} (${role})`;
}

/** How many origins support any of some facts: what repeats a source is no second one. */
export function independentOf(facts: readonly CitedFact[]): number {
  return new Set(facts.flatMap(({ origins }) => origins)).size;
}

/** The group of the ontology that a property belongs to; undefined for one that it does not know. */
export function groupOfProperty(key: string): string | undefined {
  return properties().get(key)?.entry.group;
}

/** The group of the ontology that a type of link belongs to. */
export function groupOfLink(key: string): string {
  return linkTypes().get(key)?.entry.group ?? 'other';
}

/** Where a property or link type stands in the ontology; what it does not know comes last. */
export function ontologyOrder(list: 'properties' | 'linkTypes', key: string): number {
  const known = list === 'properties' ? properties() : linkTypes();
  return known.get(key)?.order ?? Number.MAX_SAFE_INTEGER;
}

type Known<T> = ReadonlyMap<string, { entry: T; order: number }>;
let knownProperties: Known<Ontology['properties'][number]> | undefined;
let knownLinkTypes: Known<Ontology['linkTypes'][number]> | undefined;

function properties(): Known<Ontology['properties'][number]> {
  return (knownProperties ??= byKey(ontology().properties));
}

function linkTypes(): Known<Ontology['linkTypes'][number]> {
  return (knownLinkTypes ??= byKey(ontology().linkTypes));
}

function byKey<T extends { key: string }>(entries: readonly T[]): Known<T> {
  return new Map(entries.map((entry, order) => [entry.key, { entry, order }]));
}

/** A label in a language; in English where the ontology has none. */
function inLanguage(
  labels: Readonly<Record<string, string | undefined>> & { readonly en: string },
  language: DossierLanguage,
): string {
  return labels[language] ?? labels.en;
}

function worded(label: string, value: string): Pick<CitedFact, 'text' | 'inSentence'> {
  return { text: `${label}: ${value}`, inSentence: { label: uncapitalized(label), value } };
}

function capitalized(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** An acronym keeps its capitals. */
function uncapitalized(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
