import type { FoundAttribute, FoundItem } from './found.ts';
import { countryOfName, countryOfPeople } from './words/nationality-words.ts';

/** How far behind a name its nationality stands at most, and how far before it; UTF-16 units. */
const behind = 140;
const before = 70;

/** Words that may be those of a people, and a country's name. */
const people = '(?<people>[\\p{L}.]+(?: \\p{L}+){0,2}?)';
/** The same where a pattern has it twice, as names of groups are given once. */
const gente = people.replace('people', 'gente');
const country =
  '(?<country>(?:the |el |la |los )?\\p{Lu}\\p{L}+(?: (?:(?:of|de|and|y|del|la) )*\\p{Lu}\\p{L}+){0,3})';
const citizen = '(?:nationals?|citizens?|passport holders?)';
const ciudadano = '(?:ciudadan[oa]|nacional|s[uú]bdit[oa])';

/** What may stand between a name and what is said of the person: an age, "is", "who was", an article. */
const lead =
  '^ ?[,;:(–—-]{0,2} ?(?:(?:aged |de )?\\d{1,3}(?:[- ]years?[- ]old| a[nñ]os(?: de edad)?)?,? )?(?:(?:who|quien|que) )?(?:(?:is|was|es|era|fue) )?(?:(?:also|also known as|tambi[eé]n) )?(?:an? |the |un |una |el |la )?(?:\\d{1,3}[- ]years?[- ]old )?';

/** What ends an apposition that is no more than a nationality: "Juan Pérez, venezolano de 34 años". */
const closed =
  '(?=[,;).]|$| (?:who|quien|que|aged|de \\d|of \\d|nacid|born|resid|con c[eé]dula|y (?:resid|nacid)))';

const after = [
  new RegExp(`${lead}${people} ${citizen}\\b`, 'iu'),
  new RegExp(
    `${lead}(?:man |woman |hombre |mujer )?(?:of ${people} nationality|de nacionalidad ${gente})\\b`,
    'iu',
  ),
  new RegExp(`${lead}${ciudadano} ${people}${closed}`, 'iu'),
  new RegExp(`${lead}${ciudadano} ${people}\\b`, 'iu'),
  new RegExp(`${lead}(?:citizen|national|[Cc]iudadan[oa]|nacional) (?:of|de|del) ${country}`, 'u'),
  new RegExp(`${lead}${people}${closed}`, 'iu'),
  new RegExp(
    `(?:\\b[Nn]ationality|\\b[Nn]acionalidad|\\bNATIONALITY|\\bNACIONALIDAD)[:,]? (?:is |es )?${people}\\b`,
    'u',
  ),
  new RegExp(
    `(?:\\b[Nn]ationality|\\b[Nn]acionalidad|\\bNATIONALITY|\\bNACIONALIDAD)[:,]? (?:is |es )?${country}`,
    'u',
  ),
];

const ahead = [
  new RegExp(`(?:^|[^\\p{L}])${people} ${citizen},? (?:named |called |identified as )?$`, 'iu'),
  new RegExp(
    `(?:^|[^\\p{L}])${ciudadano} ${people},? (?:llamad[oa] |identificad[oa] como |de nombre )?$`,
    'iu',
  ),
  new RegExp(
    `(?:^|[^\\p{L}])(?:[Ee]l|[Ll]a|[Uu]n|[Uu]na) (?<people>\\p{Ll}+),? (?:llamad[oa] |identificad[oa] como |de nombre )?$`,
    'u',
  ),
];

/**
 * Nationalities that a text plainly says of a person, beside the name: "a Colombian national", "de nacionalidad peruana",
 * "el venezolano ...". The value is the country, named in the language of the text.
 */
export function nationalitiesIn(
  text: string,
  items: readonly FoundItem[],
  language: string,
): FoundAttribute[] {
  const display = new Intl.DisplayNames([language.startsWith('es') ? 'es' : 'en'], {
    type: 'region',
  });
  const found: FoundAttribute[] = [];
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'person' || item.aliasOf !== undefined) continue;
    const said = saidAfter(text, items, at) ?? saidBefore(text, items, at);
    if (said === undefined) continue;
    found.push({
      start: Math.min(item.start, said.start),
      end: Math.max(item.end, said.end),
      item: at,
      property: 'nationality',
      value: display.of(said.code) ?? said.code,
      score: 0.8,
      reasons: [{ code: 'link-cue', params: { cue: said.cue } }],
    });
  }
  return found;
}

interface Said {
  readonly code: string;
  readonly cue: string;
  readonly start: number;
  readonly end: number;
}

function saidAfter(text: string, items: readonly FoundItem[], at: number): Said | undefined {
  const item = items[at];
  if (item === undefined) return undefined;
  let limit = Math.min(text.length, item.end + behind);
  for (let on = at + 1; on < items.length; on += 1) {
    const { kind, start } = items[on] ?? item;
    if (start >= limit) break;
    if (start >= item.end && (kind === 'person' || kind === 'organization')) limit = start;
  }
  const words = text.slice(item.end, limit);
  const sentence = /[\p{Ll}\d)"”»]\.\s+\p{Lu}|\n\s*\n|[!?]\s/u.exec(words);
  return said(
    after,
    sentence === null ? words : words.slice(0, sentence.index + 2),
    item.end,
    false,
  );
}

function saidBefore(text: string, items: readonly FoundItem[], at: number): Said | undefined {
  const item = items[at];
  if (item === undefined) return undefined;
  // Those that begin no further before than what is looked at; a longer one that reaches in is a sentence away.
  let from = Math.max(0, item.start - before);
  for (let back = at - 1; back >= 0; back -= 1) {
    const { start, end } = items[back] ?? item;
    if (end <= item.start) from = Math.max(from, end);
    if (start < from) break;
  }
  return said(ahead, text.slice(from, item.start), from, true);
}

function said(
  patterns: readonly RegExp[],
  words: string,
  from: number,
  isPartly: boolean,
): Said | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const { people: ofPeople, gente, country: named } = match.groups ?? {};
    const word = ofPeople ?? gente;
    const code = word === undefined ? countryNamed(named) : peopleNamed(word, isPartly);
    if (code === undefined) continue;
    const end = from + match.index + match[0].length;
    const cue = match[0].replace(/^[\s,;:()–—-]+/u, '').trim();
    return { code, cue, start: end - match[0].trimStart().length, end };
  }
  return undefined;
}

/** @param isPartly the last of the words are enough, since those before it are of no matter: "the young Colombian" */
function peopleNamed(words: string, isPartly: boolean): string | undefined {
  if (!isPartly) return countryOfPeople(words);
  const parts = words.split(' ');
  for (const [skipped] of parts.entries()) {
    const code = countryOfPeople(parts.slice(skipped).join(' '));
    if (code !== undefined) return code;
  }
  return undefined;
}

/** The longest beginning that is the name of a country. */
function countryNamed(words = ''): string | undefined {
  const parts = words.replace(/^(?:the|el|la|los) /u, '').split(' ');
  for (let taken = parts.length; taken > 0; taken -= 1) {
    const code = countryOfName(parts.slice(0, taken).join(' '));
    if (code !== undefined) return code;
  }
  return undefined;
}
