import type {
  Credibility,
  EntityKind,
  Handling,
  Language,
  NameKind,
  Reliability,
  SourceKind,
  Stance,
} from '#contract/vocabulary.ts';

/**
 * Everything a dossier prints, as plain JSON: a template needs this and nothing else of the case. Labels and date texts
 * are already in the dossier's language; the words of the template itself (headings, grades, markings) are the
 * template's. Text is printed as it stands and is never read as markup.
 *
 * Two numberings hold it together: `excerpts` are numbered from 1 in the order in which the facts first cite them, and
 * `sources` from 1 in the order in which the excerpts first quote them. A citation names an excerpt by its number, an
 * excerpt its source by its number; a number that leads nowhere fails the dossier.
 */
export interface DossierModel {
  readonly language: Language;
  readonly marking: Handling;
  readonly caseTitle: string;
  /** The reference the team files the case under, null when it has none. */
  readonly caseReference: string | null;
  readonly author: { readonly name: string; readonly organization: string | null };
  /** ISO 8601 date (`2026-03-14`) or UTC date and time of the case content: the PDF's creation date too. */
  readonly asOf: string;
  /** The last change set the dossier knows of: its position in the journal (0 for an empty one) and chain hash, hex. */
  readonly caseRevision: { readonly position: number; readonly hash: string };
  /** A notice for the first page, such as that the case is a sample. */
  readonly notice: string | null;
  readonly subject: DossierSubject;
  /** The primary name first. */
  readonly names: readonly NameLine[];
  /** Documents and numbers that single the subject out: passport, tax number, phone. */
  readonly identifiers: readonly AttributeLine[];
  /** The other properties: birth date, nationality, description. */
  readonly attributes: readonly AttributeLine[];
  readonly addresses: readonly LinkLine[];
  readonly roles: readonly LinkLine[];
  readonly family: readonly LinkLine[];
  readonly otherLinks: readonly LinkLine[];
  /** In any order: the template sorts by `sortKey`. */
  readonly chronology: readonly ChronologyLine[];
  readonly disagreements: readonly Disagreement[];
  /** What the case does not answer, one sentence each. */
  readonly gaps: readonly string[];
  /** In order of number. */
  readonly excerpts: readonly DossierExcerpt[];
  /** In order of number. */
  readonly sources: readonly DossierSource[];
}

export interface DossierSubject {
  readonly id: string;
  readonly kind: EntityKind;
  readonly primaryName: string;
  /** Paragraphs are parted by a blank line. Null leaves the section out. */
  readonly summary: string | null;
}

/** One excerpt under one fact. Its grade is the source's reliability and this credibility. */
export interface Citation {
  /** Number of the excerpt, from 1. */
  readonly excerpt: number;
  readonly stance: Stance;
  readonly credibility: Credibility;
}

/** A printed line of fact. Without citations it is printed as "unsourced"; with a contradicting one, that is said. */
export interface FactLine {
  readonly citations: readonly Citation[];
}

export interface NameLine extends FactLine {
  readonly kind: NameKind;
  readonly value: string;
}

export interface AttributeLine extends FactLine {
  /** Label of the property in the dossier's language. */
  readonly property: string;
  readonly value: string;
  /** When it held, in words or EDTF as kept; null when not known or not meaningful. */
  readonly dates: string | null;
}

export interface LinkLine extends FactLine {
  /** Label of the link's type as read from the subject, in the dossier's language: "Member of", "Owned by". */
  readonly typeLabel: string;
  /** What the link itself says: a position, a share, a remark. */
  readonly role: string | null;
  readonly otherName: string;
  readonly otherKind: EntityKind;
  /** From the subject to the other, from the other to the subject, or neither ("spouse"). */
  readonly direction: 'outgoing' | 'incoming' | 'mutual';
  readonly dates: string | null;
}

export interface ChronologyLine extends FactLine {
  /** The date as a reader is to see it. */
  readonly date: string;
  /** Sorts by plain text comparison: the earliest ISO date the EDTF value allows. */
  readonly sortKey: string;
  readonly text: string;
}

/** A point on which the sources do not say the same. */
export interface Disagreement {
  /** Label of what is in dispute, in the dossier's language. */
  readonly property: string;
  readonly sides: readonly DisagreementSide[];
  /** What the author makes of it, null when nothing was concluded. */
  readonly assessment: string | null;
}

export interface DisagreementSide extends FactLine {
  readonly value: string;
}

export interface DossierExcerpt {
  readonly number: number;
  /** The words of the source, exactly. Null when the dossier was asked for without quotations. */
  readonly quotation: string | null;
  /**
   * The source's text just before and after, with the space that adjoins the quotation if there is one; empty where the
   * source begins or ends there. Print some eighty characters of it, cut between words.
   */
  readonly prefix: string;
  readonly suffix: string;
  /** Where in the source: `p. 3`, `§ 12`; null when the source has no such places. */
  readonly place: string | null;
  /** Its own marking, printed after the place; null when it is that of its source. */
  readonly handling: Handling | null;
  readonly sourceNumber: number;
  /** Every line that cites the excerpt, in the order printed. */
  readonly uses: readonly ExcerptUse[];
}

/** What an excerpt is cited for: the other end of a citation. */
export interface ExcerptUse {
  /** The fact in a few words: "Birth date: 1980", "Member of: Northern Union". */
  readonly fact: string;
  readonly stance: Stance;
  readonly credibility: Credibility;
}

export interface DossierSource {
  readonly number: number;
  readonly title: string;
  readonly kind: SourceKind;
  readonly publisher: string | null;
  readonly author: string | null;
  /** Dates as kept (EDTF); a full ISO date is printed in words. */
  readonly published: string | null;
  /** Printed, never made into a link: a reader of a dossier must not reach for the network by a slip of the hand. */
  readonly url: string | null;
  readonly retrieved: string | null;
  /** BCP 47. Its quotations are hyphenated and marked up in this language. */
  readonly language: string | null;
  readonly reliability: Reliability;
  readonly handling: Handling;
  /** Of the original bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly byteSize: number;
  readonly fileName: string | null;
}
