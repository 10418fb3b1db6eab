import type { NameReason, NameReasonCode } from '#contract/duplicates.ts';
import { canBeWritten } from './arabic-script.ts';
import { acronymFit, areOneBody, type AcronymFit } from './acronym.ts';
import type { Evidence, Rarity } from './comparison.ts';
import { isCountry, publicBodies } from './organization-words.ts';
import { titleLikeness, type TitleLikeness } from './title-likeness.ts';
import type { OrganizationName, TitleWord } from './organization-name.ts';

/** Evidence as log-odds, set by hand and checked on the labelled pairs. */
const odds = {
  /** For each part of the names' weight that agrees beyond the share at which nothing is decided. */
  slope: 9,
  even: 0.69,
  bothDiffer: -1.6,
  otherNumber: -4.5,
  numberMissing: -2,
  otherLegalForm: -0.35,
  otherPlace: -3,
  acronym: { letters: 1.3, syllables: 0.8, loose: 0.3 } satisfies Record<AcronymFit, number>,
  acronymOfTwo: 0.3,
} as const;

/** Weight of a country that only one name of a body of state gives. */
const lightCountry = 0.2;

/** How far two names of organizations, places, events or objects speak for one. */
export function compareTitles(
  first: OrganizationName,
  second: OrganizationName,
  rarity?: Rarity,
): Evidence {
  const whole = ofBodies(first, second) ?? ofAcronym(first, second);
  const worded = ofWords(first, second, rarity);
  return whole !== undefined && whole.odds > worded.odds ? whole : worded;
}

function ofWords(
  first: OrganizationName,
  second: OrganizationName,
  rarity: Rarity | undefined,
): Evidence {
  const reasons: NameReason[] = [];
  const { a, b } = joinedTitles(first.words, second.words, reasons);
  const weigh = (word: TitleWord): number =>
    word.weight === 1 && rarity !== undefined ? 0.6 + 0.8 * rarity(word.text) : word.weight;
  const restB = new Set(b);
  const restA: TitleWord[] = [];
  const shared: TitleWord[] = [];
  let ofState = false;
  let agreed = 0;
  let total = 0;
  for (const word of a) {
    const found = bestFor(word, restB);
    if (found === undefined) {
      restA.push(word);
      continue;
    }
    restB.delete(found.word);
    const weight = Math.max(weigh(word), weigh(found.word));
    agreed += weight * found.likeness.worth;
    total += weight;
    ofState ||= publicBodies.has(word.concept);
    if (found.likeness.code === undefined) shared.push(word);
    else reasons.push(reason(found.likeness.code, { a: word.raw, b: found.word.raw }));
  }
  const onlyB = [...restB];
  const missing = [...restA, ...onlyB];
  if (shared.length > 0) {
    const all = missing.length === 0 && shared.length === a.length;
    reasons.push(all ? reason('name.words', {}) : reason('name.shared', { words: textOf(shared) }));
  }

  total += missing.reduce(
    (sum, word) => sum + (ofState && isCountry(word.concept) ? lightCountry : weigh(word)),
    0,
  );
  let sum = total === 0 ? -4 : odds.slope * (agreed / total - odds.even);
  if (agreed === 0) sum -= 1;
  if (restA.length > 0 && onlyB.length > 0) {
    reasons.push(reason('name.differs', { a: textOf(restA), b: textOf(onlyB) }));
    const lesser = Math.min(most(restA, weigh), most(onlyB, weigh));
    sum += odds.bothDiffer * (first.kind === 'location' ? 1.4 : Math.min(1, lesser * 2));
  } else if (missing.length > 0) reasons.push(reason('name.missing', { words: textOf(missing) }));
  sum +=
    ofNumbers(a, b, reasons) +
    ofLegalForms(first, second, reasons) +
    ofPlaces(first, second, reasons);
  return { odds: sum, reasons };
}

const most = (words: readonly TitleWord[], weigh: (word: TitleWord) => number): number =>
  words.reduce((highest, word) => Math.max(highest, weigh(word)), 0);

function bestFor(
  word: TitleWord,
  among: ReadonlySet<TitleWord>,
): { word: TitleWord; likeness: TitleLikeness } | undefined {
  let best: { word: TitleWord; likeness: TitleLikeness } | undefined;
  for (const other of among) {
    const likeness = titleLikeness(word, other);
    if (likeness !== undefined && likeness.worth > (best?.likeness.worth ?? 0))
      best = { word: other, likeness };
  }
  return best;
}

function ofNumbers(
  a: readonly TitleWord[],
  b: readonly TitleWord[],
  reasons: NameReason[],
): number {
  const numbersOf = (words: readonly TitleWord[]) =>
    new Set(words.flatMap(({ number }) => (number === undefined ? [] : [number])));
  const first = numbersOf(a);
  const second = numbersOf(b);
  if (first.size === 0 && second.size === 0) return 0;
  if (first.size === second.size && [...first].every((number) => second.has(number))) return 0;
  reasons.push(reason('name.number', { a: [...first].join(' '), b: [...second].join(' ') }));
  return first.size > 0 && second.size > 0 ? odds.otherNumber : odds.numberMissing;
}

