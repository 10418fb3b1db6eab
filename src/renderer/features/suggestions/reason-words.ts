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

/** The forms by which something is known for what it is, as the engine names them. */
const shapes = [
  'url',
  'email',
  'iban',
  'coordinates',
  'phone',
  'date',
  'cedula',
  'cpf',
  'cnpj',
] as const;

/** Why something is suggested, in a short sentence; a reason of a later version stands as it is. */
export function reasonWords({ code, params }: SuggestionReason, t: TFunction): string {
  const reason = known.find((one) => one === code);
  if (reason === undefined) return code;
  const shape = reason === 'form' ? shapes.find((one) => one === params['sort']) : undefined;
  if (shape === undefined) return t(`suggestions.reason.${reason}`, params);
  return t('suggestions.reason.form', { sort: t(`suggestions.shape.${shape}`) });
}
