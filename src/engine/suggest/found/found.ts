/** What a name that was found is the name of, or what else was found. */
export type FoundKind = 'person' | 'organization' | 'location' | 'identifier' | 'date';

/** Why something is suggested, as codes that each language has a sentence for. */
export type ReasonCode =
  /** The given name {name} is common. */
  | 'first-name'
  /** The family name {name} is common. */
  | 'family-name'
  /** {word} before the name is a title or role of persons. */
  | 'title'
  /** {word} beside the name speaks for a person: a verb of saying, an age, kinship. */
  | 'person-cue'
  /** The name is written as persons' names are: several words in capitals, initials, particles. */
  | 'person-shape'
  /** {word} in the name is a sort of organization. */
  | 'organization-word'
  /** {word} is a form of company. */
  | 'legal-form'
  /** {word} beside the name speaks for an organization. */
  | 'organization-cue'
  /** The name is written in capitals as acronyms are. */
  | 'acronym-shape'
  /** {word} is known as an organization everywhere. */
  | 'known-body'
  /** {place} is in the list of places. */
  | 'gazetteer'
  /** {word} in the name is a sort of place. */
  | 'place-word'
  /** {word} before the name is said of places. */
  | 'place-cue'
  /** The name stands beside the place {place}, as parts of an address do. */
  | 'beside-place'
  /** It is enumerated with {name}, which is of that kind. */
  | 'beside-name'
  /** The name occurs {count} times in the text. */
  | 'repeated'
  /** It is part of, or the same as, the fuller name {name} in the same text. */
  | 'part-of'
  /** {cue} says that it is another name. */
  | 'alias-cue'
  /** It is a nickname in quotation marks inside a name. */
  | 'nickname-inside'
  /** It stands in brackets beside its long form {name}, whose letters it is made of. */
  | 'acronym-of'
  /** {cue} says how the two are linked, or what the thing has. */
  | 'link-cue'
  /** {label} before it says what it is. */
  | 'label'
  /** Its form, or its check digits, is that of {sort}. */
  | 'form';

export interface Reason {
  readonly code: ReasonCode;
  readonly params?: Readonly<Record<string, string>>;
}

/** A stretch of the text, as UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One occurrence of something that may be worth recording. */
export interface FoundItem extends Span {
  readonly text: string;
  readonly kind: FoundKind;
  /** How sure it is, from 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** The fullest writing of the same name in this text; occurrences with the same one mean the same thing. */
  readonly fullName: string;
  /** Position in `items` of the occurrence that this one is another name of. */
  readonly aliasOf?: number;
  /** What sort of other name it is. */
  readonly nameKind?: 'alias' | 'acronym';
  /** Of identifiers and dates: the key of the ontology's property that it would be a value of. */
  readonly property?: string;
  /** Of identifiers and dates: the value in its plain form (E.164, an IBAN without spaces, EDTF). */
  readonly value?: string;
}

/** That the text plainly says how two of the items are linked; the span is that of the words that say so. */
export interface FoundLink extends Span {
  /** Positions in `items`. */
  readonly from: number;
  readonly to: number;
  /** A link type of the ontology. */
  readonly type: string;
  /** What the text calls it: "leader", "hermano". */
  readonly role: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** That the text plainly says something of one of the items. */
export interface FoundAttribute extends Span {
  /** Position in `items`. */
  readonly item: number;
  /** A property of the ontology. */
  readonly property: string;
  readonly value: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Found {
  /** In the order of the text. */
  readonly items: readonly FoundItem[];
  readonly links: readonly FoundLink[];
  readonly attributes: readonly FoundAttribute[];
}
