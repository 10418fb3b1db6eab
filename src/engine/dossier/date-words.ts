import type { DossierLanguage } from '#contract/dossier.ts';
import { isEdtf } from '#shared/edtf.ts';

/**
 * A date as it stands alone, and as it follows a preposition: Spanish puts an article before a day ("desde el 3 de mayo
 * de 2010") and none before a year.
 */
interface Phrase {
  readonly alone: string;
  readonly after: string;
}

interface Tongue {
  day(day: number, month: string, year: string): Phrase;
  month(month: string, year: string): Phrase;
  readonly seasons: readonly Phrase[];
  season(season: Phrase, year: string): Phrase;
  time(day: Phrase, time: string): Phrase;
  decade(year: number): Phrase;
  monthNotKnown(year: string): Phrase;
  dayNotKnown(monthOrYear: string): Phrase;
  readonly notKnown: Phrase;
  beforeChrist(year: number): string;
  about(date: Phrase): Phrase;
  readonly uncertain: string;
  between(from: Phrase, to: Phrase): string;
  range(from: Phrase, to: Phrase): string;
  since(from: Phrase): string;
  until(to: Phrase): string;
  endNotKnown(from: Phrase): string;
  startNotKnown(to: Phrase): string;
  readonly anyTime: string;
  some(stretch: string): string;
}

const same = (words: string): Phrase => ({ alone: words, after: words });
const withArticle = (article: string, words: string): Phrase => ({
  alone: words,
  after: `${article} ${words}`,
});

const tongues: Record<DossierLanguage, Tongue> = {
  en: {
    day: (day, month, year) => same(`${day} ${month} ${year}`),
    month: (month, year) => same(`${month} ${year}`),
    seasons: ['spring', 'summer', 'autumn', 'winter'].map(same),
    season: (season, year) => same(`${season.alone} ${year}`),
    time: (day, time) => same(`${day.alone}, ${time}`),
    decade: (year) => same(`the ${year}s`),
    monthNotKnown: (year) => same(`${year}, month not known`),
    dayNotKnown: (monthOrYear) => same(`${monthOrYear}, day not known`),
    notKnown: { alone: 'date not known', after: 'a date not known' },
    beforeChrist: (year) => `${year} BC`,
    about: (date) => same(`about ${date.alone}`),
    uncertain: 'uncertain',
    between: (from, to) => `between ${from.after} and ${to.after}`,
    range: (from, to) => `${from.alone} to ${to.after}`,
    since: (from) => `since ${from.after}`,
    until: (to) => `until ${to.after}`,
    endNotKnown: (from) => `from ${from.after}, end not known`,
    startNotKnown: (to) => `until ${to.after}, start not known`,
    anyTime: 'at any time',
    some: (stretch) => `some time ${stretch}`,
  },
  es: {
    day: (day, month, year) => withArticle('el', `${day} de ${month} de ${year}`),
    month: (month, year) => same(`${month} de ${year}`),
    seasons: [
      withArticle('la', 'primavera'),
      withArticle('el', 'verano'),
      withArticle('el', 'otoño'),
      withArticle('el', 'invierno'),
    ],
    season: (season, year) => ({
      alone: `${season.alone} de ${year}`,
      after: `${season.after} de ${year}`,
    }),
    time: (day, time) => ({ alone: `${day.alone}, ${time}`, after: `${day.after}, ${time}` }),
    decade: (year) => withArticle('la', `década de ${year}`),
    monthNotKnown: (year) => same(`${year}, mes desconocido`),
    dayNotKnown: (monthOrYear) => same(`${monthOrYear}, día desconocido`),
    notKnown: { alone: 'fecha desconocida', after: 'una fecha desconocida' },
    beforeChrist: (year) => `${year} a. C.`,
    about: (date) => same(`alrededor de ${date.after}`.replace(/ de el /, ' del ')),
    uncertain: 'incierto',
    between: (from, to) => `entre ${from.after} y ${to.after}`,
    range: (from, to) => `desde ${from.after} hasta ${to.after}`,
    since: (from) => `desde ${from.after}`,
    until: (to) => `hasta ${to.after}`,
    endNotKnown: (from) => `desde ${from.after}, fin desconocido`,
    startNotKnown: (to) => `hasta ${to.after}, comienzo desconocido`,
    anyTime: 'en cualquier momento',
    some: (stretch) => `algún momento ${stretch}`,
  },
  pt: {
    day: (day, month, year) => same(`${day} de ${month} de ${year}`),
    month: (month, year) => same(`${month} de ${year}`),
    seasons: [
      withArticle('a', 'primavera'),
      withArticle('o', 'verão'),
      withArticle('o', 'outono'),
      withArticle('o', 'inverno'),
    ],
    season: (season, year) => ({
      alone: `${season.alone} de ${year}`,
      after: `${season.after} de ${year}`,
    }),
    time: (day, time) => ({ alone: `${day.alone}, ${time}`, after: `${day.after}, ${time}` }),
    decade: (year) => withArticle('a', `década de ${year}`),
    monthNotKnown: (year) => same(`${year}, mês desconhecido`),
    dayNotKnown: (monthOrYear) => same(`${monthOrYear}, dia desconhecido`),
    notKnown: { alone: 'data desconhecida', after: 'uma data desconhecida' },
    beforeChrist: (year) => `${year} a. C.`,
    about: (date) => same(`cerca de ${date.alone}`),
    uncertain: 'incerto',
    between: (from, to) => `entre ${from.after} e ${to.after}`,
    range: (from, to) => `desde ${from.after} até ${untilAfter(to)}`,
    since: (from) => `desde ${from.after}`,
    until: (to) => `até ${untilAfter(to)}`,
    endNotKnown: (from) => `desde ${from.after}, fim desconhecido`,
    startNotKnown: (to) => `até ${untilAfter(to)}, início desconhecido`,
    anyTime: 'em qualquer altura',
    some: (stretch) => `alguma altura ${stretch}`,
  },
};

