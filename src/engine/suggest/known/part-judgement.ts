import { foldName } from '#shared/names/fold.ts';
import { plain, type Judgement } from './judgement.ts';
import type { ParsedName } from './parsed-name.ts';
import type { Passage } from './passage.ts';
import { variantKind, type Variant } from './variant.ts';

/** Where a name stood in full before a part of it. */
export interface Antecedent {
  readonly full: string;
  /** In UTF-16 units. */
  readonly at: number;
}

/**
 * Weighs a surname without its given name: after initials, after the whole name in the same text, or for itself when
 * it has a particle or is two surnames. A single surname without any of these is only a reading beside better ones.
 */
export function judgePart(
  passage: Passage,
  name: ParsedName,
  variant: Variant,
  antecedent: Antecedent | undefined,
  judgement: Judgement,
): void {
  const { value } = name;
  if (passage.initials.length > 0) {
    judgement.score = 0.9;
    judgeInitials(passage, name, variant, judgement);
  } else if (antecedent !== undefined) {
    judgement.score = variant.kind === variantKind.surname ? 0.82 : 0.88;
    judgement.reasons.push({ code: 'partOfNameAfterFull', params: { name: value, ...antecedent } });
  } else {
    judgement.reasons.push({ code: 'partOfName', params: { name: value } });
  }
  if (passage.before === 'initial') judgement.reject();
  if (passage.before === 'givenName') judgement.weigh(0.3, plain('besideCapital'));
  else if (passage.before === 'capital') judgement.weigh(0.5, plain('besideCapital'));
  else if (passage.after === 'capital') judgement.weigh(0.65, plain('besideCapital'));
}

/** Weighs initials that the writing of a name does not have: they may stand for words of the name left out of it. */
export function judgeInitials(
  passage: Passage,
  name: ParsedName,
  variant: Variant,
  judgement: Judgement,
): void {
  if (passage.initials.length === 0) return;
  if (!passage.initialsBelong) return judgement.reject();
  const initials = passage.initials.map((letter) => foldName(letter).charAt(0));
  const first = variant.words[0] ?? 0;
  const last = variant.words.at(-1) ?? 0;
  const leftOut = name.words.flatMap(({ latin, part }, index) => {
    const isLeftOut =
      !variant.words.includes(index) &&
      part !== 'particle' &&
      part !== 'title' &&
      (passage.leading > 0 ? index < first : index > first && index < last);
    return isLeftOut ? [latin.charAt(0)] : [];
  });
  // The first name has to be among leading initials: "R. Guerrero" is not Héctor Rusthenford Guerrero.
  if (passage.leading > 0 && initials[0] !== leftOut[0]) return judgement.reject();
  let known = 0;
  for (const letter of leftOut) if (initials[known] === letter) known += 1;
  const written = passage.initials.join(' ');
  if (known === initials.length) {
    if (variant.kind === variantKind.subset) judgement.score = 0.95;
    judgement.reasons.push({ code: 'initial', params: { initials: written } });
    return;
  }
  const isContradicted = leftOut.length > (passage.leading > 0 ? known : 0);
  judgement.weigh(isContradicted ? 0.6 : 0.85, {
    code: 'unknownInitial',
    params: { initials: written },
  });
  if (passage.leading > 0) {
    judgement.reasons.push({ code: 'initial', params: { initials: passage.initials[0] ?? '' } });
  }
}
