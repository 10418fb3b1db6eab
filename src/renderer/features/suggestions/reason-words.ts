import type { TFunction } from 'i18next';
import type { SuggestionReason } from '#contract/suggestion.ts';

/** The reasons that the program has words for, by their codes as the engine gives them. */
const known = [
  'knownName',
  'differsInCase',
  'differsInAccents',
  'differsInPunctuation',
  'ordinaryWord',
  'sentenceStart',
  'possessive',
  'inverted',
  'withoutLegalForm',
  'withoutParticle',
  'besideCapital',
  'transliterated',
  'initial',
  'unknownInitial',
  'partOfName',
  'partOfNameAfterFull',
  'severalEntities',
  'longerThanKnown',
  'first-name',
  'family-name',
  'title',
  'person-cue',
  'person-shape',
  'organization-word',
  'legal-form',
  'organization-cue',
  'acronym-shape',
  'known-body',
  'gazetteer',
  'place-word',
  'place-cue',
  'beside-place',
  'beside-name',
  'repeated',
  'part-of',
  'alias-cue',
  'nickname-inside',
  'acronym-of',
  'link-cue',
  'label',
  'form',
] as const;

/** Why something is suggested, in a short sentence; a reason of a later version stands as it is. */
export function reasonWords({ code, params }: SuggestionReason, t: TFunction): string {
  const reason = known.find((one) => one === code);
  return reason === undefined ? code : t(`suggestions.reason.${reason}`, params);
}
