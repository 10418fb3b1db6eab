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
  if (iso !== undefined) return isEdtf(iso) ? iso : null;
  const yearFirst = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(written);
  if (yearFirst !== null) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  const [, first = '', second = '', year = ''] =
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(written) ?? [];
  // 4/5/2001 is the fourth of May to some and the fifth of April to others: it stays as it is written.
  if (Number(first) > 12 || first === second) return day(year, second, first);
  if (Number(second) > 12) return day(year, first, second);
  return isEdtf(written) ? written : null;
}

function day(year = '', month = '', date = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isEdtf(iso) ? iso : null;
}
