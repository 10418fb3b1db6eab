import { connectorAt, isPlainGap } from './connectors.ts';
import type { Span } from './found.ts';
import { tokenFrom, type Reading } from './reading.ts';

const opening = /^\s?(?:(?:el|la|los|las|o|a|the|as|por|como|de|strong|weak|low|good)\s)?["“«‘']/;
const closers: Readonly<Record<string, string>> = {
  '"': '"”',
  '“': '”"',
  '«': '»',
  '‘': '’',
  "'": "'",
};

/** The names after a cue: quoted ones, with others after commas and "and", or else words with capitals. */
export function namesAfter(reading: Reading, cueEnd: number): Span[] {
  const { text } = reading;
  const found: Span[] = [];
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
function quoted(text: string, start: number, closing: string): Span | undefined {
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
function unquoted(reading: Reading, cueEnd: number): Span | undefined {
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

function stretchOf({ tokens }: Reading, from: number, last: number): Span | undefined {
  const [first, end] = [tokens[from], tokens[last]];
  return first === undefined || end === undefined
    ? undefined
    : { start: first.start, end: end.end };
}
