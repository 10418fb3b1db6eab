import { agree, type Judged } from './agreement.ts';
import { tieAcronyms } from './acronym.ts';
import { withAliases } from './alias.ts';
import { chains } from './chain.ts';
import { headingNames } from './heading-names.ts';
import { innerClues } from './inner-clues.ts';
import { withNicknames } from './nickname.ts';
import { occurrenceOf, type Occurrence } from './occurrence.ts';
import { outerClues } from './outer-clues.ts';
import type { Reading } from './reading.ts';
import { candidates, type Candidate } from './segment.ts';
import type { Token } from './token.ts';

/** All names of a text with what they are names of, those that are not sure included, in the order of the text. */
export function judgedNames(reading: Reading, isTaken: (token: Token) => boolean): Judged[] {
  const plain: Occurrence[] = [];
  for (const chain of chains(reading, isTaken)) {
    for (const candidate of candidates(reading, chain)) plain.push(withClues(reading, candidate));
  }
  const named = withAliases(reading, withNicknames(reading, plain));
  tieAcronyms(reading, named);
  const inHeadings = headingNames(reading, named);
  for (const occurrence of inHeadings) {
    const from = reading.tokens.findIndex(({ start }) => start === occurrence.start);
    innerClues(reading, { from, to: from + wordCount(reading, from, occurrence.end), titles: [], joins: [] }, occurrence.clues);
  }
  const free = inHeadings.filter(
    (one) => !named.some((other) => other.start < one.end && one.start < other.end),
  );
  return agree([...named, ...free]);
}

function withClues(reading: Reading, candidate: Candidate): Occurrence {
  const occurrence = occurrenceOf(reading, candidate.from, candidate.to);
  innerClues(reading, candidate, occurrence.clues);
  outerClues(reading, candidate, occurrence.clues);
  return occurrence;
}

function wordCount({ tokens }: Reading, from: number, end: number): number {
  let count = 0;
  while ((tokens[from + count]?.start ?? end) < end) count += 1;
  return count;
}
