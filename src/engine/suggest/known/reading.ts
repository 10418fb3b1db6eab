import { judgeCapitals } from './capitals-judgement.ts';
import type { KnownReading } from './known.ts';
import { Judgement, plain } from './judgement.ts';
import { judgeInitials, judgePart, type Antecedent } from './part-judgement.ts';
import type { ParsedName } from './parsed-name.ts';
import type { Passage } from './passage.ts';
import { judgeHearing, judgeSpelling } from './spelling-judgement.ts';
import { partKinds, variantKind, type Variant, type VariantKind } from './variant.ts';

/** How likely a writing means its name when nothing speaks for or against it. */
const scores: Readonly<Record<VariantKind, number>> = {
  [variantKind.full]: 1,
  [variantKind.subset]: 0.85,
  [variantKind.surname]: 0.35,
  [variantKind.ownSurname]: 0.6,
  [variantKind.inverted]: 0.92,
  [variantKind.acronym]: 0.95,
  [variantKind.dotted]: 0.9,
  [variantKind.withoutParticle]: 0.85,
  [variantKind.withoutLegalForm]: 0.9,
};

/**
 * Judges whether a passage, whose words are those of a writing of a name, means the name.
 *
 * @param isOwnScript whether the words were found as they are, and not by their sound
 * @param antecedent where the whole name stood before, when it did
 * @returns undefined when it cannot be: a paragraph ends within, an initial contradicts, capitals are missing
 */
export function readingOf(
  passage: Passage,
  name: ParsedName,
  variant: Variant,
  isOwnScript: boolean,
  antecedent: Antecedent | undefined,
): KnownReading | undefined {
  const { entityId, nameId, value } = name;
  const judgement = new Judgement(scores[variant.kind], {
    code: 'knownName',
    params: { name: value },
  });
  if (isOwnScript && variant.kind === variantKind.full && passage.text === value) {
    if (variant.words.length === 1 || name.isOrdinary) {
      judgeCapitals(passage, name, variant, judgement);
    }
    judgeNeighbours(passage, name.kind, variant.kind, judgement);
  } else {
    if (variant.kind & partKinds) judgePart(passage, name, variant, antecedent, judgement);
    else {
      if (passage.leading > 0) return undefined;
      judgeInitials(passage, name, variant, judgement);
      judgeNeighbours(passage, name.kind, variant.kind, judgement);
    }
    if (judgement.isOut) return undefined;
    (isOwnScript ? judgeSpelling : judgeHearing)(passage, name, variant, judgement);
    if (judgement.isOut) return undefined;
    judgeCapitals(passage, name, variant, judgement);
  }
  if (judgement.isOut) return undefined;
  if (passage.isPossessive) judgement.reasons.push(plain('possessive'));
  sayKind(variant.kind, value, judgement);
  return {
    entityId,
    nameId,
    score: Math.round(judgement.score * 1000) / 1000,
    reasons: judgement.reasons,
  };
}

/** A name beside another capitalised word may be a part of a longer one. */
function judgeNeighbours(
  passage: Passage,
  kind: string,
  variant: VariantKind,
  judgement: Judgement,
): void {
  if (kind !== 'person' || judgement.isOut) return;
  if (passage.before === 'givenName') judgement.weigh(0.7, plain('besideCapital'));
  else if (passage.before === 'capital') judgement.weigh(0.9, plain('besideCapital'));
  else if (variant === variantKind.subset && passage.after === 'capital') {
    judgement.weigh(0.85, plain('besideCapital'));
  }
}

function sayKind(kind: VariantKind, name: string, { reasons }: Judgement): void {
  if (kind === variantKind.subset) reasons.push({ code: 'partOfName', params: { name } });
  else if (kind === variantKind.inverted) reasons.push(plain('inverted'));
  else if (kind === variantKind.withoutParticle) reasons.push(plain('withoutParticle'));
  else if (kind === variantKind.withoutLegalForm) reasons.push(plain('withoutLegalForm'));
}
