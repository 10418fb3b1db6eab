import { InvalidArgumentError, Option } from 'commander';
import type { z } from 'zod';

/** An option whose value is one of a vocabulary's. Case is forgiven. */
export function choice<T extends z.ZodEnum>(
  flags: string,
  description: string,
  vocabulary: T,
): Option {
  const values = vocabulary.options.map(String);
  return new Option(flags, `${description} (${values.join(', ')})`).argParser((text: string) => {
    const found = values.find((value) => value.toLowerCase() === text.toLowerCase());
    if (found === undefined) {
      throw new InvalidArgumentError(`It is one of ${values.join(', ')}.`);
    }
    return found;
  });
}

/** Gathers an option that may be given several times. */
export function gather(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Words that are more than blanks. */
export function words(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new InvalidArgumentError('It cannot be empty.');
  return trimmed;
}

/** One of some keys that are data, told when it is none of them. */
export function oneOf(keys: () => readonly string[]) {
  return (text: string): string => {
    const found = keys().find((key) => key.toLowerCase() === text.toLowerCase());
    if (found === undefined) throw new InvalidArgumentError(`It is one of ${keys().join(', ')}.`);
    return found;
  };
}

/** A whole number from `least` up. */
export function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most) {
      throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

/** A number from `least` to `most`. */
export function decimal(least: number, most: number) {
  return (text: string): number => {
    const number = Number(text);
    if (text.trim() === '' || !(number >= least && number <= most)) {
      throw new InvalidArgumentError(`It is a number from ${least} to ${most}.`);
    }
    return number;
  };
}