/** "Até ao verão", "até à década de 1990", "até 1990". */
function untilAfter({ after }: Phrase): string {
  return after.replace(/^o /, 'ao ').replace(/^a /, 'à ');
}

/**
 * A date in words of the dossier's language, from EDTF level 1 (ISO 8601-2:2019), with what is uncertain or approximate
 * about it said: "20 September 2023", "about 2000", "2010 (uncertain)", "between 2010 and 2013". What is not such a date
 * comes back as it was written.
 */
export function dateInWords(written: string, language: DossierLanguage): string {
  const text = written.trim();
  return isEdtf(text) ? phraseOf(text, language).alone : text;
}

/**
 * In words, when something held: "since 2015", "until May 2010 (uncertain)", "2010 to 2012"; one date when it began and
 * ended within it; null when neither end is known. Dates are EDTF level 1, empty for none.
 */
export function validityInWords(
  since: string,
  until: string,
  language: DossierLanguage,
): string | null {
  const tongue = tongues[language];
  const from = since.trim();
  const to = until.trim();
  if (from === '' && to === '') return null;
  if (from === to) return dateInWords(from, language);
  if (to === '') return tongue.since(phraseOf(from, language));
  if (from === '') return tongue.until(phraseOf(to, language));
  return tongue.range(phraseOf(from, language), phraseOf(to, language));
}

function phraseOf(text: string, language: DossierLanguage): Phrase {
  if (!isEdtf(text)) return same(text);
  const slash = text.indexOf('/');
  if (slash < 0) return dateOf(text, language);
  const tongue = tongues[language];
  const stretch = intervalOf(text.slice(0, slash), text.slice(slash + 1), language);
  return stretch === null ? tongue.notKnown : { alone: stretch, after: tongue.some(stretch) };
}

