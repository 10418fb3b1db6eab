import { foldName } from '#shared/names/fold.ts';

/** The script a word is written in, as far as comparing cares. */
export type Script = 'latin' | 'arabic' | 'han' | 'other';

/** A word of a name. */
export interface Word {
  /** Folded: lower-case Latin letters and digits. */
  readonly text: string;
  /** As written; of Chinese, in simplified characters. */
  readonly raw: string;
  readonly script: Script;
  /** It ended with a full stop, as an abbreviation does. */
  readonly stopped: boolean;
  /** Only capitals, where the name has others. */
  readonly capitals: boolean;
}

/** Longest part of a name that is looked at, in UTF-16 units, and most words of it. */
const longest = 400;
const mostWords = 24;

/**
 * What is no part of a name: pictures, marks of direction, control characters. They become spaces, but for what only
 * joins or directs letters, which goes.
 */
export function tidy(name: string): string {
  return name
    .slice(0, longest)
    .replaceAll(/\bM\.?ª/gu, 'María')
    .normalize('NFKC')
    .replaceAll(/[\p{Extended_Pictographic}\p{Cc}\p{Cs}\p{Co}]/gu, (sign) =>
      /\d|[#*]/.test(sign) ? sign : ' ',
    )
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

const otherNames =
  /\s+(?:alias|a\.?k\.?a\.?|n[ée]e?|also known as|better known as|known as|(?:m[aá]s |mejor |tamb?i[eé]n )?conocid[oa] como|(?:tamb[eé]m |mais )?conhecid[oa] (?:como|por)|apodad[oa](?: como)?|dit|f\/?k\/?a|formerly|antes)\s+/iu;
const bracketed = /\(([^()]{1,120})\)|\[([^[\]]{1,120})\]/gu;
const quoted = /["“”„«»‟]([^"“”„«»‟]{1,60})["“”„«»‟]|(?<=^|\s)['‘]([^'’]{2,60})['’](?=\s|$)/gu;

/** One name as written, taken apart into the names it holds. */
export interface Writing {
  /** The name without what stands in brackets or quotation marks. */
  readonly main: string;
  /** What it gives beside: after "alias", in brackets, in quotation marks. */
  readonly others: readonly string[];
}

/** Takes apart what is written as one name but is several: "Ana Paz (Nena)", "Ana Paz alias Nena". */
export function takeApart(tidied: string): Writing {
  const others: string[] = [];
  const keep = (...found: (string | undefined)[]): string => {
    const text = found.find((part) => part !== undefined)?.trim() ?? '';
    if (/\p{L}/u.test(text)) others.push(text);
    return ' ';
  };
  let main = tidied
    .replaceAll(bracketed, (_whole, round?: string, square?: string) => keep(round, square))
    .replaceAll(quoted, (_whole, double?: string, single?: string) => keep(double, single));
  const [before = '', ...after] = main.split(otherNames);
  if (before.trim() !== '') {
    main = before;
    for (const part of after) keep(part);
  }
  main = main.replaceAll(/\s+/gu, ' ').trim();
  if (main === '') return { main: others[0] ?? tidied, others: others.slice(1) };
  return { main, others };
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼʻʿʾ`´][\p{L}\p{M}\p{N}]+)*['’ʼ]?\.?/gu;
const dottedLetters =
  /(?<![\p{L}\p{N}])(?:(?:\p{L}\.\s?)+\p{L}\.|(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])|\p{L}\/\p{L}(?![\p{L}\p{N}]))/gu;
const han = /\p{Script=Han}/u;
const arabic = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;

/**
 * The words of a name, folded. @param lettersTogether whether "S.A." is one word, as in the name of an organization, or
 * two initials
 */
export function wordsOf(name: string, lettersTogether: boolean): Word[] {
  const text = lettersTogether
    ? name.replaceAll(dottedLetters, (letters) => `${letters.replaceAll(/[./\s]/gu, '')} `)
    : name;
  const hasSmall = /\p{Ll}/u.test(text);
  const words: Word[] = [];
  for (const [found] of text.matchAll(word)) {
    if (words.length >= mostWords) break;
    const stopped = found.endsWith('.');
    const raw = stopped ? found.slice(0, -1) : found;
    const script = scriptOf(raw);
    if (script === 'han') {
      words.push({
        text: foldName(raw).replaceAll(' ', ''),
        raw: raw,
        script,
        stopped,
        capitals: false,
      });
      continue;
    }
    const capitals = hasSmall && raw.length > 1 && raw === raw.toUpperCase() && /\p{Lu}/u.test(raw);
    // The Arabic article becomes a word of its own.
    for (const part of foldName(raw).split(' ')) {
      if (part !== '') words.push({ text: part.slice(0, 60), raw, script, stopped, capitals });
    }
  }
  return words;
}

function scriptOf(raw: string): Script {
  if (/^[\u0000-\u024f]*$/u.test(raw)) return 'latin';
  if (hangul.test(raw) || japanese.test(raw)) return 'han';
  if (han.test(raw)) return 'han';
  return arabic.test(raw) ? 'arabic' : 'other';
}
