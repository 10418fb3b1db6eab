import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { FtmModel } from './model.ts';

/** A date as FollowTheMoney takes it: ISO 8601, as exactly as it is known. */
const ftmDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/;

/**
 * A value as its type in FollowTheMoney demands; null when it cannot be said so. What is uncertain about a date is not
 * said, since the model cannot.
 */
export function ftmValue(model: FtmModel, type: string, value: string): string | null {
  const text = value.trim();
  if (text === '') return null;
  switch (type) {
    case 'date':
      return ftmDateOf(text);
    case 'country':
      return countryCode(model, text);
    case 'language':
      return languageCode(model, text);
    case 'gender':
      return genders.get(text.toLowerCase()) ?? null;
    case 'phone': {
      const phone = parsePhoneNumberFromString(text);
      return phone?.isPossible() === true ? phone.number : null;
    }
    case 'url':
      return URL.canParse(text) && /^https?:\/\//i.test(text) ? text : null;
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text) ? text : null;
    case 'number':
      return /\d/.test(text) ? text : null;
    case 'identifier':
      return text.length <= 64 ? text : null;
    default:
      return type.startsWith('entity:') || type === 'topic' ? null : text;
  }
}

/**
 * An EDTF date as a day, month or year; null for a stretch that is none of these. Of an uncertain or approximate date
 * the date itself is given.
 */
export function ftmDateOf(edtf: string): string | null {
  // A season, which EDTF writes as a month beyond the twelfth, is some time in its year.
  const plain = edtf
    .trim()
    .replace(/[?~%]$/, '')
    .replace(/^(\d{4})-(?:2[1-9]|3\d|4[01])$/, '$1');
  return ftmDate.test(plain) && !plain.startsWith('0000') ? plain : null;
}

const genders = new Map([
  ['male', 'male'],
  ['man', 'male'],
  ['m', 'male'],
  ['masculino', 'male'],
  ['hombre', 'male'],
  ['varón', 'male'],
  ['female', 'female'],
  ['woman', 'female'],
  ['f', 'female'],
  ['femenino', 'female'],
  ['mujer', 'female'],
  ['other', 'other'],
  ['otro', 'other'],
]);

/** The code of a country by its code or its name in English or Spanish; those of the model may be of dead countries too. */
export function countryCode(model: FtmModel, text: string): string | null {
  const small = text.toLowerCase();
  if (model.countries.has(small)) return small;
  return countryNames(model).get(folded(text)) ?? null;
}

let names: Map<string, string> | undefined;
function countryNames(model: FtmModel): Map<string, string> {
  if (names !== undefined) return names;
  names = new Map();
  for (const language of ['en', 'es']) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of model.countries) {
      const name = code.length === 2 ? display.of(code.toUpperCase()) : undefined;
      if (name !== undefined) names.set(folded(name), code);
    }
  }
  return names;
}

/** ISO 639-3 by a tag of BCP 47, or by the name of a language in English or Spanish. */
export function languageCode(model: FtmModel, text: string): string | null {
  const [primary = ''] = text.toLowerCase().split(/[-_]/);
  const known = model.languages.get(primary);
  if (known !== undefined) return known;
  if ([...model.languages.values()].includes(primary)) return primary;
  return languageNames(model).get(folded(text)) ?? null;
}

let spoken: Map<string, string> | undefined;
function languageNames(model: FtmModel): Map<string, string> {
  if (spoken !== undefined) return spoken;
  spoken = new Map();
  for (const language of ['en', 'es']) {
    const display = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
    for (const [tag, code] of model.languages) {
      const name = display.of(tag);
      if (name !== undefined) spoken.set(folded(name), code);
    }
  }
  return spoken;
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