/** An interval as a stretch of time: `..` is an open end, nothing one that is not known. Null when neither end is. */
function intervalOf(start: string, end: string, language: DossierLanguage): string | null {
  const tongue = tongues[language];
  const known = (side: string) => side !== '' && side !== '..';
  if (known(start) && known(end)) {
    return tongue.between(dateOf(start, language), dateOf(end, language));
  }
  if (known(start)) {
    const from = dateOf(start, language);
    return end === '' ? tongue.endNotKnown(from) : tongue.since(from);
  }
  if (known(end)) {
    const to = dateOf(end, language);
    return start === '' ? tongue.startNotKnown(to) : tongue.until(to);
  }
  return start === '..' && end === '..' ? tongue.anyTime : null;
}

const shape =
  /^(?<year>-?[\dX]{4}|Y-?\d{5,})(?:-(?<month>\d\d|XX)(?:-(?<day>\d\d|XX)(?:T(?<time>\d\d:\d\d)\S*?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?)?)?(?<doubt>[?~%])?$/;

function dateOf(text: string, language: DossierLanguage): Phrase {
  const parts = shape.exec(text)?.groups;
  if (parts === undefined) return same(text);
  const tongue = tongues[language];
  const plain = undoubtedOf(parts, language);
  const doubt = parts['doubt'];
  const dated = doubt === '~' || doubt === '%' ? tongue.about(plain) : plain;
  if (doubt !== '?' && doubt !== '%') return dated;
  return {
    alone: `${dated.alone} (${tongue.uncertain})`,
    after: `${dated.after} (${tongue.uncertain})`,
  };
}

function undoubtedOf(
  parts: Readonly<Record<string, string | undefined>>,
  language: DossierLanguage,
): Phrase {
  const tongue = tongues[language];
  const { year = '', month, day, time, zone } = parts;
  if (year.includes('X')) return yearsOf(year, language);
  const inWords = yearOf(year, language);
  if (month === undefined) return same(inWords);
  if (month === 'XX') {
    return day === undefined ? tongue.monthNotKnown(inWords) : tongue.dayNotKnown(inWords);
  }
  const season = tongue.seasons[Number(month) - 21];
  if (season !== undefined) return tongue.season(season, inWords);
  const named = monthName(Number(month), language);
  if (day === undefined) return tongue.month(named, inWords);
  if (day === 'XX') return tongue.dayNotKnown(tongue.month(named, inWords).alone);
  const whole = tongue.day(Number(day), named, inWords);
  if (time === undefined) return whole;
  const offset = zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`;
  return tongue.time(whole, `${time}${offset}`);
}

/** `201X`, `20XX`: years of which the last digits are not known. */
function yearsOf(year: string, language: DossierLanguage): Phrase {
  const tongue = tongues[language];
  if (/^-?X/.test(year)) return tongue.notKnown;
  if (/^\d{3}X$/.test(year)) return tongue.decade(Number(year.replace('X', '0')));
  const ends = [year.replaceAll('X', '0'), year.replaceAll('X', '9')];
  const [from = '', to = ''] = year.startsWith('-') ? ends.toReversed() : ends;
  const stretch = tongue.between(same(yearOf(from, language)), same(yearOf(to, language)));
  return { alone: stretch, after: tongue.some(stretch) };
}

/** ISO 8601 counts a year 0, which is 1 BC. */
function yearOf(year: string, language: DossierLanguage): string {
  const number = Number(year.replace('Y', ''));
  return number > 0 ? String(number) : tongues[language].beforeChrist(1 - number);
}

const monthNames = new Map<DossierLanguage, readonly string[]>();

function monthName(month: number, language: DossierLanguage): string {
  let names = monthNames.get(language);
  if (names === undefined) {
    const months = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    names = Array.from({ length: 12 }, (_, index) => months.format(Date.UTC(2000, index, 1)));
    monthNames.set(language, names);
  }
  return names[month - 1] ?? '';
}

/** Whole dates and months are the template's to word; what EDTF adds to them is worded here. */
export function dateInPrint(written: string, language: DossierLanguage): string {
  return /^\d{4}-(0\d|1[0-2])(-\d\d(T\S*)?)?$/.test(written)
    ? written
    : dateInWords(written, language);
}
