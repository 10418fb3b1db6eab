import { connectorAt, isPlainGap, type Connector } from './connectors.ts';
import { isAbbreviation, isGivenOrFamily, type Reading } from './reading.ts';
import type { Token } from './token.ts';
import { placeLength } from './gazetteer.ts';
import { calendarWords, feasts, otherCapitals } from './words/common-words.ts';
import {
  capitalForms,
  legalForms,
  organizationHeads,
  organizationTails,
} from './words/organization-words.ts';
import { placeHeads } from './words/place-words.ts';

/** A word of a chain and what joins it to the one before. */
export interface Ring {
  /** Position of the word among the tokens. */
  readonly at: number;
  /** What stands between it and the ring before: nothing but a space, small words, `&`, or a comma. */
  readonly join: 'space' | 'ampersand' | 'comma' | Connector;
}

/** Words with capitals and the small words between them: at most one name, or several that have to be taken apart. */
export type Chain = readonly Ring[];

/** No name has more words than this; what goes on longer, such as a page in capitals, is taken apart. */
const longestChain = 16;

/** All chains of a text, from left to right; `isTaken` says which words belong to something else, such as a date. */
export function chains(reading: Reading, isTaken: (token: Token) => boolean): Chain[] {
  const { tokens, inHeading } = reading;
  const isNameWord = (at: number): boolean => {
    const token = tokens[at];
    if (token === undefined || token.shape === 'lower' || token.shape === 'number') return false;
    return inHeading[at] === 'no' && !isTaken(token) && !isBarred(reading, at);
  };
  const found: Chain[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isNameWord(at)) continue;
    const chain: Ring[] = [{ at, join: 'space' }];
    let next = nextRing(reading, chain, isNameWord);
    while (next !== undefined && chain.length < longestChain) {
      chain.push(next);
      next = nextRing(reading, chain, isNameWord);
    }
    found.push(chain);
    at = chain.at(-1)?.at ?? at;
  }
  return found;
}

/** Words with capitals that no name is made of. */
function isBarred(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined) return true;
  const { folded } = token;
  if (isInsidePlace(reading.tokens, at)) return false;
  const [former, latter] = [
    reading.tokens[at - 1]?.folded ?? '',
    reading.tokens[at + 1]?.folded ?? '',
  ];
  if (feasts.has(`${folded} ${latter}`) || feasts.has(`${former} ${folded}`)) return true;
  if (calendarWords.has(folded)) return !isGivenOrFamily(folded) || isInDate(reading, at);
  if (shortMonths.has(folded) && isInDate(reading, at)) return true;
  const next = reading.tokens[at + 1];
  // "Law Society of ..."
  if (otherCapitals.has(folded)) return next?.gap !== ' ' || !organizationTails.has(next.folded);
  // The pronoun, after a sentence that ended with an initial.
  if (token.text === 'I' && token.gap !== ' ') return true;
  return token.text.length === 1 && !token.pointed && reading.opens[at] === true;
}

const shortMonths = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic fev set out dez'.split(' '),
);

/** Whether a word that may be a month or a given name is a month: "in June", "4 April", "Julio de 1999". */
function isInDate({ tokens }: Reading, at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (
    before?.shape === 'number' ||
    after?.shape === 'number' ||
    /^(?:in|on|en|em|de|of|since|until|last|next|every|cada|desde|hasta)$/.test(
      before?.folded ?? '',
    )
  );
}

/** "Rio de Janeiro" has a month in it. */
function isInsidePlace(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.folded ?? '';
  if (!calendarWords.has(word)) return false;
  return [1, 2, 3].some((back) => placeLength(tokens, at - back) > back);
}

function nextRing(
  reading: Reading,
  chain: readonly Ring[],
  isNameWord: (at: number) => boolean,
): Ring | undefined {
  const { tokens } = reading;
  const lastAt = chain.at(-1)?.at ?? 0;
  const last = tokens[lastAt];
  const next = tokens[lastAt + 1];
  if (last === undefined || next === undefined) return undefined;
  if (last.possessive) return possessiveRing(reading, chain, isNameWord);
  const { gap } = next;
  const at = lastAt + 1;
  const isAfterForm = gap === '. ' && isLegalForm(last);
  if (isLegalForm(next) && (/^,? $/.test(gap) || isAfterForm) && next.shape !== 'lower') {
    return { at, join: gap === ', ' ? 'comma' : 'space' };
  }
  if (isNameWord(at)) {
    if (isPlainGap(gap)) return reading.opens[at] === true ? undefined : { at, join: 'space' };
    if (gap === '. ' && (isAbbreviation(last) || isDotted(last))) return { at, join: 'space' };
    if (gap === "' " || gap === '’ ')
      return last.folded.endsWith('s') ? { at, join: 'space' } : undefined;
    if (/^,? ?& ?$/.test(gap)) return { at, join: 'ampersand' };
    if (gap === ', ' && isLimited(tokens, at)) return { at, join: 'comma' };
    if (gap === ', ' && isInverted(reading, chain, at)) return { at, join: 'comma' };
    if (gap === ', ' && goesOnAfterComma(reading, chain, at, isNameWord))
      return { at, join: 'comma' };
    return undefined;
  }
  if (next.shape === 'number' && isPlainGap(gap) && numberFits(tokens, chain, at))
    return { at, join: 'space' };
  const connector =
    gap === '. ' && (isLegalForm(last) || isLimited(tokens, lastAt))
      ? legalConnector(tokens, at)
      : connectorAt(tokens, at, isNameWord);
  return connector === undefined ? undefined : { at: at + connector.length, join: connector };
}

