import type { EntityAttribute, EntityLink, EntityName, EvidenceItem } from '#contract/entity.ts';
import type { Ontology } from '#contract/ontology.ts';
import type { Language } from '#contract/vocabulary.ts';
import { ontology } from '../ontology.ts';
import { dateInWords, validityInWords } from './date-words.ts';
import { wordsOf, type FactInSentence } from './words.ts';

/** What a line of the dossier is cited for: its words, and the passages that bear on it. */
export interface CitedFact {
  /** "Alias: El Práctico": what the excerpts at the back say they are used for. */
  readonly text: string;
  /** The same in its two parts, as they stand within a sentence: "alias", "El Práctico". */
  readonly inSentence: FactInSentence;
  readonly evidence: readonly EvidenceItem[];
  /** Why it is preferred to its rivals, if it is: the analyst's words, perhaps none. */
  readonly assessment: string | null;
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

/** A name as a line of the dossier. */
export function nameFact(name: EntityName, language: Language): NameFact {
  const { nameKind } = wordsOf(language);
  return { name, ...worded(nameKind[name.kind], name.value), ...resting(name) };
}

/**
 * An attribute as a line of the dossier: its label and its dates in the dossier's language.
 *
 * @param owner name of whose it is, when that is not the subject
 */
export function attributeFact(
  attribute: EntityAttribute,
  language: Language,
  owner?: string,
): AttributeFact {
  const property = ontology().properties.find(({ key }) => key === attribute.property);
  const own = property?.label[language] ?? attribute.property;
  const label = owner === undefined ? own : `${owner}, ${uncapitalized(own)}`;
  const value =
    property?.type === 'date' ? dateInWords(attribute.value, language) : attribute.value;
  return {
    attribute,
    property,
    label,
    value,
    dates: validityInWords(attribute.since.text, attribute.until.text, language),
    ...worded(label, value),
    ...resting(attribute),
  };
}

/** A link as a line of the dossier, read from the subject's side. */
export function linkFact(link: EntityLink, language: Language): LinkFact {
  const type = ontology().linkTypes.find(({ key }) => key === link.type);
  const label =
    (link.direction === 'out' ? type?.label[language] : type?.reverse[language]) ?? link.type;
  const group = type?.group ?? 'other';
  // A role is that of the one the link runs from, so that a link with a role keeps its direction.
  const mutual = type !== undefined && type.label.en === type.reverse.en && link.role === '';
  const { since, until, role, other } = link;
  return {
    link,
    group,
    label: capitalized(label),
    direction: mutual ? 'mutual' : link.direction === 'out' ? 'outgoing' : 'incoming',
    dates:
      // To take part in something has a date, not a beginning.
      group === 'event' && until.text === '' && since.text !== ''
        ? dateInWords(since.text, language)
        : validityInWords(since.text, until.text, language),
    ...worded(capitalized(label), other.name),
    text: `${capitalized(label)}: ${withRole(other.name, role)}`,
    ...resting(link),
  };
}

/** Someone or something with the role it has here, if there is one to tell. */
export function withRole(name: string, role: string): string {
  return role === '' ? name : `${name} (${role})`;
}

/** Where a property or link type stands in the ontology; what it does not know comes last. */
export function ontologyOrder(list: 'properties' | 'linkTypes', key: string): number {
  const index = ontology()[list].findIndex((entry) => entry.key === key);
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

function resting({
  evidence,
  assessment,
}: EntityName | EntityAttribute | EntityLink): Pick<CitedFact, 'evidence' | 'assessment'> {
  return { evidence, assessment: assessment?.body ?? null };
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
