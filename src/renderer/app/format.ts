import type { Language } from '#contract/vocabulary.ts';

/** Hours and minutes of an ISO 8601 instant in the computer's time zone. */
export function clockTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  );
}

/** Day and time of an ISO 8601 instant in the computer's time zone. */
export function dayAndTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** Day of the week and date of an ISO 8601 instant in the computer's time zone. */
export function wholeDay(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(new Date(iso));
}

export function count(number: number, language: Language): string {
  return new Intl.NumberFormat(language).format(number);
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in bytes, in the decimal unit that gives the shortest number. */
export function fileSize(bytes: number, language: Language): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 || value >= 100 ? 0 : 1,
  }).format(value);
}
