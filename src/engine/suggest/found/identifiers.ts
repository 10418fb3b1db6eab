import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { FoundItem, Reason } from './found.ts';
import { identifier } from './identifier.ts';
import { apart } from './spans.ts';
import { labelledNumbers } from './labelled-numbers.ts';

/**
 * Addresses, numbers and coordinates that have a form of their own, or a label before them.
 */
export function identifiersIn(text: string): FoundItem[] {
  const all = [
    ...urls(text),
    ...emails(text),
    ...ibans(text),
    ...labelledNumbers(text),
    ...coordinates(text),
    ...phones(text),
  ];
  return apart(text, all);
}

function form(sort: string): Reason {
  return { code: 'form', params: { sort } };
}

const urlPattern = /(?<![\p{L}\d@])(?:https?:\/\/|www\.)[^\s<>"“”«»]+/giu;

function urls(text: string): FoundItem[] {
  const found: FoundItem[] = [];
  for (const match of text.matchAll(urlPattern)) {
    // What ends the sentence, or closes the bracket around the address, is not part of it.
    let written = match[0].replace(/[.,;:!?'’*_]+$/, '');
    if (written.endsWith(')') && !written.includes('(')) written = written.slice(0, -1);
    const value = /^www\./i.test(written) ? `https://${written}` : written;
    if (!URL.canParse(value) || !new URL(value).hostname.includes('.')) continue;
    found.push(identifier(match.index, written, value, 'website', 0.95, form('url')));
  }
  return found;
}

const local = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}$/u;
const domain = /^(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}\p{L}{2,24}(?![\p{L}\d@])/u;

/** Looks around each @: to try the beginning of an address at every letter would take longer than all else here. */
function emails(text: string): FoundItem[] {
  const found: FoundItem[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = local.exec(text.slice(Math.max(0, at - 65), at))?.[0];
    const after = domain.exec(text.slice(at + 1, at + 256))?.[0];
    if (before === undefined || after === undefined) continue;
    const written = `${before}@${after}`;
    found.push(
      identifier(at - before.length, written, written.toLowerCase(), 'email', 0.97, form('email')),
    );
  }
  return found;
}

const ibanPattern = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[  -]?[A-Z\d]{2,4}){3,8}(?![\p{L}\d])/gu;

/** Numbers whose length, form and check digits are those of the country's IBAN (ISO 13616). */
function ibans(text: string): FoundItem[] {
  const found: FoundItem[] = [];
  for (const match of text.matchAll(ibanPattern)) {
    // The pattern may have run into the words after the number.
    for (let written = match[0]; written.length >= 15;) {
      const value = electronicFormatIBAN(written);
      if (value !== null && isValidIBAN(value)) {
        found.push(identifier(match.index, written, value, 'iban', 0.99, form('iban')));
        break;
      }
      const shorter = written.replace(/[  -]?[A-Z\d]+$/u, '');
      written = shorter === written ? '' : shorter;
    }
  }
  return found;
}

const decimalPair =
  /(?<![\d.])(-?\d{1,2}\.\d{3,})°?\s?([NS])?,\s?(-?\d{1,3}\.\d{3,})°?\s?([EWO])?(?![\d.]*\d)/g;
const sexagesimal =
  /(\d{1,2})[°º]\s?(\d{1,2})['′’]\s?(?:(\d{1,2}(?:[.,]\d+)?)(?:["″”]|''))?\s?([NS]),?\s?(\d{1,3})[°º]\s?(\d{1,2})['′’]\s?(?:(\d{1,2}(?:[.,]\d+)?)(?:["″”]|''))?\s?([EWO])/g;

/** Latitude and longitude as two decimal numbers of degrees, whatever way they are written. */
function coordinates(text: string): FoundItem[] {
  const found: FoundItem[] = [];
  const add = (start: number, written: string, latitude: number, longitude: number): void => {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return;
    const value = `${round(latitude)}, ${round(longitude)}`;
    found.push(identifier(start, written, value, undefined, 0.9, form('coordinates')));
  };
  for (const match of text.matchAll(decimalPair)) {
    const [written, latitude, northOrSouth, longitude, eastOrWest] = match;
    add(
      match.index,
      written,
      Number(latitude) * (northOrSouth === 'S' ? -1 : 1),
      Number(longitude) * (/[WO]/.test(eastOrWest ?? '') ? -1 : 1),
    );
  }
  for (const match of text.matchAll(sexagesimal)) {
    const [
      written,
      degrees,
      minutes,
      seconds,
      northOrSouth,
      degrees2,
      minutes2,
      seconds2,
      eastOrWest,
    ] = match;
    const north = angle(degrees, minutes, seconds) * (northOrSouth === 'S' ? -1 : 1);
    const east = angle(degrees2, minutes2, seconds2) * (eastOrWest === 'E' ? 1 : -1);
    add(match.index, written, north, east);
  }
  return found;
}

function angle(degrees = '0', minutes = '0', seconds = '0'): number {
  return Number(degrees) + Number(minutes) / 60 + Number(seconds.replace(',', '.')) / 3600;
}

function round(degrees: number): number {
  return Math.round(degrees * 1_000_000) / 1_000_000;
}

const international = /(?<![\p{L}\d+])(?:\+|00)[1-9][\d\s().-]{6,22}\d(?![\d/])/gu;
const national =
  /(?<=(?:tel|tel[eé]fono|telefone|phone|mobile|cell|cel|celular|m[oó]vil|whatsapp|fax)s?(?: no)?[.:]? ?(?:n[º°o.]+ ?)?)(?:\(\d{2,4}\) ?)?\d[\d .-]{5,14}\d(?![\d/])/giu;

/**
 * Phone numbers: with a country code by themselves (E.164 is their value), others only after a label. A number is taken
 * when it can exist in its country; libphonenumber's metadata says so.
 */
function phones(text: string): FoundItem[] {
  const found: FoundItem[] = [];
  for (const match of text.matchAll(international)) {
    const written = match[0].split('\n')[0]?.trimEnd() ?? '';
    const number = parsePhoneNumberFromString(written.replace(/^00/, '+'));
    if (number?.isPossible() !== true) continue;
    found.push(
      identifier(
        match.index,
        written,
        number.number,
        'phone',
        number.isValid() ? 0.95 : 0.7,
        form('phone'),
      ),
    );
  }
  for (const match of text.matchAll(national)) {
    const digits = match[0].replace(/\D/g, '');
    if (digits.length < 7 || /^\d{4}-\d{2}-\d{2}$/.test(match[0])) continue;
    found.push(identifier(match.index, match[0], digits, 'phone', 0.75, form('phone')));
  }
  return found;
}
