import type { DossierKind, DossierLanguage, DossierSectionId } from '#contract/dossier.ts';
import type {
  Confidence,
  Credibility,
  CustodyAct,
  EntityKind,
  Handling,
  Likelihood,
  NameKind,
  Reliability,
  SourceKind,
  Stance,
} from '#contract/vocabulary.ts';

/**
 * Everything a dossier prints, as plain JSON: whatever sets it in type needs this, and the files of its figures, and
 * nothing else of the case. Labels and date texts are already in the dossier's language; the words of the page itself
 * (headings, grades, markings) are the template's. Text is printed as it stands and is never read as markup.
 *
 * Two numberings hold it together: `excerpts` are numbered from 1 in the order in which the facts first cite them, and
 * `sources` from 1 in the order in which the excerpts first quote them. A citation names an excerpt by its number, an
 * excerpt its source by its number; a number that leads nowhere fails the dossier.
 */
export interface DossierModel {
  readonly kind: DossierKind;
  readonly language: DossierLanguage;
  readonly marking: Handling;
  readonly caseId: string;
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
  /** Name of the subject of a profile or group; of any other the title of the case. */
  readonly title: string;
  /** The subject of a profile or group; those of a case report in their order; none in the others. */
  readonly subjects: readonly DossierSubject[];
  /** In the order of print: those that were left out, or have nothing in them, are not here. */
  readonly sections: readonly DossierSection[];
  /** What was withheld for its marking; null when nothing was to be withheld. */
  readonly withheld: Withheld | null;
  /** In order of number. */
  readonly excerpts: readonly DossierExcerpt[];
  /** In order of number. */
  readonly sources: readonly DossierSource[];
}

export interface DossierSubject {
  readonly id: string;
  readonly kind: EntityKind;
  readonly primaryName: string;
}

/** Counts of what is marked more strictly than `above` and therefore not printed, and not named. */
export interface Withheld {
  readonly above: Handling;
  readonly facts: number;
  readonly passages: number;
  readonly sources: number;
  readonly entities: number;
  readonly photographs: number;
  /** Summaries, findings and assessments. */
  readonly texts: number;
}

interface Part<Id extends DossierSectionId> {
  readonly id: Id;
  /** In place of the template's own heading; null keeps that. */
  readonly title: string | null;
}

/** A part of a dossier with what is printed in it. */
export type DossierSection =
  | (Part<'summary'> & { readonly body: readonly Block[] })
  | (Part<'findings' | 'assessment'> & { readonly findings: readonly FindingLine[] })
  | (Part<'identity'> & { readonly names: readonly NameLine[] })
  | (Part<'particulars' | 'identifiers'> & { readonly attributes: readonly AttributeLine[] })
  | (Part<'photographs'> & { readonly photographs: readonly PhotographLine[] })
  | (Part<'addresses' | 'roles' | 'family' | 'otherLinks' | 'structure' | 'members' | 'places'> & {
      readonly links: readonly LinkLine[];
    })
  /** In a case report each subject is a part of its own, with parts of its own. */
  | (Part<'subjects'> & {
      readonly subjects: readonly {
        readonly subject: DossierSubject;
        readonly sections: readonly DossierSection[];
      }[];
    })
  /** In any order: whatever prints it sorts by `sortKey`. */
  | (Part<'chronology'> & { readonly chronology: readonly ChronologyLine[] })
  | (Part<'chart' | 'map'> & { readonly figure: Figure })
  | (Part<'disagreements'> & { readonly disagreements: readonly Disagreement[] })
  /** What the case does not answer, one sentence each; none is said too. */
  | (Part<'gaps'> & { readonly gaps: readonly string[] })
  /** A book of excerpts: the numbers of the passages under each tag. */
  | (Part<'tagged'> & { readonly tags: readonly TagPart[] })
  /** These print `excerpts`, `sources`, and the key, custody and verification. */
  | Part<'excerpts' | 'sources' | 'verification'>;

/** A paragraph, list, heading or quotation of what the analyst wrote: Markdown that has been read. */
export type Block =
  | { readonly type: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: readonly Inline[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] };

/** A run of text of one style, or a citation of an excerpt by its number. */
export type Inline =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly strong?: true;
      readonly emphasis?: true;
      readonly code?: true;
    }
  | { readonly type: 'break' }
  | { readonly type: 'citation'; readonly excerpt: number };

/** A conclusion. How likely it is and how sure the analyst is are printed in two sentences, never in one. */
export interface FindingLine extends Printed {
  readonly body: readonly Block[];
  readonly likelihood: Likelihood | null;
  readonly confidence: Confidence | null;
}

/** Something with a record of its own in the case, which the preview leads to. */
export interface Printed {
  /** Of the fact, finding or photograph. */
  readonly id: string;
  /** Id of the entity whose it is; null for a finding of the case. */
  readonly entity: string | null;
}

