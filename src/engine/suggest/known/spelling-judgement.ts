import { foldName } from '#shared/names/fold.ts';
import { articles } from '#shared/names/particles.ts';
import { skeleton, withServantApart } from '#shared/names/skeleton.ts';
import { soundKey } from '#shared/names/sound.ts';
import { anyTitle } from '#shared/names/titles.ts';
import { isArabicSpelling } from './arabic-spelling.ts';
import { plain, type Judgement } from './judgement.ts';
import { latinAt, wordAt, type ParsedName } from './parsed-name.ts';
import type { Passage } from './passage.ts';
import { scriptOf, type Gap } from './spelling.ts';
import { variantKind, type Variant } from './variant.ts';

/** Weighs a passage in the script of the name: what stands between its words, accents, endings. */
export function judgeSpelling(
  passage: Passage,
  name: ParsedName,
  variant: Variant,
  judgement: Judgement,
): void {
  if (variant.kind !== variantKind.dotted) judgeGaps(passage, name, variant, judgement);
  if (judgement.isOut || variant.kind === variantKind.dotted) return;
  let hasAccents = false;
  let isInflected = false;
  const { words } = variant;
  for (let at = 0; at < words.length; at += 1) {
    const written = passage.written[at] ?? '';
    const own = wordAt(name, words[at] ?? 0);
    if (written === own || sameLetters(written, own)) continue;
    if (foldName(written) === foldName(own) || name.script === 'latin') hasAccents = true;
    else isInflected ||= name.script !== 'arabic' && name.script !== 'other';
  }
  if (hasAccents) judgement.weigh(0.98, plain('differsInAccents'));
  if (isInflected) judgement.weigh(0.92, plain('inflected'));
}

function sameLetters(one: string, other: string): boolean {
  // Where letters are the same but for case, as mostly, nothing else need be made.
  return one.toLowerCase() === other.toLowerCase() || bare(one) === bare(other);
}

function bare(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’\u00ad]/g, '');
}

const abbreviated = new Set(['st', 'sta', 'sto', 'ste', 'ma', 'fco']);

function judgeGaps(
  passage: Passage,
  name: ParsedName,
  { words }: Variant,
  judgement: Judgement,
): void {
  let differs = false;
  for (let at = 1; at < words.length; at += 1) {
    const before = words[at - 1] ?? 0;
    const index = words[at] ?? 0;
    const gap = passage.gaps[at] ?? 'apart';
    const isTurn = index < before;
    const own: Gap = isTurn
      ? 'comma'
      : index === before + 1
        ? (name.words[index]?.gap ?? 'space')
        : 'space';
    if (isTurn && gap !== 'comma') return judgement.reject();
    if (gap === own && gap !== 'apart') continue;
    if (!isAllowed(gap, passage, at, name, index)) return judgement.reject();
    differs ||= gap !== 'space' || own !== 'stop';
  }
  if (differs) judgement.weigh(0.98, plain('differsInPunctuation'));
}

function isAllowed(
  gap: Gap,
  passage: Passage,
  at: number,
  name: ParsedName,
  index: number,
): boolean {
  switch (gap) {
    case 'space':
    case 'joined': {
      return true;
    }
    case 'stop': {
      const word = foldName(passage.written[at - 1] ?? '');
      return word.length === 1 || anyTitle.has(word) || abbreviated.has(word);
    }
    case 'comma': {
      return (
        name.words[index]?.part === 'suffix' ||
        (name.kind === 'organization' && latinAt(name, index).length < 5)
      );
    }
    case 'apart': {
      const before = name.words[index - 1]?.end ?? 0;
      return passage.between(at) === name.value.slice(before, name.words[index]?.start);
    }
  }
}

/** Weighs a passage in another script than the name. */
export function judgeHearing(
  passage: Passage,
  name: ParsedName,
  { words, kind }: Variant,
  judgement: Judgement,
): void {
  const script = scriptOf(passage.text);
  const isBroken = passage.gaps.some((gap) => gap !== 'space' && gap !== 'joined');
  if (script === name.script || isBroken) return judgement.reject();
  const latin = words.map((index) => latinAt(name, index));
  const factor =
    script === 'arabic' || name.script === 'arabic'
      ? consonantScore(passage, name, words, script === 'arabic')
      : soundScore(foldName(passage.text), latin.join(' '));
  const wasNamed = judgement.reasons.some(({ code }) => code === 'partOfNameAfterFull');
  const isShortPart = wasNamed && kind === variantKind.surname && factor > 0.5;
  judgement.weigh(isShortPart ? Math.max(factor, 0.9) : factor, {
    code: 'transliterated',
    params: { script },
  });
}

function soundScore(folded: string, latin: string): number {
  const letters = soundKey(latin).replaceAll(' ', '').length;
  if (folded === latin) return letters < 4 ? 0.8 : 0.95;
  if (letters < 4) return 0.5;
  return latin.includes(' ') ? 0.9 : 0.85;
}

function consonantScore(
  passage: Passage,
  name: ParsedName,
  words: readonly number[],
  isTextArabic: boolean,
): number {
  const ownWords = words.map((index) => wordAt(name, index));
  const [arabic, other] = isTextArabic ? [passage.written, ownWords] : [ownWords, passage.written];
  const latin = withServantApart(other.map(foldName).join(' '))
    .split(' ')
    .filter((word) => !articles.has(word));
  if (!isArabicSpelling(arabic.map(withoutArticle), latin)) return 0;
  const consonants = skeleton(latin.join(' ')).replaceAll(' ', '').length;
  if (latin.length > 1) return consonants < 4 ? 0.6 : 0.85;
  return consonants < 3 ? 0.25 : 0.75;
}

function withoutArticle(word: string): string {
  return word.replace(/^[اٱ]ل(?=\p{Script=Arabic}{3})/u, '');
}
