import type { NameReason, NameReasonCode } from '#contract/duplicates.ts';
import { align, type Alignment, type Pair } from './alignment.ts';
import { isCommonGiven, isCommonSurname, isKnownName } from './common-names.ts';
import type { Evidence, Rarity } from './comparison.ts';
import { withoutAspiration } from './han-script.ts';
import { joined } from './joined.ts';
import { likenessOfWords, type Alike, type Likeness } from './likeness.ts';
import type { PersonName, PersonWord } from './person-name.ts';

/** Evidence as log-odds, set by hand and checked on the labelled pairs. */
const odds = {
  /** Before anything is known of the names. */
  start: -2.4,
  /** A name of one word tells less, and there is nothing more to agree. */
  startOfOne: -1,
  commonWord: 1.75,
  rareWord: 2.35,
  initial: 1,
  missing: -0.12,
  /** The name that the other begins with is missing: what is left is most often a surname. */
  missingFirst: -1,
  missingMost: -1.4,
  /** One word that agrees, of names of several, tells little. */
  onlyOnePair: -0.25,
  sameWords: 1.2,
  bothMissing: -0.5,
  unsureBeside: -1,
  turned: -0.35,
  turnedGiven: -0.8,
  secondSurname: -1.35,
  /** Words that stand against each other leave no more than this, less for each. */
  differingMost: 1,
  differing: -3,
  swapped: -2.6,
  otherGeneration: -4,
  childOnly: -2.6,
  fatherOnly: -0.7,
} as const;

const none: Likeness = { alike: 'none', worth: 0 };

/** How far two names of persons speak for one person. */
export function comparePersons(first: PersonName, second: PersonName, rarity?: Rarity): Evidence {
  const { a, b } = joined(first, second);
  const likeness = (x: number, y: number): Likeness => {
    const one = a[x];
    const other = b[y];
    if (one === undefined || other === undefined) return none;
    if (one.initial || other.initial) return ofInitials(one, other);
    const found = likenessOfWords(one, other);
    return found.worth === 0 && inPinyin(one, other)
      ? { alike: 'transliterated', worth: 0.9 }
      : found;
  };
  const mayTurn = !(first.ordered && second.ordered);
  const alignment = align(a.length, b.length, likeness, mayTurn);
  const turnedB = [...b.slice(alignment.turn), ...b.slice(0, alignment.turn)];
  const reasons: NameReason[] = [];
  if (alignment.pairs.length === 0) {
    return { odds: -4, reasons: [reason('name.differs', { a: textOf(a), b: textOf(b) })] };
  }
  let sum = matched(alignment, a, turnedB, reasons, rarity);
  sum += unmatched(alignment, a, turnedB, reasons);
  sum += ofTurn(alignment, a, turnedB, first.ordered !== second.ordered, reasons);
  const generation = ofGeneration(first.generation, second.generation, reasons);
  if (generation < -1) sum = Math.min(sum, odds.differingMost);
  if (first.generation === second.generation && isWhole(alignment, a.length, b.length)) {
    // The same words in the same order, but for a comma or particles.
    sum += odds.sameWords;
    reasons[0] = reason('name.words', {});
  }
  return { odds: sum + generation, reasons };
}

/** Whether one is a Chinese syllable or two, romanised otherwise than the other. */
function inPinyin(a: PersonWord, b: PersonWord): boolean {
  if (a.pinyin === undefined && b.pinyin === undefined) return false;
  return (a.pinyin ?? withoutAspiration(a.text)) === (b.pinyin ?? withoutAspiration(b.text));
}

/** Whether all words of both names are equal and nothing is left. */
const isWhole = ({ pairs, turn }: Alignment, a: number, b: number): boolean =>
  turn === 0 &&
  pairs.length > 1 &&
  pairs.length === a &&
  pairs.length === b &&
  pairs.every(({ likeness }) => likeness.alike === 'equal' && likeness.worth === 1);