function ofLegalForms(
  first: OrganizationName,
  second: OrganizationName,
  reasons: NameReason[],
): number {
  if (first.legal.join(' ') === second.legal.join(' ')) return 0;
  reasons.push(reason('name.legalForm', { a: first.legal.join(' '), b: second.legal.join(' ') }));
  if (first.legal.length === 0 || second.legal.length === 0) return 0;
  return first.legal.some((form) => second.legal.includes(form)) ? 0 : odds.otherLegalForm;
}

function ofPlaces(
  first: OrganizationName,
  second: OrganizationName,
  reasons: NameReason[],
): number {
  const [a, b] = [first.within, second.within];
  if (a.length === 0 && b.length === 0) return 0;
  if (a.length === 0 || b.length === 0) return -0.2;
  const shared = a.some((word) =>
    b.some((other) => (titleLikeness(word, other)?.worth ?? 0) > 0.7),
  );
  if (shared) return 0.3;
  reasons.push(reason('name.differs', { a: textOf(a), b: textOf(b) }));
  return odds.otherPlace;
}

function ofBodies(first: OrganizationName, second: OrganizationName): Evidence | undefined {
  const [a, b] = [foldedOf(first), foldedOf(second)];
  if (a === b || !areOneBody(a, b)) return undefined;
  return { odds: 2.5, reasons: [reason('name.acronym', { a, b })] };
}

function ofAcronym(first: OrganizationName, second: OrganizationName): Evidence | undefined {
  if (first.kind === 'location') return undefined;
  for (const [short, long] of [
    [first, second],
    [second, first],
  ] as const) {
    const letters = lettersOf(short);
    if (letters === undefined || long.words.length < 2) continue;
    const fit = acronymFit(letters, long.all);
    if (fit === undefined) continue;
    const value = odds.acronym[fit] + (letters.length > 3 ? 0.5 : 0);
    return {
      odds: letters.length === 2 ? odds.acronymOfTwo : value,
      reasons: [reason('name.acronym', { a: letters.toUpperCase(), b: textOf(long.all) })],
    };
  }
  return undefined;
}

/** The letters of a name that may be an acronym: one word, or a few of capitals ("FARC-EP"). */
function lettersOf({ words, all, legal }: OrganizationName): string | undefined {
  if (words.length === 1) {
    const [word] = words;
    if (word === undefined || word.number !== undefined || word.text.length > 12) return undefined;
    // A legal form may be part of the acronym ("PDVSA"), and may stand beside it.
    return word.text;
  }
  const capitals =
    all.length - legal.length <= 3 &&
    words.every(({ raw, text }) => raw === raw.toUpperCase() && text.length <= 6);
  return capitals ? words.map(({ text }) => text).join('') : undefined;
}

/** Neighbours that the other name writes as one word: "Petro Caribe" and "Petrocaribe". */
function joinedTitles(
  first: readonly TitleWord[],
  second: readonly TitleWord[],
  reasons: NameReason[],
): { a: readonly TitleWord[]; b: readonly TitleWord[] } {
  const b = joinedBy(first, second, reasons);
  const a = joinedBy(b, first, reasons);
  return { a, b };
}

function joinedBy(
  model: readonly TitleWord[],
  words: readonly TitleWord[],
  reasons: NameReason[],
): readonly TitleWord[] {
  let result = words;
  for (const word of model) {
    if (word.text.length < 5 || result.some(({ text }) => text === word.text)) continue;
    const found = spanOf(word, result);
    if (found === undefined) continue;
    const raw = textOf(result.slice(...found));
    reasons.push(reason('name.joined', { a: raw, b: word.raw }));
    result = [...result.slice(0, found[0]), { ...word, raw }, ...result.slice(found[1])];
  }
  return result;
}

/** Where the neighbours are that together are a word: two to four of them. */
function spanOf(
  word: TitleWord,
  words: readonly TitleWord[],
): readonly [number, number] | undefined {
  for (let from = 0; from + 1 < words.length; from += 1) {
    let text = words[from]?.text ?? '';
    const inArabic = words[from]?.script === 'arabic' && word.script === 'latin';
    for (let to = from + 1; to < Math.min(words.length, from + 4); to += 1) {
      text += words[to]?.text ?? '';
      if (text === word.text || (inArabic && canBeWritten(text, word.text))) return [from, to + 1];
    }
  }
  return undefined;
}

const foldedOf = ({ all, legal }: OrganizationName): string =>
  all
    .filter(({ text }) => !legal.includes(text))
    .map(({ text }) => text)
    .join(' ');

const textOf = (words: readonly { readonly raw: string }[]): string =>
  words.map(({ raw }) => raw).join(' ');

const reason = (code: NameReasonCode, params: Record<string, string>): NameReason => ({
  code,
  params,
});
