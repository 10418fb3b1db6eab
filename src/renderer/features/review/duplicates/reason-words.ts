import type { NameReason, NameReasonCode } from '#contract/duplicates.ts';
import { nameReasonText } from '#contract/name-reason-text.ts';
import type { Ontology } from '#contract/ontology.ts';
import type { Language } from '#contract/vocabulary.ts';
import { propertyLabel } from '../../entity/ontology-words.ts';

/** Reasons that speak against two being one. */
const against: ReadonlySet<NameReasonCode> = new Set<NameReasonCode>([
  'name.differs',
  'name.gender',
  'name.generation',
  'name.swapped',
  'name.number',
  'name.homophone',
  'name.missing',
  'name.partial',
  'name.legalForm',
  'name.empty',
  'fact.differs',
  'link.between',
]);

export const speaksAgainst = ({ code }: NameReason): boolean => against.has(code);

/** A reason as a sentence of its own, without a full stop. */
export function reasonWords(
  reason: NameReason,
  ontology: Ontology | undefined,
  language: Language,
): string {
  const property = reason.params['property'];
  const label =
    property === undefined ? undefined : propertyLabel(ontology, property, language).toLowerCase();
  const text = nameReasonText(reason, language, label);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A score of 0 to 1 in hundredths, as the review shows scores. */
export const scoreWords = (score: number): string => `${Math.round(score * 100)} %`;
