import { aliasCues } from './alias-cues.ts';
import { namesAfter } from './alias-names.ts';
import type { Span } from './found.ts';
import { mainAfter, mainBefore, onlyPerson } from './main-name.ts';
import { occurrenceOf, type Occurrence } from './occurrence.ts';
import { tokenFrom, type Reading } from './reading.ts';
import { outermost, overlapsAny } from './spans.ts';

/**
 * Finds other names by their cues ("X, alias Y", "X conocido como «Y»") and ties each to the name before it. Gives all
 * occurrences with those the cues found among them; what overlaps them is left out.
 */
export function withAliases(reading: Reading, occurrences: readonly Occurrence[]): Occurrence[] {
  const aliases: Occurrence[] = [];
  const outer = outermost(occurrences);
  const matches = aliasCues
    .flatMap(({ pattern, isLoose }) =>
      [...reading.text.matchAll(pattern)].map((match) => ({ match, isLoose })),
    )
    .toSorted((one, other) => one.match.index - other.match.index);
  for (const { match, isLoose } of matches) {
    const before = mainBefore(reading, outer, aliases, match.index, isLoose);
    for (const stretch of namesAfter(reading, match.index + match[0].length)) {
      // Two cues in a row, "also known as alias X", have the same name after them.
      if (stretch.start < (aliases.at(-1)?.end ?? 0)) continue;
      const occurrence = stretchOccurrence(reading, stretch);
      const main =
        before ?? mainAfter(reading, outer, stretch.end) ?? onlyPerson(reading, outer, match.index);
      const cue = match[0].trim().replace(/[:,]$/, '');
      const reason = { code: 'alias-cue', params: { cue } } as const;
      if (main !== undefined) occurrence.alias = { of: main, sort: 'alias', reason };
      // "known as Los Primos": such a plural is a gang.
      const isGang = main === undefined && /^(?:los|las)$/.test(occurrence.words[0] ?? '');
      const weight = main === undefined ? 1.6 : 1;
      occurrence.clues.add(isGang ? 'organization' : 'person', weight, 'alias-cue', { cue });
      aliases.push(occurrence);
    }
  }
  const kept = occurrences.filter((occurrence) => !overlapsAny(aliases, occurrence));
  return [...kept, ...aliases].toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  );
}

function stretchOccurrence(reading: Reading, { start, end }: Span): Occurrence {
  const from = tokenFrom(reading, start);
  let to = from;
  while ((reading.tokens[to]?.start ?? end) < end) to += 1;
  return { ...occurrenceOf(reading, from, to), start, end };
}
