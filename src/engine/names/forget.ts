import { forgetKeys } from './keys.ts';
import { forgetWords } from './word-traits.ts';

/** Forgets every word of a name that is kept to be faster: no case that was closed leaves its names in memory. */
export function forgetNames(): void {
  forgetKeys();
  forgetWords();
}
