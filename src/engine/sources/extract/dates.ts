const MONTHS = [
  ['january', 'jan', 'enero', 'ene', 'janeiro'],
  ['february', 'feb', 'febrero', 'fevereiro', 'fev'],
  ['march', 'mar', 'marzo', 'março'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo', 'maio'],
  ['june', 'jun', 'junio', 'junho'],
  ['july', 'jul', 'julio', 'julho'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'septiembre', 'setiembre', 'setembro', 'set'],
  ['october', 'oct', 'octubre', 'outubro', 'out'],
  ['november', 'nov', 'noviembre', 'novembro'],
  ['december', 'dec', 'diciembre', 'dic', 'dezembro', 'dez'],
];

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/;
/** Year first, as Highwire's `citation_date` has it; which of the other two is the month is then no question. */
const SLASHED = /^(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?(?![\d/])/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const DAY_FIRST =
  /(?<!\d)(\d{1,2})\.?\s+(?:de\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)/u;
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;

/**
 * A date as documents write it, as an EDTF date, or null. ISO 8601 (its time is left out), `20230920`, and dates with the
 * month in words in English, Spanish or Portuguese. Dates in numbers alone such as 03/04/2023 are not guessed at.
 */
export function readDate(written: string): string | null {
  const text = written.trim().slice(0, 200);
  const iso = SLASHED.exec(text) ?? ISO.exec(text) ?? COMPACT.exec(text);
  if (iso !== null) {
    return edtf(iso[1], iso[2], iso[3]);
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    return edtf(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  }
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst === null
    ? null
    : edtf(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
}

/** The date of a PDF date string, `D:20230920143000-04'00'` (ISO 32000-1, 7.9.4), as an EDTF date. */
export function readPdfDate(written: string): string | null {
  const parts = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/.exec(written.trim());
  return parts === null ? null : edtf(parts[1], parts[2], parts[3]);
}

function monthNumber(word = ''): string {
  const index = MONTHS.findIndex((names) => names.includes(word.toLowerCase()));
  return String(index + 1);
}

function edtf(year = '', month?: string, day?: string): string | null {
  if (month === undefined) {
    return year;
  }
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12) {
    return null;
  }
  const yearMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) {
    return yearMonth;
  }
  const exists = Number(day) >= 1 && Number(day) <= length;
  return exists ? `${yearMonth}-${day.padStart(2, '0')}` : null;
}
