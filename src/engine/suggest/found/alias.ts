import { weigh } from './evidence.ts';
import { occurrenceOf, type Occurrence } from './occurrence.ts';
import { connectorAt, isPlainGap } from './connectors.ts';
import { tokenFrom, type Reading } from './reading.ts';
import { outermost, overlapsAny } from './spans.ts';

/** Words that say that another name follows; what may stand between the main name and them depends on the cue. */
const cues: readonly { readonly pattern: RegExp; readonly isLoose: boolean }[] = [
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:alias(?:es)?(?: (?:include[sd]?|incluyen?|are|son|usados son))?|a\.?k\.?a\.?|f\.?k\.?a\.?|nicknamed|(?:the |a |el |su |his |her )?(?:handle|screen name|nickname|call sign|codename|code name|sobrenombre|seud[oó]nimo|pseud[oô]nimo)(?: of| de)?|going by|who goes by|apodad[oa]s?|apodo|de mote|vulgo|apelidad[oa](?: de)?|\(a\)|[ \n]\(?conocid[oa]s? (?:tambi[eé]n )?(?:con el alias de|por el alias de|por el alias))(?:[ :,]|(?=["“«‘']))/giu,
    isLoose: true,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:(?:also |better |best )?known (?:\p{Ll}+ ){0,4}as|(?:tambi[eé]n |mejor |m[aá]s )?conocid[oa]s? (?:\p{Ll}+ ){0,4}como|tambi[eé]n (?:llamad|conocid|identificad)[oa]s?(?: como)?|also (?:called|identified as)|tamb[eé]m chamad[oa](?: de)?|conhecid[oa]s? (?:tamb[eé]m |popularmente )?(?:como|por)|el llamado|la llamada|using the (?:name|alias)|(?:calls|called|calling) (?:himself|herself)|se (?:hac[ií]a|hace) llamar|(?:everybody|everyone|people|they) call(?:s|ed)? (?:him|her)|con el (?:nombre|alias) de|under the (?:name|alias)(?: of)?|bajo el (?:nombre|alias) de|(?:que |quien )?(?:le|lo|la) (?:dicen|dec[ií]an|apodan|apodaban|llaman|llamaban)|(?:a )?quien(?:es)? (?:apodan|apodaban|llaman|llamaban|dicen|conocen como)|al que (?:apodan|llaman|dicen)|a (?:quem|que) chamam(?: de)?|chamad[oa] de|nom de guerre|nombre de guerra)(?:[ :,]|(?=["“«‘']))/giu,
    isLoose: false,
  },
];

const opening = /^\s?(?:(?:el|la|los|las|o|a|the|as|por|como|de|strong|weak|low|good)\s)?["“«‘']/;
const closers: Readonly<Record<string, string>> = {
  '"': '"”',
  '“': '”"',
  '«': '»',
  '‘': '’',
  "'": "'",
};

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds other names by their cues ("X, alias Y", "X conocido como «Y»") and ties each to the name before it. Gives all
 * occurrences with those the cues found among them; what overlaps them is left out.
 */
export function withAliases(reading: Reading, occurrences: readonly Occurrence[]): Occurrence[] {
  const aliases: Occurrence[] = [];
  const outer = outermost(occurrences);
  const matches = cues
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
      occurrence.clues.add('person', main === undefined ? 1.6 : 1, 'alias-cue', { cue });
      aliases.push(occurrence);
    }
  }
  const kept = occurrences.filter((occurrence) => !overlapsAny(aliases, occurrence));
  return [...kept, ...aliases].toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  );
}

function stretchOccurrence(reading: Reading, { start, end }: Stretch): Occurrence {
  const from = tokenFrom(reading, start);
  let to = from;
  while ((reading.tokens[to]?.start ?? end) < end) to += 1;
  return { ...occurrenceOf(reading, from, to), start, end };
}

/** "Conocida como La Reina, Ana Ruiz ..."; "alias Pablo, cuyo nombre real es Ana Ruiz": the main name comes after. */
function mainAfter(
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
 * "He was born in Milan. Using the name Luca, he rented a flat": whoever is the only person that the last two sentences
 * name. Undefined when nobody or several are, or when the words are not of that sort.
 */
function onlyPerson(
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

function mainBefore(
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

/** The names after a cue: quoted ones, with others after commas and "and", or else words with capitals. */
function namesAfter(reading: Reading, cueEnd: number): Stretch[] {
  const { text } = reading;
  const found: Stretch[] = [];
  let at = cueEnd;
  for (;;) {
    const open = opening.exec(text.slice(at, at + 12));
    if (open === null) break;
    const quote = open[0].at(-1) ?? '';
    const start = at + open[0].length;
    const stretch = quoted(text, start, closers[quote] ?? '"');
    if (stretch === undefined) break;
    found.push(stretch);
    const more =
      /^[,.]?["”»’'](?:, | y | e | o | and | or | \/ |\/)(?=(?:(?:el|la|o|a) )?["“«‘'])/.exec(
        text.slice(stretch.end, stretch.end + 12),
      );
    if (more === null) return found;
    at = stretch.end + more[0].length;
  }
  if (found.length > 0) return found;
  const plain = unquoted(reading, cueEnd);
  if (plain === undefined) return [];
  // "alias El Güero and Crispín, 41": one more name that nothing follows up to the next comma.
  const and = /^ (?:and|or|y|e|o|u|ou) /.exec(text.slice(plain.end, plain.end + 5));
  const more = and === null ? undefined : unquoted(reading, plain.end + and[0].length);
  const isClosed = more !== undefined && /^[,;)]/.test(text.slice(more.end));
  return isClosed && text.slice(more.start, more.end).split(' ').length <= 2
    ? [plain, more]
    : [plain];
}

/** A quotation of at most 40 characters and 5 words that can be a name. */
function quoted(text: string, start: number, closing: string): Stretch | undefined {
  const rest = text.slice(start, start + 42);
  const length = [...rest].findIndex((character, at) => closing.includes(character) && at > 0);
  if (length < 1) return undefined;
  const inner = rest.slice(0, rest.indexOf([...rest][length] ?? ''));
  const trimmed = inner.replace(/[,.;\s]+$/, '');
  const lead = trimmed.length - trimmed.trimStart().length;
  if (!/^\s*[\p{Lu}\p{N}]|^\s*(?:el|la|los|las|o|a) \p{Lu}/u.test(trimmed)) return undefined;
  if (trimmed.split(/\s+/).length > 5 || /[.!?:]\s/.test(trimmed)) return undefined;
  return { start: start + lead, end: start + trimmed.length };
}

/** In words. */
const longestNickname = 8;

/** Words with capitals right after a cue, with an article before them and small words between them. */
function unquoted(reading: Reading, cueEnd: number): Stretch | undefined {
  const { tokens, text } = reading;
  const from = tokenFrom(reading, cueEnd);
  const first = tokens[from];
  if (first === undefined || !/^[\s,:(]*$/.test(text.slice(cueEnd, first.start))) return undefined;
  let at = from;
  if (/^(?:el|la|los|las|o)$/.test(first.folded) && first.shape === 'lower') at += 1;
  const isArticle = first.folded === 'the' && first.shape === 'lower';
  if (isArticle) at += 1;
  const isNameWord = (position: number): boolean => {
    const token = tokens[position];
    return token !== undefined && (token.shape === 'capital' || token.shape === 'capitals');
  };
  if (!isNameWord(at)) return undefined;
  if (reading.inHeading[at] !== 'no') return stretchOf(reading, isArticle ? at : from, at);
  let last = at;
  while (last - at < longestNickname) {
    const next = tokens[last + 1];
    if (next === undefined || tokens[last]?.possessive === true) break;
    if (isNameWord(last + 1) && isPlainGap(next.gap) && reading.opens[last + 1] !== true) last += 1;
    else if (isInvertedName(reading, last)) last += 1;
    else {
      const length = nicknameConnector(reading, last + 1, isNameWord);
      if (length === 0) break;
      last += length;
    }
  }
  return stretchOf(reading, isArticle ? at : from, last);
}

/** "AL-RASHEEDI, Khaled", as lists of sanctions write names. */
function isInvertedName({ tokens }: Reading, at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.shape === 'capitals' &&
    next?.gap === ', ' &&
    next.shape === 'capital' &&
    next.text.length > 1
  );
}

function nicknameConnector(
  { tokens }: Reading,
  at: number,
  isNameWord: (position: number) => boolean,
): number {
  const connector = connectorAt(tokens, at, isNameWord);
  const isOf =
    connector?.sort === 'of' || connector?.phrase === 'of' || connector?.phrase === 'of the';
  if (connector !== undefined && isOf) return connector.length + 1;
  if (connector !== undefined && connector.sort === 'family') return connector.length + 1;
  return tokens[at]?.folded === 'the' && tokens[at]?.gap === ' ' && isNameWord(at + 1) ? 2 : 0;
}

function stretchOf({ tokens }: Reading, from: number, last: number): Stretch | undefined {
  const [first, end] = [tokens[from], tokens[last]];
  return first === undefined || end === undefined
    ? undefined
    : { start: first.start, end: end.end };
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
