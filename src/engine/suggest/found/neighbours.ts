import { agree, type Judged } from './agreement.ts';
import type { Occurrence } from './occurrence.ts';
import { outermost } from './spans.ts';

/** What names of one kind are enumerated with. */
const enumerated = /^(?:, | and | y | e | & |, and |, y | or | o )$/;

/** A name at least as sure as this tells of those it is enumerated with. */
const sure = 0.72;

/**
 * Judges the names of a text, and once more when some of them are enumerated with others that are sure: in "Wim and
 * Joost van Dijk" the first is a person as the second is.
 */
export function agreeWithNeighbours(text: string, occurrences: readonly Occurrence[]): Judged[] {
  const judged = agree(occurrences);
  const verdicts = new Map(judged.map(({ occurrence, verdict }) => [occurrence, verdict]));
  const outer = outermost(occurrences);
  let told = false;
  const tell = (from: Occurrence | undefined, to: Occurrence | undefined): void => {
    const verdict = from === undefined ? undefined : verdicts.get(from);
    if (from === undefined || to === undefined || verdict === undefined || verdict.score < sure)
      return;
    if ((verdicts.get(to)?.score ?? 0) >= sure || to.words.length > 4) return;
    to.clues.addHere(verdict.kind, 0.7, 'beside-name', { name: text.slice(from.start, from.end) });
    told = true;
  };
  for (const [at, first] of outer.entries()) {
    const second = outer[at + 1];
    if (second === undefined) continue;
    const between = text.slice(first.end, second.start);
    if (!enumerated.test(between)) continue;
    // A comma by itself stands between an office and a name as often; places are enumerated and nested with it.
    const isComma = between === ', ';
    if (!isComma || verdicts.get(first)?.kind === 'location') tell(first, second);
    if (!isComma || verdicts.get(second)?.kind === 'location') tell(second, first);
  }
  return told ? agree(occurrences) : judged;
}
