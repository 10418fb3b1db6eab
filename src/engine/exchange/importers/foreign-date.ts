import { isEdtf } from '#shared/edtf.ts';

/**
 * A date as other programs write it, in EDTF: an ISO 8601 date or date and time, a day written with points or strokes whose
 * order cannot be mistaken, or EDTF as it is.
 *
 * @returns null when it is no date
 */
export function foreignDate(text: string): string | null {
  const written = text.trim();
  const iso = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]\d{2}:\d{2}.*)?$/.exec(written)?.[1];
  if (iso !== undefined) return isCalendarDate(iso) ? iso : null;
  const yearFirst = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(written);
  if (yearFirst !== null) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  const either = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(written);
  if (either === null) return isEdtf(written) ? written : null;
  const [, first = '', second = '', year] = either;
  // 4/5/2001 is the fourth of May to some and the fifth of April to others: it stays as it is written.
  if (Number(first) > 12 || Number(first) === Number(second)) return day(year, second, first);
  return Number(second) > 12 ? day(year, first, second) : null;
}

function day(year = '', month = '', date = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isCalendarDate(iso) ? iso : null;
}

/** Whether there is such a year, month or day: what most dates of a large file are is told without a grammar. */
function isCalendarDate(iso: string): boolean {
  const [year = '', month, date] = iso.split('-');
  if (month === undefined) return true;
  if (!(Number(month) >= 1 && Number(month) <= 12)) return false;
  if (date === undefined) return true;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(date) >= 1 && Number(date) <= last;
}
