/** In what way a sequence of words stands for a name; one bit each. */
export const variantKind = {
  /** The whole name. */
  full: 1,
  /** Its first word and some of the others. */
  subset: 2,
  /** A surname, or several: only after the full name, or after initials. */
  surname: 4,
  /** A surname that stands for the name without more: it has a particle, or is several words. */
  ownSurname: 8,
  /** Surname, comma, given name. */
  inverted: 16,
  /** Letters that must be written as they are. */
  acronym: 32,
  /** The letters of an acronym with a full stop after each. */
  dotted: 64,
  withoutParticle: 128,
  withoutLegalForm: 256,
} as const;

export type VariantKind = (typeof variantKind)[keyof typeof variantKind];

/** A sequence of words that stands for a name. */
export interface Variant {
  readonly kind: VariantKind;
  /** The places of its words in the name. */
  readonly words: readonly number[];
}

/** The kinds that are a surname without its given name. */
export const partKinds: number = variantKind.surname | variantKind.ownSurname;

const wholes: Variant[] = [];

/** The writing that has all words of a name of so many; the same for all such names. */
export function wholeOf(length: number): Variant {
  const whole = wholes[length] ?? {
    kind: variantKind.full,
    words: Array.from({ length }, (_, index) => index),
  };
  wholes[length] = whole;
  return whole;
}
