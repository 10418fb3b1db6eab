import { readDate } from '../dates.ts';

/**
 * The day of a message's `Date` as an EDTF date, in the zone it was written in, or null. Years of two and three digits are
 * read as RFC 5322 (4.3) has it.
 */
export function messageDay(value: string): string | null {
  const written = value.trim().slice(0, 200);
  const old = /^(.*?\b\d{1,2}[ -][A-Za-z]{3,9}[ -])(\d{2,3})(?!\d)(.*)$/.exec(written);
  if (old === null) {
    return readDate(written.replace(/(\d)-([A-Za-z]{3,9})-(\d)/, '$1 $2 $3'));
  }
  const [, before = '', digits = '', after = ''] = old;
  const short = Number(digits);
  const year = short + (digits.length === 2 && short < 50 ? 2000 : 1900);
  return readDate(`${before.replaceAll('-', ' ')}${year}${after}`);
}
