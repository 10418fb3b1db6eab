// oxlint-disable-next-line typescript/triple-slash-reference -- the rooms that import this file see no other of ours
/// <reference path="./edtf-library.d.ts" />
import edtf from 'edtf';

/** The first and the last day a date can mean, as `YYYY-MM-DD`; null where that is open or not known. */
export interface DateBounds {
  earliest: string | null;
  latest: string | null;
}

/**
 * Reads a date in EDTF level 1 (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/): `2023-09-20`, `2023-09`,
 * `2012?`, `2000~`, `199X`, `2010/2013`, `2010/..`. A season's bounds are its whole year, since which months it means
 * depends on the hemisphere, and the standard does not say.
 *
 * @returns null when the text is not such a date
 */
export function dateBounds(text: string): DateBounds | null {
  const written = text.trim();
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

function day(time: number | null): string | null {
  if (time === null || !Number.isFinite(time)) return null;
  const iso = new Date(time).toISOString();
  return iso.slice(0, iso.indexOf('T'));
}
