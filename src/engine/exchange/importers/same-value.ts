import { FtmModel } from '../formats/ftm/model.ts';
import { ftmDateOf, ftmValue } from '../formats/ftm/values.ts';
import { ontology } from '../../ontology.ts';

let model: FtmModel | undefined;
let types: ReadonlyMap<string, string> | undefined;

/** Properties whose values FollowTheMoney writes as codes, and as which. */
const coded: Readonly<Record<string, string>> = { gender: 'gender', spokenLanguage: 'language' };

/**
 * A value in the form in which two ways of writing it are one: a country as its code, a phone number with the code of its
 * country. A value that has no such form stands for itself.
 */
export function sameValue(property: string, value: string): string {
  const type = coded[property] ?? typeOf(property);
  if (!['country', 'phone', 'gender', 'language'].includes(type)) return value.trim();
  model ??= new FtmModel();
  return ftmValue(model, type, value) ?? value.trim();
}

/** As `sameValue`, and of a date that is uncertain the date itself: what a program says that knows no uncertain dates. */
export function plainValue(property: string, value: string): string {
  if (typeOf(property) !== 'date') return sameValue(property, value);
  return ftmDateOf(value) ?? value.trim();
}

function typeOf(property: string): string {
  types ??= new Map(ontology().properties.map(({ key, type }) => [key, type]));
  return types.get(property) ?? '';
}
