// oxlint-disable-next-line typescript/triple-slash-reference -- the rooms that import this file see no other of ours
/// <reference path="./edtf-library.d.ts" />
import edtf from 'edtf';

/** The first and the last day a date can mean, as `YYYY-MM-DD`; null where that is open or not known. */
export interface DateBounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Years, months and days of our era: most dates of most cases, which need no grammar to be read. */
const plain = /^(?<year>(?!0000)\d{4})(?:-(?<month>0[1-9]|1[0-2])(?:-(?<day>[0-3]\d))?)?$/;

/**
 * Reads a date in EDTF level 1 (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/): `2023-09-20`, `2023-09`,
 * `2012?`, `2000~`, `199X`, `2010/2013`, `2010/..`. A season's bounds are its whole year, since which months it means
 * depends on the hemisphere, and the standard does not say.
 *
 * @returns null when the text is not such a date
 */
export function dateBounds(text: string): DateBounds | null {
  const written = text.trim();
  const parts = plain.exec(written)?.groups;
  if (parts !== undefined) return plainBounds(parts);
  try {
    const { type, min, max } = edtf(written, { level: 1 });
    if (type === 'Season') {
      return { earliest: `${written.slice(0, 4)}-01-01`, latest: `${written.slice(0, 4)}-12-31` };
    }
    // Two or three digits are a century or a decade to the library; a person has more likely not finished typing.
    if (type !== 'Date' && type !== 'Year' && type !== 'Interval') return null;
    return { earliest: day(min), latest: day(max) };
  } catch {
    return null;
  }
}

/** Whether the text is a date in EDTF level 1. */
export function isEdtf(text: string): boolean {
  return dateBounds(text) !== null;
}

function plainBounds({
  year,
  month,
  day: ofMonth,
}: Partial<Record<string, string>>): DateBounds | null {
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  // The day before the first of the next month; a year below 100 is one, not of the last century.
  const end = new Date(0);
  end.setUTCFullYear(Number(year), Number(month), 0);
  const last = end.getUTCDate();
  if (ofMonth === undefined) {
    return { earliest: `${year}-${month}-01`, latest: `${year}-${month}-${last}` };
  }
  if (Number(ofMonth) < 1 || Number(ofMonth) > last) return null;
  const whole = `${year}-${month}-${ofMonth}`;
  return { earliest: whole, latest: whole };
}

function day(time: number | null): string | null {
  if (time === null || !Number.isFinite(time)) return null;
  const iso = new Date(time).toISOString();
  return iso.slice(0, iso.indexOf('T'));
}
