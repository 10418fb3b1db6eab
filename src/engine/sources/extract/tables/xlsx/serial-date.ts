/** Days from the day that is serial 0 in the 1904 date system, as the other system counts. */
const FROM_1904 = 1462;

/** 31 December 9999, the last day a sheet has. */
const LAST_DAY = 2_958_465;

const SECONDS = 86_400;
const DAY = SECONDS * 1000;

/** What of a moment a number format shows. */
export interface Shown {
  readonly date: boolean;
  readonly time: boolean;
}

/**
 * The moment that a number of a sheet is, as ISO 8601 (`2023-09-20`, `2023-09-20T14:30`, `14:30:15`): days from 1900 or 1904
 * (ECMA-376, part 1, 18.17.4.1). The system of 1900 has a 29 February of that year, which there was none of, and days before
 * it are one off. Null for what is no moment.
 */
export function serialDate(serial: number, shown: Shown, is1904: boolean): string | null {
  const seconds = Math.round(serial * SECONDS);
  const days = Math.floor(seconds / SECONDS) + (is1904 ? FROM_1904 : 0);
  if (!Number.isFinite(serial) || serial < 0 || days > LAST_DAY) {
    return null;
  }
  const time = timeOfDay(((seconds % SECONDS) + SECONDS) % SECONDS);
  if (!shown.date || (days === 0 && shown.time)) {
    return time;
  }
  const date = dayOf(days);
  if (date === null) {
    return null;
  }
  // A time of day that the format does not show is there all the same.
  return shown.time || seconds % SECONDS !== 0 ? `${date}T${time}` : date;
}

function dayOf(days: number): string | null {
  if (days === 0) {
    return null;
  }
  if (days === 60) {
    return '1900-02-29';
  }
  const from = days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return new Date(from + days * DAY).toISOString().slice(0, 10);
}

function timeOfDay(seconds: number): string {
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return (parts[2] === '00' ? parts.slice(0, 2) : parts).join(':');
}
