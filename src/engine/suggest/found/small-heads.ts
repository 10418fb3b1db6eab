import { isPlainGap } from './connectors.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './segment.ts';
import { smallPlaceHeads } from './words/place-words.ts';
import { wordSet } from './words/word-set.ts';

/** "4th Infantry Division" */
const numberedBodies = wordSet(
  'division brigade battalion regiment army corps fleet circuit squadron',
);
const ordinal = /^\d{1,3}(?:st|nd|rd|th|[ºª])$/;

/** "avenida Francisco de Miranda", "lago de Maracaibo", "4th Infantry Division": what stands before is part of it. */
export function withSmallHead({ tokens }: Reading, candidate: Candidate): Candidate {
  const { from, to, titles } = candidate;
  const [first, before, further] = [tokens[from], tokens[from - 1], tokens[from - 2]];
  if (first === undefined || before === undefined || titles.length > 0 || !isPlainGap(first.gap)) {
    return candidate;
  }
  const isNumbered = ordinal.test(before.text) && numberedBodies.has(tokens[to - 1]?.folded ?? '');
  const isHeaded = before.shape === 'lower' && smallPlaceHeads.direct.has(before.folded);
  if (isNumbered || isHeaded) return { ...candidate, from: from - 1 };
  const isOf = /^(?:de|del|do|da)$/.test(before.folded) && isPlainGap(before.gap);
  const isHeadedOf = further?.shape === 'lower' && smallPlaceHeads.withOf.has(further.folded);
  return isOf && isHeadedOf ? { ...candidate, from: from - 2 } : candidate;
}
