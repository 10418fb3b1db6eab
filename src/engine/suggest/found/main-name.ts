import { weigh } from './evidence.ts';
import type { Occurrence } from './occurrence.ts';
import type { Reading } from './reading.ts';

/** "Conocida como La Reina, Ana Ruiz ..."; "alias Pablo, cuyo nombre real es Ana Ruiz": the main name comes after. */
export function mainAfter(
  { text }: Reading,
  occurrences: readonly Occurrence[],
  aliasEnd: number,
): Occurrence | undefined {
  const between =
    /^["”»]?, (?:(?:cuyo|cuya|whose|cujo) (?:nombre|real name|true name|verdadero nombre|nome)(?: real| verdadero| completo)? (?:es|era|ser[ií]a|is|was|[eé]) )?/.exec(
      text.slice(aliasEnd, aliasEnd + 60),
    );
  if (between === null) return undefined;
  const start = aliasEnd + between[0].length;
  const before = lastBefore(occurrences, start);
  const next = occurrences[before === undefined ? 0 : occurrences.indexOf(before) + 1];
  return next?.start === start && next.words.length > 1 ? next : undefined;
}

/** What is said of whom a sentence is about, without the name. */
const pronominal =
  /(?:(?:calls|called|calling) (?:himself|herself)|(?:he|she|everybody|everyone|they|people) (?:was|is|were|called|call|calls)(?: him| her)?|using the (?:name|alias)|under the (?:name|alias)(?: of)?|se hac[ií]a llamar|se hace llamar|bajo el (?:nombre|alias) de|con el (?:nombre|alias) de|(?:le|lo|la) (?:dec[ií]an|llamaban|apodaban)|era conocid[oa] (?:\p{Ll}+ ){0,2}como)$/iu;

/**
 * "He ran a chapel in Gweru. Everybody called him Papa": whoever is the only person that the last two sentences
 * name. Undefined when nobody or several are, or when the words are not of that sort.
 */
export function onlyPerson(
  { text }: Reading,
  occurrences: readonly Occurrence[],
  cueStart: number,
): Occurrence | undefined {
  const cueEnd = /^[\p{L}. ]+?(?=[ :,]*["“«]|[ :,]+\p{Lu}|$)/u.exec(
    text.slice(cueStart, cueStart + 40),
  );
  const words = text
    .slice(Math.max(0, cueStart - 30), cueStart + (cueEnd?.[0].length ?? 0))
    .trimEnd();
  if (!pronominal.test(words)) return undefined;
  const sentences = text
    .slice(Math.max(0, cueStart - 400), cueStart)
    .split(/(?<=[.!?]["”»]?)\s+(?=\p{Lu})|\n/u);
  const start = cueStart - sentences.slice(-2).join(' ').length;
  let only: Occurrence | undefined;
  for (let last = lastBefore(occurrences, cueStart); last !== undefined && last.start >= start;) {
    if (weigh(last.clues.all, [])?.kind === 'person') {
      if (only !== undefined && !isSameName(only, last)) return undefined;
      if (only === undefined || last.words.length >= only.words.length) only = last;
    }
    last = lastBefore(occurrences, last.start);
  }
  return only;
}

function isSameName(one: Occurrence, other: Occurrence): boolean {
  const [short, long] = one.words.length < other.words.length ? [one, other] : [other, one];
  return short.words.every((word) => long.words.includes(word));
}

/** Words between a name and a cue that reach further than this, in UTF-16 units, are about something else. */
const longestLoose = 60;

/** What may stand between a name and a cue that follows it closely. */
const closely =
  /^[\s,;:()[\]"”»—–-]*(?:(?:who|that|which|que|quien|is|was|are|es|era|fue|foi|[eé]|also|tambi[eé]n|tamb[eé]m|y|and|e|better|mejor|best|m[aá]s|later|luego|a quien|al que|a la que|quem|a\.?k\.?a\.?|alias|called|llamado|or|o|un|una|a|el|la|the|widely|popularly|locally)[\s,(]*)*$/iu;

/** The name before a cue, when no more stands between them than the cue allows. */
export function mainBefore(
  { text }: Reading,
  occurrences: readonly Occurrence[],
  aliases: readonly Occurrence[],
  cueStart: number,
  isLoose: boolean,
): Occurrence | undefined {
  const name = lastBefore(occurrences, cueStart);
  const other = lastBefore(aliases, cueStart);
  const alias = other !== undefined && other.end >= (name?.end ?? 0) ? other : undefined;
  const last = alias ?? name;
  if (last === undefined) return undefined;
  const between = text.slice(last.end, cueStart);
  const isList = alias !== undefined;
  const near = between.length <= longestLoose && closely.test(between);
  // ", a nineteen-year-old from the coast, alias X": words may stand between, but no sentence ends there.
  const loose =
    isLoose &&
    !isList &&
    between.length <= longestLoose &&
    between.startsWith(',') &&
    !/[.;!?\n]/.test(between);
  if (!near && !loose) return undefined;
  return isList ? alias.alias?.of : last;
}

/** The last of some occurrences in order that ends at an offset or before it. */
function lastBefore(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return occurrences[low - 1];
}
