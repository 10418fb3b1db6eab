import { commonEndings, commonWords } from './words/common-words.ts';
import { firstNames, firstNamesElsewhere, familyNames } from './words/first-names.ts';
import { tokens, type Token } from './token.ts';
import { anyTitle } from '#shared/names/titles.ts';

/** A text as the finder reads it. */
export interface Reading {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly tokens: readonly Token[];
  /** Of each token, whether a sentence, a quotation or an entry of a list begins with it: its capital proves nothing. */
  readonly opens: readonly boolean[];
  /** Of each token, whether it stands in a heading, where every word has a capital. */
  readonly inHeading: readonly ('no' | 'capitals' | 'title')[];
  /** The words, folded, that the text also writes small. */
  readonly small: ReadonlySet<string>;
  /** The words, folded, that the text writes with a capital where no sentence begins. */
  readonly capital: ReadonlySet<string>;
  /** "la Doña", folded, of articles that have a capital before a capital where no sentence begins. */
  readonly articled: ReadonlySet<string>;
}

/** The position of the first token that begins at an offset or after it. */
export function tokenFrom({ tokens }: Reading, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isArticle = /^(?:el|la|los|las|the|o|a)$/;

export function read(text: string, language: string): Reading {
  const words = tokens(text);
  const inHeading = headings(text, words);
  const opens = words.map((token, at) => opensSentence(words, token, at));
  const small = new Set<string>();
  const capital = new Set<string>();
  const articled = new Set<string>();
  for (const [at, token] of words.entries()) {
    if (token.shape === 'lower') small.add(token.folded);
    else if (token.shape !== 'number' && opens[at] !== true && inHeading[at] === 'no') {
      capital.add(token.folded);
    }
    const next = words[at + 1];
    if (token.shape !== 'capital' || next?.shape !== 'capital') continue;
    if (!isArticle.test(token.folded)) continue;
    if (opens[at] !== true || /["“«]$/.test(token.gap)) {
      articled.add(`${token.folded} ${next.folded}`);
    }
  }
  return { text, language, tokens: words, opens, inHeading, small, capital, articled };
}

/** Whether a word that begins a sentence is more likely an everyday word than a name. */
export function isOrdinary(reading: Reading, token: Token): boolean {
  const { folded } = token;
  if (commonWords.has(folded)) return true;
  if (isGivenOrFamily(folded)) return false;
  if (reading.capital.has(folded)) return false;
  return reading.small.has(folded) || commonEndings.test(folded) || /\p{Ll}{2}ó$/u.test(token.text);
}

export function isGivenOrFamily(folded: string): boolean {
  return firstNames.has(folded) || firstNamesElsewhere.has(folded) || familyNames.has(folded);
}

/** Whether the point after a word belongs to it, so that no sentence ends there. */
export function isAbbreviation(token: Token): boolean {
  const { folded, text } = token;
  if (text.length === 1 && token.shape === 'capital') return true;
  return (
    folded.length <= 6 &&
    (abbreviations.has(folded) || (anyTitle.has(folded) && folded.length <= 4))
  );
}

const abbreviations = new Set(
  (
    'mr mrs ms dr dra sr sra srta st sta sto gen gral col cnel lt sgt capt cmdr adm gov sen rep prof rev hon no num ' +
    'art av avda vs jr ing lic arq abg mons pbro tte cap cte cmte jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'vol fig al tel ext approx esq msgr fr ft mt dept u.s u.k ee uu ph i.e e.g a.k.a k.a c.i'
  ).split(' '),
);

function opensSentence(words: readonly Token[], token: Token, at: number): boolean {
  const before = words[at - 1];
  if (before === undefined) return true;
  const { gap } = token;
  if (gap === ' ') return false;
  // "3) Un sujeto": a numbered entry.
  if (/^[).] /.test(gap) && before.shape === 'number' && /\n\s*$|^$/.test(before.gap)) return true;
  if (/[\n\t]/.test(gap) && (/\n\s*\n|\t/.test(gap) || !continuesLine(words, at))) return true;
  if (/[!?…]|\.\.\./.test(gap)) return true;
  if (gap.startsWith('.')) return !isAbbreviation(before);
  if (/\.\s/.test(gap)) return true;
  return /[¿¡:]\s*["“«‘']?$|["“«‘]$|[•●▪]/u.test(gap);
}

/** A line that was broken because it was full goes on in the next one; a short one, or an entry of a list, does not. */
function continuesLine(words: readonly Token[], at: number): boolean {
  const token = words[at];
  if (token === undefined || !/^[,]?[ ]?\n$/.test(token.gap)) return false;
  let length = 0;
  for (let back = at - 1; back >= 0; back -= 1) {
    const word = words[back];
    if (word === undefined) break;
    length = token.start - word.start;
    if (word.gap.includes('\n')) break;
  }
  return length > 60;
}

const bylines = new Set([
  'by',
  'por',
  'text',
  'texto',
  'redaccion',
  'from',
  'de',
  'fuente',
  'source',
]);

function headings(text: string, words: readonly Token[]): Reading['inHeading'] {
  const marks: Reading['inHeading'][number][] = [];
  let first = 0;
  while (first < words.length) {
    let after = first + 1;
    while (after < words.length && !(words[after]?.gap.includes('\n') ?? false)) after += 1;
    const kind = headingKind(text, words.slice(first, after));
    for (let at = first; at < after; at += 1) marks.push(kind);
    first = after;
  }
  return marks;
}

/** Longer lines are prose, whatever their capitals. */
const longestHeading = 20;

function headingKind(text: string, line: readonly Token[]): Reading['inHeading'][number] {
  const last = line.at(-1);
  if (last === undefined || line.length > longestHeading) return 'no';
  const long = line.filter(({ shape, text: word }) => shape !== 'number' && word.length > 3);
  const capitals = long.filter(({ shape }) => shape === 'capitals').length;
  const words = line.filter(({ shape }) => shape !== 'number');
  if (words.length >= 2 && long.length >= 2 && capitals >= long.length * 0.8) {
    const commaName = line.some(({ gap }, at) => at > 0 && gap.includes(','));
    if (!commaName || words.length > 5) return 'capitals';
  }
  if (line.length < 2 || bylines.has(line[0]?.folded ?? '')) return 'no';
  if (/^[ \t]*[.,;:]/.test(text.slice(last.end, last.end + 2))) return 'no';
  if (line.slice(1).some(({ gap }) => /[.;:]\s|, /.test(gap))) return 'no';
  const capital = long.filter(({ shape }) => shape !== 'lower').length;
  return long.length >= 2 && capital >= long.length * 0.8 ? 'title' : 'no';
}
