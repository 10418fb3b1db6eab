import { oneLine } from './legible.ts';
import { fillIn, type PageWords } from './words.ts';

/** A full ISO 8601 date, with its time of day in UTC, or a month, in words; anything else as it was kept. */
export function dateInPrint(written: string, words: PageWords): string {
  const parts = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)\S*)?)?$/.exec(written.trim());
  const [, year = '', month = '', day, time] = parts ?? [];
  const name = words.months[Number(month) - 1];
  if (parts === null || name === undefined) return oneLine(written);
  if (day === undefined) return fillIn(words.monthOfYear, { month: name, year });
  const date = fillIn(words.date, { day: Number(day), month: name, year });
  return time === undefined ? date : `${date}, ${time} UTC`;
}

/** A number of bytes, in the unit that a reader can compare. */
export function sizeInPrint(bytes: number, words: PageWords): string {
  const [amount, unit] =
    bytes < 1000 ? [bytes, 'B'] : bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1e6, 'MB'];
  return `${String(Math.round(amount * 10) / 10).replace('.', words.decimal)} ${unit}`;
}
