import type { EntityKind, NameKind } from '#contract/vocabulary.ts';

/** A name of the case, as the matcher takes it. */
export interface KnownName {
  readonly entityId: string;
  readonly kind: EntityKind;
  readonly nameId: string;
  readonly nameKind: NameKind;
  readonly value: string;
}

/** Why a passage may mean an entity. Sentences for people are made of the code and its parameters. */
export type KnownReason =
  /** Always the first: the name of the entity that was found. */
  | { readonly code: 'knownName'; readonly params: { readonly name: string } }
  | {
      readonly code:
        /** Written in other capitals than the name is. */
        | 'differsInCase'
        | 'differsInAccents'
        /** Hyphens, full stops or commas where the name has none, or the other way round. */
        | 'differsInPunctuation'
        /** The name is an ordinary word as well, so that the passage may not be a name at all. */
        | 'ordinaryWord'
        /** Capitals say nothing here, since a sentence begins. */
        | 'sentenceStart'
        /** "Maduro's". */
        | 'possessive'
        /** Declined, as Russian and Greek do with surnames: "Чавеса" for "Чавес". */
        | 'inflected'
        /** "Maduro Moros, Nicolás". */
        | 'inverted'
        /** Without its legal form: "Acme" for "Acme Ltd". */
        | 'withoutLegalForm'
        /** Without its article, or a particle before the surname. */
        | 'withoutParticle'
        /** The passage stands right beside another capitalised word, which may belong to a longer name. */
        | 'besideCapital';
      readonly params: Readonly<Record<string, never>>;
    }
  /** Written in another script than the name; `script` is that of the passage. */
  | { readonly code: 'transliterated'; readonly params: { readonly script: Script } }
  /** A given name is an initial in the passage. */
  | { readonly code: 'initial'; readonly params: { readonly initials: string } }
  /** The passage has an initial that the name does not have. */
  | { readonly code: 'unknownInitial'; readonly params: { readonly initials: string } }
  /** Some words of the name are left out: "Nicolás Maduro" for "Nicolás Maduro Moros", "El Aissami". */
  | { readonly code: 'partOfName'; readonly params: { readonly name: string } }
  /** A part of a name that stood in full earlier in this text; `at` is where, in UTF-16 units. */
  | {
      readonly code: 'partOfNameAfterFull';
      readonly params: { readonly name: string; readonly full: string; readonly at: number };
    }
  /** So many entities of the case are called that. */
  | { readonly code: 'severalEntities'; readonly params: { readonly count: number } };

export type KnownReasonCode = KnownReason['code'];

export type Script = 'latin' | 'cyrillic' | 'greek' | 'arabic' | 'other';

/** One entity that a passage may mean. */
export interface KnownReading {
  readonly entityId: string;
  /** The name by which it was found. */
  readonly nameId: string;
  /** From 0 to 1: how likely it is that the passage means this entity. */
  readonly score: number;
  readonly reasons: readonly KnownReason[];
}

/** A passage of a text that may mean entities of the case. Passages of one text do not overlap. */
export interface KnownMatch {
  /** In UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  /** The text from `start` to `end`. */
  readonly text: string;
  /** Best first, each entity once, at least one. */
  readonly readings: readonly KnownReading[];
}

export interface MatchOptions {
  /** Readings below this are left out; 0.3 unless told. */
  readonly minScore?: number;
}