export interface PhotographLine extends Printed {
  /** Name of its file, see `DossierFiles`. */
  readonly file: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly caption: string | null;
  readonly credit: string | null;
  /** Number of the source that it is out of. */
  readonly sourceNumber: number | null;
  /** Its own marking; null when it is that of its entity. */
  readonly handling: Handling | null;
}

/** A drawing, and what it shows in words, for those who cannot see it. */
export interface Figure {
  /** Name of its SVG file, see `DossierFiles`. */
  readonly file: string;
  /** Pixels of 1/96 inch. */
  readonly width: number;
  readonly height: number;
  readonly description: string;
  /** What could not be drawn, a sentence each: places of which nobody knows where they are, links beyond a number. */
  readonly notes: readonly string[];
}

/** The pictures and drawings of a dossier, by the names by which the model calls them. */
export type DossierFiles = ReadonlyMap<string, Uint8Array>;

/** A tag of a book of excerpts. */
export interface TagPart {
  readonly name: string;
  /** 0 for a tag beneath no other. */
  readonly depth: number;
  readonly description: string | null;
  /** Numbers of excerpts. */
  readonly excerpts: readonly number[];
}

/** One excerpt under one fact. Its grade is the source's reliability and this credibility. */
export interface Citation {
  /** Number of the excerpt, from 1. */
  readonly excerpt: number;
  readonly stance: Stance;
  readonly credibility: Credibility;
}

/** A printed line of fact. Without citations it is printed as "unsourced"; with a contradicting one, that is said. */
export interface FactLine extends Printed {
  readonly citations: readonly Citation[];
  /** How many of the origins of what supports it do not rest on one another: what repeats a source is no second one. */
  readonly independent: number;
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
  /** Whose it is, in a report on several; else null. */
  readonly subject: string | null;
  /** Whether the date is known only roughly or is doubted: it is shown as such. */
  readonly uncertain: boolean;
  /** The date as a reader is to see it. */
  readonly date: string;
  /** Sorts by plain text comparison: the earliest ISO date the EDTF value allows. */
  readonly sortKey: string;
  readonly text: string;
}

/** A point on which the sources do not say the same. */
export interface Disagreement {
  /** Id of the entity that it is about. */
  readonly entity: string;
  /** Whose it is, in a report on several; else null. */
  readonly subject: string | null;
  /** Label of what is in dispute, in the dossier's language. */
  readonly property: string;
  readonly sides: readonly DisagreementSide[];
  /** What the author makes of it, null when nothing was concluded. */
  readonly assessment: string | null;
}

export interface DisagreementSide {
  readonly value: string;
  /** By whom, where and how graded follows from these. */
  readonly citations: readonly Citation[];
  readonly independent: number;
}

export interface DossierExcerpt {
  /** Of the passage, to which the preview leads. */
  readonly id: string;
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
  /** Whether the words stand in a text that the source had before it was read again, and so the place is one in that. */
  readonly former: boolean;
  /** Its own marking, printed after the place; null when it is that of its source. */
  readonly handling: Handling | null;
  readonly sourceNumber: number;
  /** Names of its tags, in a book of excerpts; else empty. */
  readonly tags: readonly string[];
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
  /** From where, by whom and with what tool. */
  readonly retrievedFrom: string | null;
  readonly retrievedBy: string | null;
  readonly retrievedWith: string | null;
  /** BCP 47. Its quotations are hyphenated and marked up in this language. */
  readonly language: string | null;
  /** What that is called in the dossier's language. */
  readonly languageName: string | null;
  readonly reliability: Reliability;
  readonly handling: Handling;
  /** Of the original bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly byteSize: number;
  readonly fileName: string | null;
  /** Number of the source it repeats or was made from, where that is printed too; else null. */
  readonly derivesFrom: number | null;
  /** Title of that source, whether it is printed or not; null when it stands for itself or that may not be named. */
  readonly derivesFromTitle: string | null;
  /** Number of the archive, mailbox or message that it was in, where that is printed too; else null. */
  readonly container: number | null;
  /** Title of that, whether it is printed or not; null when it was in none or that may not be named. */
  readonly containerTitle: string | null;
  /** Its place there; null when there is none, or when what it was in may not be named. */
  readonly memberPath: string | null;
  /** How it came into this case, the first first. */
  readonly custody: readonly CustodyLine[];
  /** Its custody log, as people wrote it, in the order of what happened. */
  readonly log: readonly CustodyLogLine[];
}

/** An entry of the custody log of a source. */
export interface CustodyLogLine {
  readonly act: CustodyAct;
  /** In words, or as kept; a full ISO date is printed in words. Null when it is not known. */
  readonly happened: string | null;
  /** From whom, or to whom. */
  readonly party: string | null;
  /** Who did it. */
  readonly actor: string | null;
  readonly purpose: string | null;
  readonly note: string | null;
  /** Of a document that came again, its file's name. */
  readonly fileName: string | null;
}

/** Who had a source in hand, when and what for. */
export interface CustodyLine {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string | null;
  /** Key of the template's words: how it came into the case. */
  readonly act: 'imported' | 'merged';
}