/** What the words that stand for each other are worth. */
function matched(
  { pairs }: Alignment,
  a: readonly PersonWord[],
  b: readonly PersonWord[],
  reasons: NameReason[],
  rarity: Rarity | undefined,
): number {
  const single = a.length === 1 && b.length === 1;
  let sum: number = single ? odds.startOfOne : odds.start;
  const shared: string[] = [];
  for (const pair of pairs) {
    const one = a[pair.a];
    const other = b[pair.b];
    if (one === undefined || other === undefined) continue;
    const { alike, worth } = pair.likeness;
    sum += alike === 'initial' ? odds.initial : worth * weightOf(one, other, rarity);
    const code = codes[alike];
    if (alike === 'equal' && !one.initial) shared.push(one.raw);
    if (code !== undefined) reasons.push(reason(code, { a: one.raw, b: other.raw }));
  }
  if (shared.length > 0) reasons.push(reason('name.shared', { words: shared.join(' ') }));
  // Initials alone name nobody, and neither does one that is all there is to agree.
  if (pairs.every(({ likeness }) => likeness.alike === 'initial')) sum -= 2;
  return sum;
}

const codes: Readonly<Partial<Record<Alike, NameReasonCode>>> = {
  transliterated: 'name.transliterated',
  spelling: 'name.spelling',
  nickname: 'name.nickname',
  sound: 'name.sound',
  typo: 'name.typo',
  initial: 'name.initial',
  form: 'name.form',
};

function weightOf(a: PersonWord, b: PersonWord, rarity: Rarity | undefined): number {
  const { commonWord, rareWord } = odds;
  if (rarity !== undefined) {
    return (
      commonWord - 0.2 + (rareWord - commonWord + 0.4) * Math.min(rarity(a.text), rarity(b.text))
    );
  }
  return isKnownName(a.text) || isKnownName(b.text) ? commonWord : rareWord;
}

/** What the words cost that only one name has, or that stand against each other in one place. */
function unmatched(
  { pairs, turn }: Alignment,
  a: readonly PersonWord[],
  b: readonly PersonWord[],
  reasons: NameReason[],
): number {
  const ends: readonly Pick<Pair, 'a' | 'b'>[] = [...pairs, { a: a.length, b: b.length }];
  const onlyA: number[] = [];
  const onlyB: number[] = [];
  const against: [PersonWord, PersonWord][] = [];
  let missing = 0;
  let fromA = 0;
  let fromB = 0;
  ends.forEach((end, gap) => {
    const inA = range(fromA, end.a);
    const inB = range(fromB, end.b);
    const both = Math.min(inA.length, inB.length);
    for (let at = 0; at < both; at += 1) {
      const one = a[inA[at] ?? -1];
      const other = b[inB[at] ?? -1];
      if (one !== undefined && other !== undefined) against.push([one, other]);
    }
    onlyA.push(...inA);
    onlyB.push(...inB);
    const extra = Math.max(inA.length, inB.length) - both;
    const isFirst = gap === 0 && turn === 0 && both === 0 && extra > 0;
    const longer = inA.length > inB.length ? a : b;
    const lead = (inA.length > inB.length ? inA : inB)[0];
    const startsWithInitial = lead !== undefined && longer[lead]?.initial === true;
    missing += extra * odds.missing;
    if (isFirst) missing += startsWithInitial ? odds.missingFirst / 2 : odds.missingFirst;
    fromA = end.a + 1;
    fromB = end.b + 1;
  });
  let sum = Math.max(missing, odds.missingMost);
  if (pairs.length === 1 && Math.max(a.length, b.length) > 1) {
    sum += odds.onlyOnePair;
  }
  const swapped = onlyA.find((x) => onlyB.some((y) => isSame(a[x], b[y])));
  if (swapped !== undefined) {
    reasons.push(reason('name.swapped', { word: a[swapped]?.raw ?? '' }));
    return sum + odds.swapped;
  }
  if (turn > 0) {
    // What both begin with is their given names, wherever the turning has put them.
    const atB = onlyB.find((y) => y === b.length - turn);
    const one = onlyA.includes(0) ? a[0] : undefined;
    const other = atB === undefined ? undefined : b[atB];
    const isWord = one?.initial === false && other?.initial === false;
    if (isWord && against.length === 0) against.push([one, other]);
  }
  if (against.length > 0) return sum + ofDiffering(against, pairs, reasons);
  const lacking = [...onlyA.map((x) => a[x]), ...onlyB.map((y) => b[y])];
  if (lacking.length > 0) {
    reasons.push(
      reason('name.missing', { words: lacking.map((word) => word?.raw ?? '').join(' ') }),
    );
    sum += ofSecondSurname(pairs, a, b);
    if (onlyA.length > 0 && onlyB.length > 0) {
      // Each lacks what the other has, so that what agrees has to be sure.
      const unsure = pairs.filter(({ likeness }) => likeness.worth < 0.9).length;
      sum += odds.bothMissing + unsure * odds.unsureBeside;
    }
    if (sum < -1.2) reasons.push(reason('name.partial', {}));
  }
  return sum;
}

