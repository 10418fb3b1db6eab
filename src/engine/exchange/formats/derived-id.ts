import { v5 } from 'uuid';

/** Namespace of the ids that exports need for what has none of its own in a case (RFC 9562, section 5.5). */
const namespace = '5b0b2a0e-6f0d-5c8e-9a51-3f6d1c7e8a42';

/** A UUIDv5 that is always the same for the same words. */
export function derivedId(...words: readonly string[]): string {
  return v5(words.join('\n'), namespace);
}