/** "Public Prosecutor's Office": a possessive goes on where a sort of body ends the name. */
function possessiveRing(
  { tokens }: Reading,
  chain: readonly Ring[],
  isNameWord: (at: number) => boolean,
): Ring | undefined {
  const at = (chain.at(-1)?.at ?? 0) + 1;
  if (!/^['’][sS] $/.test(tokens[at]?.gap ?? '') || !isNameWord(at)) return undefined;
  for (let ahead = at; ahead < at + 3 && isNameWord(ahead); ahead += 1) {
    if (ahead > at && tokens[ahead]?.gap !== ' ') break;
    if (organizationTails.has(tokens[ahead]?.folded ?? '')) return { at, join: 'space' };
  }
  return undefined;
}

/** A form of company: always in capitals where small letters would be another word. */
export function isLegalForm(token: Token): boolean {
  const plain = token.folded.replace(/[./]/g, '');
  if (!legalForms.has(plain)) return false;
  return !capitalForms.has(plain) || /[./]/.test(token.text) || token.shape === 'capitals';
}

function isDotted(token: Token): boolean {
  return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(token.text);
}

/** "S. de R.L." */
function isLimited(tokens: readonly Token[], at: number): boolean {
  const [form, of, limited] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return form?.text === 'S' && of?.folded === 'de' && limited?.folded.replace('.', '') === 'rl';
}

/** "S.A. de C.V." */
function legalConnector(tokens: readonly Token[], at: number): Connector | undefined {
  const [of, form] = [tokens[at], tokens[at + 1]];
  if (of?.folded !== 'de' || form === undefined || !isLegalForm(form)) return undefined;
  return { sort: 'of', phrase: 'de', length: 1 };
}

/** "Cuerpo de Investigaciones Científicas, Penales y Criminalísticas"; "Brandt, Lowe & Partners". */
function goesOnAfterComma(
  reading: Reading,
  chain: readonly Ring[],
  at: number,
  isNameWord: (at: number) => boolean,
): boolean {
  const { tokens } = reading;
  let after = at + 1;
  while (isNameWord(after) && tokens[after]?.gap === ', ' && after < at + 4) after += 1;
  const next = tokens[after];
  if (next === undefined) return false;
  if (/^,? & $/.test(next.gap)) return isNameWord(after);
  if (!chain.some((ring) => organizationHeads.has(tokens[ring.at]?.folded ?? ''))) return false;
  if (!chain.some(({ join }) => typeof join === 'object')) return false;
  return (
    /^(?:y|e|and)$/.test(next.folded) &&
    isNameWord(after + 1) &&
    !isGivenOrFamily(tokens[at]?.folded ?? '') &&
    !organizationHeads.has(tokens[after + 1]?.folded ?? '')
  );
}

/** "AL-RASHIDI, Khalid Yusuf", as lists of sanctions and files of courts write names. */
function isInverted(reading: Reading, chain: readonly Ring[], at: number): boolean {
  const { tokens, text } = reading;
  const given = tokens[at];
  const isFamily = chain.every((ring) => {
    const token = tokens[ring.at];
    return token?.shape === 'capitals' && !token.pointed && !token.text.includes('.');
  });
  const first = tokens[chain[0]?.at ?? 0];
  if (given?.shape !== 'capital' || given.text.length < 2 || first === undefined || !isFamily)
    return false;
  if (chain.length === 1 && first.text.length < 3) return false;
  const firstAt = chain[0]?.at ?? 0;
  const isEntry =
    reading.opens[firstAt] === true ||
    /[;:("“«]\s?$/.test(first.gap) ||
    tokens[firstAt - 1]?.pointed === true;
  if (!isEntry) return false;
  let last = at;
  while (tokens[last + 1]?.gap === ' ' && tokens[last + 1]?.shape === 'capital' && last < at + 4)
    last += 1;
  const after = text.slice(tokens[last]?.end ?? 0, (tokens[last]?.end ?? 0) + 3);
  return isGivenOrFamily(given.folded) || /^(?:[;)\n]| \()/.test(after);
}

const numbered = new Set(
  (
    'local route ruta calle carrera cra avenida bloque frente zona comando batallon brigada pabellon torre sector unidad ' +
    'distrito barrio manzana kilometro km grupo division tribunal juzgado precinct battalion brigade unit district block'
  ).split(' '),
);

/** "Local 731", "Calle 72", "Inversiones Altamira 2020, C.A." */
function numberFits(tokens: readonly Token[], chain: readonly Ring[], at: number): boolean {
  const number = tokens[at];
  const last = tokens[chain.at(-1)?.at ?? 0];
  if (number === undefined || last === undefined || !/^\d{1,4}$/.test(number.text)) return false;
  if (numbered.has(last.folded) || /^n(?:\.?[º°o])?$|^nro$|^num$/.test(last.folded))
    return chain.length > 1 || numbered.has(last.folded);
  const next = tokens[at + 1];
  if (next !== undefined && isLegalForm(next) && /^,? $/.test(next.gap)) return true;
  const first = tokens[chain[0]?.at ?? 0]?.folded ?? '';
  return (
    /^\d{4}$/.test(number.text) &&
    chain.length > 1 &&
    organizationHeads.has(first) &&
    !placeHeads.has(first) &&
    next?.gap !== ' '
  );
}