/** Each pair of words against each other; what agreed counts for little then. */
function ofDiffering(
  against: readonly (readonly [PersonWord, PersonWord])[],
  pairs: readonly Pair[],
  reasons: NameReason[],
): number {
  let sum = 0;
  for (const [one, other] of against) {
    const gender = !one.initial && !other.initial && likenessOfWords(one, other).alike === 'gender';
    reasons.push(reason(gender ? 'name.gender' : 'name.differs', { a: one.raw, b: other.raw }));
    sum += odds.differing;
  }
  const agreed = Math.max(0, pairs.length - 1) * odds.commonWord;
  return sum - agreed;
}

const isSame = (a: PersonWord | undefined, b: PersonWord | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  !a.initial &&
  !b.initial &&
  likenessOfWords(a, b).worth > 0.7;

/**
 * Juan Gómez is hardly Juan Pérez Gómez where the first surname is the one that is never left out, as in Spanish. In
 * Portuguese and English it is the last that stays.
 */
function ofSecondSurname(
  pairs: readonly Pair[],
  a: readonly PersonWord[],
  b: readonly PersonWord[],
): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length !== 2 || long.length < 3 || pairs.length !== 2) return 0;
  const last = long.at(-1);
  const before = long.at(-2);
  const kept = short.at(-1);
  if (last === undefined || before === undefined || kept === undefined) return 0;
  if (!isSame(last, kept) || before.initial) return 0;
  const isSpanish =
    isSpanishSurname(before.text) && !isCommonGiven(before.text) && isSpanishSurname(last.text);
  return isSpanish ? odds.secondSurname : 0;
}

const portuguese = new Set(
  'silva santos souza sousa oliveira pereira ferreira costa lima gomes ribeiro carvalho almeida lopes soares fernandes vieira barbosa rocha dias nascimento moreira nunes marques mendes freitas cardoso ramos goncalves santana teixeira'.split(
    ' ',
  ),
);
const isSpanishSurname = (word: string): boolean => isCommonSurname(word) && !portuguese.has(word);

function ofTurn(
  { turn, pairs }: Alignment,
  a: readonly PersonWord[],
  b: readonly PersonWord[],
  told: boolean,
  reasons: NameReason[],
): number {
  if (turn === 0 || pairs.length < 2) return 0;
  reasons.push(reason('name.turned', {}));
  if (told) return -0.05;
  const isChinese =
    a.some(({ script }) => script === 'han') || b.some(({ script }) => script === 'han');
  if (isChinese) return -0.1;
  const given = pairs.filter(
    (pair) => isCommonGiven(a[pair.a]?.text ?? '') && !isCommonSurname(a[pair.a]?.text ?? ''),
  );
  return pairs.length === 2 && given.length === 2 ? odds.turnedGiven : odds.turned;
}

function ofGeneration(a: number | undefined, b: number | undefined, reasons: NameReason[]): number {
  if (a === b) return a === undefined ? 0 : 0.2;
  reasons.push(reason('name.generation', {}));
  if (a !== undefined && b !== undefined) return odds.otherGeneration;
  return (a ?? b) === 1 ? odds.fatherOnly : odds.childOnly;
}

function ofInitials(a: PersonWord, b: PersonWord): Likeness {
  const [one, other] = a.initial ? [a, b] : [b, a];
  const agrees = other.text.startsWith(one.text) || sameInitialSound(one.text, other.text);
  if (!agrees) return none;
  return a.initial && b.initial
    ? { alike: 'equal', worth: 0.55 }
    : { alike: 'initial', worth: 0.45 };
}

const initialSounds = [/^[ck]|^q/, /^(?:y|iu|i|j)/, /^[vw]/, /^(?:e|ye|ie)/, /^(?:f|ph)/];
const sameInitialSound = (initial: string, word: string): boolean =>
  initialSounds.some((sound) => sound.test(initial) && sound.test(word));

const textOf = (words: readonly PersonWord[]): string => words.map(({ raw }) => raw).join(' ');

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

const reason = (code: NameReasonCode, params: Record<string, string>): NameReason => ({
  code,
  params,
});
