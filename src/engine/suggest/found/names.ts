import { agree, type Judged } from './agreement.ts';
import { tieAcronyms } from './acronym.ts';
import { withAliases } from './alias.ts';
import { chains } from './chain.ts';
import { headingNames } from './heading-names.ts';
import { innerClues } from './inner-clues.ts';
import { withNicknames } from './nickname.ts';
import { occurrenceOf, type Occurrence } from './occurrence.ts';
import { outerClues } from './outer-clues.ts';
import { isPlainGap } from './connectors.ts';
import { tokenFrom, type Reading } from './reading.ts';
import { candidates, type Candidate } from './segment.ts';
import { outermost, overlapsAny } from './spans.ts';
import type { Token } from './token.ts';
import { smallPlaceHeads } from './words/place-words.ts';

/** All names of a text with what they are names of, those that are not sure included, in the order of the text. */
export function judgedNames(reading: Reading, isTaken: (token: Token) => boolean): Judged[] {
  const plain: Occurrence[] = [];
  for (const chain of chains(reading, isTaken)) {
    for (const candidate of candidates(reading, chain)) {
      plain.push(withClues(reading, withSmallHead(reading, candidate)));
    }
  }
  const named = withAliases(reading, withNicknames(reading, plain));
  tieAcronyms(reading, named);
  const inHeadings = headingNames(reading, named);
  for (const occurrence of inHeadings) {
    const from = tokenFrom(reading, occurrence.start);
    const to = from + wordCount(reading, from, occurrence.end);
    addClues(reading, { from, to, titles: [], joins: [] }, occurrence);
  }
  const outer = outermost(named);
  const free = inHeadings.filter((one) => !overlapsAny(outer, one));
  return agree([...named, ...free]);
}

/** "4th Infantry Division" */
const numberedBodies = new Set(
  'division brigade battalion regiment army corps fleet circuit squadron'.split(' '),
);

/** "avenida Francisco de Miranda", "lago de Maracaibo": the small word is part of the name. */
function withSmallHead({ tokens }: Reading, candidate: Candidate): Candidate {
  const { from, to } = candidate;
  const [before, further] = [tokens[from - 1], tokens[from - 2]];
  if (candidate.titles.length > 0 || !isPlainGap(tokens[from]?.gap ?? '') || before === undefined)
    return candidate;
  if (
    /^\d{1,3}(?:st|nd|rd|th|[ºª])$/.test(before.text) &&
    numberedBodies.has(tokens[to - 1]?.folded ?? '')
  ) {
    return { ...candidate, from: from - 1 };
  }
  if (before.shape === 'lower' && smallPlaceHeads.direct.has(before.folded))
    return { ...candidate, from: from - 1 };
  const isOf = /^(?:de|del|do|da)$/.test(before.folded) && isPlainGap(before.gap);
  if (isOf && further?.shape === 'lower' && smallPlaceHeads.withOf.has(further.folded)) {
    return { ...candidate, from: from - 2 };
  }
  return candidate;
}

function withClues(reading: Reading, candidate: Candidate): Occurrence {
  const occurrence = occurrenceOf(reading, candidate.from, candidate.to);
  addClues(reading, candidate, occurrence);
  return occurrence;
}

function addClues(reading: Reading, candidate: Candidate, { clues }: Occurrence): void {
  innerClues(reading, candidate, clues);
  outerClues(reading, candidate, clues);
}

function wordCount({ tokens }: Reading, from: number, end: number): number {
  let count = 0;
  while ((tokens[from + count]?.start ?? end) < end) count += 1;
  return count;
}
