/** How long a passphrase would hold: guesses as zxcvbn counts them. */
export interface Strength {
  /** Seconds until it is found, on average, at `guessesPerSecond`. */
  seconds: number;
  level: Level;
}

/** From one that is found at once to one that will not be. */
export const levels = ['veryWeak', 'weak', 'fair', 'good', 'strong'] as const;
export type Level = (typeof levels)[number];

/**
 * What an attacker with some two hundred graphics cards tries in a second: a case file derives its key by 256,000 rounds
 * of PBKDF2-HMAC-SHA512 (SQLCipher 4), of which one card of 2023 does about five thousand a second.
 */
export const guessesPerSecond = 1e6;

const hour = 3600;
const day = 24 * hour;
const year = 365.25 * day;

/** From how many seconds on a passphrase is of a level. */
const from: Record<Level, number> = {
  veryWeak: 0,
  weak: hour,
  fair: 30 * day,
  good: 10 * year,
  strong: 1000 * year,
};

/** What a number of guesses means for a case file. */
export function strengthOf(guesses: number): Strength {
  const seconds = guesses / 2 / guessesPerSecond;
  const level = levels.findLast((one) => seconds >= from[one]) ?? 'veryWeak';
  return { seconds, level };
}

/** A span of time as a person says it, in the unit that fits. Null: so long that it does not matter. */
export function spanWords(seconds: number, language: string): string | null {
  if (seconds > 1000 * year) return null;
  const units = [
    ['year', year],
    ['month', year / 12],
    ['day', day],
    ['hour', hour],
    ['minute', 60],
    ['second', 1],
  ] as const;
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? ['second', 1];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.max(1, Math.floor(seconds / length)));
}
