import { en, es, type ParsedResult } from 'chrono-node';
import type { FoundItem } from './found.ts';
import { apart } from './spans.ts';

const months = {
  en: 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec',
  es: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre',
  pt: 'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
};

/** The reader of Portuguese dates knows none without a day; its months are read as the Spanish ones. */
const spanishMonths: Readonly<Record<string, string>> = {
  janeiro: 'enero',
  fevereiro: 'febrero',
  março: 'marzo',
  maio: 'mayo',
  junho: 'junio',
  julho: 'julio',
  setembro: 'septiembre',
  outubro: 'octubre',
  novembro: 'noviembre',
  dezembro: 'diciembre',
};

const year = '(?:1[5-9]|20)\\d\\d(?![\\d-])';
const dayFirst = new RegExp(
  `(?<![\\p{L}\\d./-])(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -])?(?:${months.en})\\.?,?[ -]${year}`,
  'gu',
);
const monthFirst = new RegExp(
  `(?<![\\p{L}\\d])(?:${months.en})\\.? \\d{1,2}(?:st|nd|rd|th)?,? ${year}`,
  'gu',
);
const romance = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:\\d{1,2}[º°o]?|1ro|primero) de )?(?:${months.es}|${months.pt})(?:,| del?| do)? ${year}`,
  'giu',
);
const iso = /(?<![\d-])(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])/g;
const numeric = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:1[5-9]|20)\d\d)(?![\d/-])/g;

/** Any day: only what is certain in the text is taken from what the reader gives. */
const reference = new Date(2000, 0, 1);

/**
 * Dates of which at least year and month are certain, with their EDTF. chrono-node reads them; where they stand is
 * found first, because it would need seconds for a long text.
 *
 * @param language of the text: `03/04/2020` is certain in Spanish and Portuguese, and not in English
 */
export function datesIn(text: string, language: string): FoundItem[] {
  const found: FoundItem[] = [];
  const add = (start: number, written: string, value: string | undefined): void => {
    const end = start + written.length;
    if (value === undefined) return;
    found.push({
      start,
      end,
      text: written,
      kind: 'date',
      score: 0.95,
      reasons: [{ code: 'form', params: { sort: 'date' } }],
      fullName: written,
      value,
    });
  };
  for (const match of text.matchAll(iso)) add(match.index, match[0], match[0]);
  for (const pattern of [monthFirst, dayFirst]) {
    for (const match of text.matchAll(pattern))
      add(match.index, match[0], edtf(en.parse(match[0], reference)));
  }
  for (const match of text.matchAll(romance)) {
    const plain = match[0]
      .toLowerCase()
      .replace(/\p{L}+/gu, (word) => spanishMonths[word] ?? word)
      .replace(/^(?:1ro|primero|1[º°o]) /, '1 ')
      .replace(/(?:,| del?| do)? (\d{4})$/, ' de $1');
    add(match.index, match[0], edtf(es.parse(plain, reference)));
  }
  for (const match of text.matchAll(numeric)) {
    const [written, first = '', , second = ''] = match;
    const isSure = language === 'es' || language === 'pt' || Number(first) > 12;
    if (isSure) add(match.index, written, edtf(es.parse(written.replace(/[.-]/g, '/'), reference)));
    else if (Number(second) > 12)
      add(match.index, written, edtf(en.parse(written.replace(/[.-]/g, '/'), reference)));
  }
  return apart(text, found);
}

/** `1980-05-05`, or `1980-05` where no day is said; undefined where the year or the month is a guess. */
function edtf(results: readonly ParsedResult[]): string | undefined {
  const start = results.length === 1 ? results[0]?.start : undefined;
  if (start === undefined || !start.isCertain('year') || !start.isCertain('month'))
    return undefined;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null) return undefined;
  const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  return start.isCertain('day') && day !== null
    ? `${written}-${String(day).padStart(2, '0')}`
    : written;
}
