import { Clues } from './evidence.ts';
import type { Occurrence } from './occurrence.ts';
import { occurrenceOf } from './occurrence.ts';
import { tokenFrom, type Reading } from './reading.ts';
import { overlapsAny } from './spans.ts';
import { firstNames, firstNamesElsewhere } from './words/first-names.ts';

const inQuotes =
  /(?<=[\p{L}.]) ?\(?["“«]((?:[Ee]l |[Ll]a |[Tt]he )?[\p{Lu}\p{N}][^"”»“«\n]{1,28})["”»]\)?/gu;

/**
 * Nicknames in quotation marks inside a person's name, `Brandon "Smoke" Tillery`: the parts become one name, and the
 * nickname another name of it. After a whole name, `Ana Ruiz "La Flaca"`, it is one too.
 */
export function withNicknames(reading: Reading, occurrences: readonly Occurrence[]): Occurrence[] {
  const byEnd = new Map(occurrences.map((one) => [one.end, one]));
  const byStart = new Map(occurrences.map((one) => [one.start, one]));
  const gone = new Set<Occurrence>();
  const made: Occurrence[] = [];
  const nicknames: Occurrence[] = [];
  for (const match of reading.text.matchAll(inQuotes)) {
    const [whole, nickname = ''] = match;
    const given = byEnd.get(match.index);
    if (
      given === undefined ||
      gone.has(given) ||
      nickname.split(' ').length > 3 ||
      /[,.]$/.test(nickname)
    )
      continue;
    const after = match.index + whole.length;
    const family = reading.text[after] === ' ' ? byStart.get(after + 1) : undefined;
    const isGiven =
      firstNames.has(given.words[0] ?? '') || firstNamesElsewhere.has(given.words[0] ?? '');
    if (
      family === undefined
        ? !isNamed(given, isGiven, whole)
        : given.words.length > 3 || family.words.length > 3
    ) {
      continue;
    }
    const start = match.index + whole.indexOf(nickname);
    const alias = stretch(reading, start, start + nickname.length);
    if (alias === undefined) continue;
    const main = family === undefined ? given : joined(given, family);
    if (family !== undefined) {
      made.push(main);
      gone.add(given);
      gone.add(family);
    }
    main.clues.add('person', 1.5, 'nickname-inside', { name: nickname });
    alias.alias = {
      of: main,
      sort: 'alias',
      reason: { code: 'nickname-inside', params: { name: nickname } },
    };
    alias.clues.add('person', 1.2, 'nickname-inside', { name: nickname });
    made.push(alias);
    nicknames.push(alias);
  }
  return [
    ...occurrences.filter((one) => !gone.has(one) && !overlapsAny(nicknames, one)),
    ...made,
  ].toSorted((one, other) => one.start - other.start || other.end - one.end);
}

/** A whole name, so that what is quoted after it is a nickname and not a word of the sentence. */
function isNamed({ words, clues }: Occurrence, isGiven: boolean, written: string): boolean {
  if (words.length < 2) return false;
  const isBody = clues.all.some(({ kind, weight }) => kind !== 'person' && weight >= 1);
  return isGiven || (written.includes('(') && !isBody);
}

function joined(given: Occurrence, family: Occurrence): Occurrence {
  const clues = new Clues();
  clues.all.push(...given.clues.all, ...family.clues.all.filter(({ kind }) => kind === 'person'));
  return { start: given.start, end: family.end, words: [...given.words, ...family.words], clues };
}

function stretch(reading: Reading, start: number, end: number): Occurrence | undefined {
  const { tokens } = reading;
  const from = tokenFrom(reading, start);
  let to = from;
  while ((tokens[to]?.start ?? end) < end) to += 1;
  if (to === from) return undefined;
  return { ...occurrenceOf(reading, from, to), start, end };
}
