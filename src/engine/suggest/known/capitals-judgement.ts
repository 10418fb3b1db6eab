import { foldName } from '#shared/names/fold.ts';
import { plain, type Judgement } from './judgement.ts';
import { isOrdinary, ordinaryWords } from './ordinary-words.ts';
import { isLittle, latinAt, wordAt, type ParsedName } from './parsed-name.ts';
import type { Passage } from './passage.ts';
import { capitalsOf, type Capitals } from './spelling.ts';
import { variantKind, type Variant } from './variant.ts';

/** Kinds that are looked for also where they are written without capitals. */
const inAnyCase = variantKind.full | variantKind.withoutLegalForm;

/** Weighs whether the capitals of a passage are those of a name, and of this one. */
export function judgeCapitals(
  passage: Passage,
  name: ParsedName,
  variant: Variant,
  judgement: Judgement,
): void {
  if (variant.kind === variantKind.acronym) judgeAcronym(passage, name, variant, judgement);
  else if (variant.kind === variantKind.dotted) judgeDotted(passage, judgement);
  else judgeWords(passage, name, variant, judgement);
}

function judgeAcronym(
  passage: Passage,
  name: ParsedName,
  { words }: Variant,
  judgement: Judgement,
): void {
  const own = wordAt(name, words[0] ?? 0);
  const [written = ''] = passage.written;
  const isOrdinaryWord = isOrdinary([latinAt(name, words[0] ?? 0)]);
  if (written === own || written === own.toUpperCase()) {
    if (passage.isAmongCapitals) judgement.weigh(isOrdinaryWord ? 0 : 0.8);
    else if (isOrdinaryWord && own.length < 2) judgement.weigh(0.4, plain('ordinaryWord'));
    return;
  }
  // Newspapers write long ones like words: "Farc", "Otan".
  const isLikeWord = own.length > 3 && capitalsOf(written) === 'capital' && !isOrdinaryWord;
  if (isLikeWord) judgement.weigh(0.75, plain('differsInCase'));
  else judgement.reject();
}

function judgeDotted(passage: Passage, judgement: Judgement): void {
  const isSpelt = passage.words.every(
    ([start, end], at) =>
      end - start === 1 &&
      passage.capitals[at] !== 'lower' &&
      (at === 0 || /^\.\s?$/.test(passage.between(at))),
  );
  if (!isSpelt) judgement.reject();
}

function judgeWords(
  passage: Passage,
  name: ParsedName,
  variant: Variant,
  judgement: Judgement,
): void {
  const latin: string[] = [];
  const own: Capitals[] = [];
  /** The places of those words that are no particles. */
  const telling: number[] = [];
  for (const index of variant.words) {
    const word = name.words[index];
    if (word === undefined) continue;
    if (!word.isLittle) telling.push(latin.length);
    latin.push(word.latin);
    own.push(word.capitals);
  }
  const ordinary = telling.every((at) => ordinaryWords.has(latin[at] ?? ''));
  const isSingle = latin.length === 1;
  const written = passage.capitals;
  if (written.every((capitals) => capitals === 'caseless')) {
    judgeCaseless(passage, judgement);
    return;
  }
  const isLowerName = telling.every((at) => own[at] === 'lower' || own[at] === 'caseless');
  const isLower = (at: number): boolean => written[at] === 'lower';
  const isPaired = written.length === latin.length;
  const matched = isPaired
    ? telling
    : passage.written.flatMap((word, at) => (isLittle(foldName(word)) ? [] : [at]));
  if (isLowerName && name.script === 'latin') {
    // A thing that the case itself writes without capitals: any writing of it is as good.
    if (ordinary) judgement.weigh(isSingle ? 0.5 : 0.7, plain('ordinaryWord'));
    else if (isSingle) judgement.weigh(0.85);
    return;
  }
  if (matched.some((at) => isLower(at) && !(isPaired && own[at] === 'lower'))) {
    const isFound = (variant.kind & inAnyCase) !== 0 && !(ordinary && telling.length < 2);
    if (!isFound || (isSingle && (latin[0] ?? '').length < 4)) judgement.reject();
    else if (ordinary) judgement.weigh(0.4, plain('differsInCase'), plain('ordinaryWord'));
    else judgement.weigh(isSingle ? 0.5 : 0.8, plain('differsInCase'));
    return;
  }
  const hasCapitals = own.some((capitals) => capitals !== 'caseless');
  if (hasCapitals && isUpper(written) !== isUpper(own) && !isInitialOnly(passage)) {
    judgement.weigh(0.98, plain('differsInCase'));
  }
  if (variant.kind & (variantKind.surname | variantKind.ownSurname)) {
    if (passage.initials.length > 0) return;
    const wasNamed = judgement.reasons.some(({ code }) => code === 'partOfNameAfterFull');
    if (ordinary && passage.beginsSentence && isSingle) {
      judgement.weigh(0.75, plain('ordinaryWord'), plain('sentenceStart'));
    } else if (ordinary && !isSingle && !wasNamed) judgement.weigh(0.8, plain('ordinaryWord'));
    return;
  }
  if (isSingle) judgeSingle(passage, latin[0] ?? '', ordinary, judgement);
  else if (ordinary && telling.length < 2) {
    const isOnlyBeginning = passage.beginsSentence && matched[0] === 0;
    judgement.weigh(isOnlyBeginning ? 0.4 : 0.75, plain('ordinaryWord'));
  }
}

function judgeSingle(
  passage: Passage,
  word: string,
  ordinary: boolean,
  judgement: Judgement,
): void {
  if (ordinary && passage.beginsSentence) {
    judgement.weigh(0.3, plain('ordinaryWord'), plain('sentenceStart'));
  } else if (ordinary) {
    judgement.weigh(passage.isAmongCapitals ? 0.35 : 0.6, plain('ordinaryWord'));
  } else if (word.length < 3) {
    judgement.weigh(0.5);
  } else {
    judgement.weigh(passage.beginsSentence ? 0.9 : 0.95);
  }
}

/** Scripts without capitals, and numbers: there is less to tell a name by, so a short one counts for little. */
function judgeCaseless(passage: Passage, judgement: Judgement): void {
  if (/^[\p{N}\s\p{P}]*$/u.test(passage.text)) judgement.weigh(0.4);
  else if (passage.words.length === 1) judgement.weigh(passage.text.length < 2 ? 0.2 : 0.8);
  else judgement.weigh(0.95);
}

function isUpper(words: readonly Capitals[]): boolean {
  return words.every((capitals) => capitals === 'upper' || capitals === 'caseless');
}

function isInitialOnly(passage: Passage): boolean {
  return passage.written.every((word) => word.length === 1);
}
