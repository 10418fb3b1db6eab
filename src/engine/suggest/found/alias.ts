import { occurrenceOf, type Occurrence } from './occurrence.ts';
import { connectorAt, isPlainGap } from './connectors.ts';
import type { Reading } from './reading.ts';

/** Words that say that another name follows; what may stand between the main name and them depends on the cue. */
const cues: readonly { readonly pattern: RegExp; readonly isLoose: boolean }[] = [
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:alias|a\.?k\.?a\.?|f\.?k\.?a\.?|nicknamed|(?:the |a |el |su |his |her )?(?:handle|screen name|nickname|call sign|codename|code name|sobrenombre|seud[oó]nimo|pseud[oô]nimo)(?: of| de)?|going by|who goes by|apodad[oa]s?|apodo|de mote|vulgo|apelidad[oa](?: de)?|\(a\)|[ \n]\(?conocid[oa]s? (?:tambi[eé]n )?(?:con el alias de|por el alias de|por el alias))(?:[ :,]|(?=["“«‘']))/giu,
    isLoose: true,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:(?:also |better |best )?known (?:\p{L}+ly )?(?:to \p{L}+ )?as|(?:tambi[eé]n |mejor |m[aá]s )?conocid[oa]s? (?:tambi[eé]n |popularmente )?como|conhecid[oa]s? (?:tamb[eé]m |popularmente )?(?:como|por)|el llamado|la llamada|using the (?:name|alias)|under the (?:name|alias)(?: of)?|bajo el (?:nombre|alias) de|(?:que |quien )?(?:le|lo|la) (?:dicen|dec[ií]an|apodan|apodaban|llaman|llamaban)|(?:a )?quien(?:es)? (?:apodan|apodaban|llaman|llamaban|dicen|conocen como)|al que (?:apodan|llaman|dicen)|a (?:quem|que) chamam(?: de)?|chamad[oa] de|nom de guerre|nombre de guerra)(?:[ :,]|(?=["“«‘']))/giu,
    isLoose: false,
  },
];

const opening = /^\s?(?:(?:el|la|los|las|o|a|the|as|por|como|de|strong|weak|low|good)\s)?["“«‘']/;
const closers: Readonly<Record<string, string>> = { '"': '"”', '“': '”"', '«': '»', '‘': '’', "'": "'" };

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
  const taken = new Set<Occurrence>();
  for (const { pattern, isLoose } of cues) {
    for (const match of reading.text.matchAll(pattern)) {
      const cueStart = match.index;
      const main = mainBefore(reading, occurrences, aliases, cueStart, isLoose);
      for (const stretch of namesAfter(reading, cueStart + match[0].length)) {
        if (aliases.some(({ start, end }) => start < stretch.end && stretch.start < end)) continue;
        const occurrence = stretchOccurrence(reading, stretch);
        const cue = match[0].trim().replace(/[:,]$/, '');
        const reason = { code: 'alias-cue', params: { cue } } as const;
        if (main !== undefined) occurrence.alias = { of: main, sort: 'alias', reason };
        occurrence.clues.add('person', main === undefined ? 1.6 : 1, 'alias-cue', { cue });
        aliases.push(occurrence);
        for (const other of occurrences) {
          if (other.start < occurrence.end && occurrence.start < other.end) taken.add(other);
        }
      }
    }
  }
  const kept = occurrences.filter((occurrence) => !taken.has(occurrence));
  return [...kept, ...aliases].toSorted((one, other) => one.start - other.start);
}

function stretchOccurrence(reading: Reading, { start, end }: Stretch): Occurrence {
  const from = reading.tokens.findIndex((token) => token.end > start);
  let to = from;
  while ((reading.tokens[to]?.start ?? end) < end) to += 1;
  return { ...occurrenceOf(reading, from, to), start, end };
}

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
  const before = [...occurrences, ...aliases].filter(({ end }) => end <= cueStart);
  const last = before.reduce<Occurrence | undefined>(
    (nearest, one) => (nearest === undefined || one.end > nearest.end ? one : nearest),
    undefined,
  );
  if (last === undefined) return undefined;
  const alias = aliases.find((one) => one === last || (one.start === last.start && one.end === last.end));
  const between = text.slice(last.end, cueStart);
  const isList = alias !== undefined;
  const near = closely.test(between);
  // ", a nineteen-year-old from the coast, alias X": words may stand between, but no sentence ends there.
  const loose = isLoose && !isList && between.length <= 60 && /^,/.test(between) && !/[.;!?\n]/.test(between);
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
    const more = /^[,.]?["”»’'](?:, | y | e | o | and | or | \/ |\/)(?=(?:(?:el|la|o|a) )?["“«‘'])/.exec(
      text.slice(stretch.end, stretch.end + 12),
    );
    if (more === null) return found;
    at = stretch.end + more[0].length;
  }
  if (found.length > 0) return found;
  const plain = unquoted(reading, cueEnd);
  return plain === undefined ? [] : [plain];
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

/** Words with capitals right after a cue, with an article before them and small words between them. */
function unquoted(reading: Reading, cueEnd: number): Stretch | undefined {
  const { tokens, text } = reading;
  const from = firstTokenFrom(reading, cueEnd);
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
  for (;;) {
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
    tokens[at]?.shape === 'capitals' && next?.gap === ', ' && next.shape === 'capital' && next.text.length > 1
  );
}

function nicknameConnector(
  { tokens }: Reading,
  at: number,
  isNameWord: (position: number) => boolean,
): number {
  const connector = connectorAt(tokens, at, isNameWord);
  if (connector !== undefined && connector.sort === 'of') return connector.length + 1;
  if (connector !== undefined && connector.sort === 'family') return connector.length + 1;
  return tokens[at]?.folded === 'the' && tokens[at]?.gap === ' ' && isNameWord(at + 1) ? 2 : 0;
}

function stretchOf({ tokens }: Reading, from: number, last: number): Stretch | undefined {
  const [first, end] = [tokens[from], tokens[last]];
  return first === undefined || end === undefined ? undefined : { start: first.start, end: end.end };
}

function firstTokenFrom({ tokens }: Reading, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
