import type { Judged } from './agreement.ts';
import { agreeWithNeighbours } from './neighbours.ts';
import { tieAcronyms } from './acronym.ts';
import { withAliases } from './alias.ts';
import { chains } from './chain.ts';
import { headingNames } from './heading-names.ts';
import { innerClues } from './inner-clues.ts';
import { withNicknames } from './nickname.ts';
import { occurrenceOf, type Occurrence } from './occurrence.ts';
import { outerClues } from './outer-clues.ts';
import { tokenFrom, type Reading } from './reading.ts';
import { candidates, type Candidate } from './segment.ts';
import { withSmallHead } from './small-heads.ts';
import { splitAtLongForm } from './long-form.ts';
import { outermost, overlapsAny } from './spans.ts';
import type { Token } from './token.ts';

/** All names of a text with what they are names of, those that are not sure included, in the order of the text. */
export function judgedNames(reading: Reading, isTaken: (token: Token) => boolean): Judged[] {
  const plain: Occurrence[] = [];
  for (const chain of chains(reading, isTaken)) {
    for (const candidate of candidates(reading, chain)) {
      for (const part of splitAtLongForm(reading, withSmallHead(reading, candidate))) {
        plain.push(withClues(reading, part));
      }
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
  const all = [...named, ...free].toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  return agreeWithNeighbours(reading.text, all);
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
