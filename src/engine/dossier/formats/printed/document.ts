import type { Handling } from '#contract/vocabulary.ts';

/**
 * A dossier in words, before any format: what each section says, worded once for DOCX, HTML and Markdown. Text is text:
 * whoever writes it into a file escapes all of it.
 */
export interface PrintedDossier {
  /** Of the words of the page, BCP 47 with its region. */
  readonly language: string;
  /** "Dossier · Individual". */
  readonly kicker: string;
  readonly title: string;
  /** Case reference and title, as they stand at the head of each page. */
  readonly runningHead: string;
  /** As-of date and revision, as they stand at the foot of each page. */
  readonly runningFoot: string;
  /** "page {page} of {pages}". */
  readonly pageOf: string;
  readonly marking: Handling;
  readonly author: string;
  /** ISO 8601. */
  readonly asOf: string;
  readonly keywords: readonly string[];
  /** Which state of which case it is of, for those who keep files by what they say of themselves. */
  readonly identity: {
    readonly caseTitle: string;
    readonly caseReference: string | null;
    readonly revision: { readonly position: number; readonly hash: string };
    /** SHA-256 of what it says; null for one without verification. */
    readonly contentHash: string | null;
  };
  /** What stands beneath the title: case, reference, author, date, revision, handling. */
  readonly particulars: readonly Particular[];
  /** The first photograph again, so that whom this is about is seen at once. */
  readonly portrait: PrintedPicture | null;
  /** A notice, and what was withheld. */
  readonly notices: readonly Phrase[];
  readonly contents: string;
  readonly sections: readonly PrintedSection[];
  /** By number of the excerpt: what a note at the foot of the page says of it. */
  readonly notes: ReadonlyMap<number, ExcerptNote>;
  /** The ids of the entries that are printed, so that nothing leads to one that is not. */
  readonly anchors: ReadonlySet<string>;
  /** "Excerpt": with its number, what a citation is called for those who do not see it. */
  readonly excerptWord: string;
  /** In place of a picture that cannot be shown. */
  readonly noPicture: string;
}

export interface PrintedSection {
  /** Anchor, unique in the dossier. */
  readonly id: string;
  /** "1", "2", ...: as the PDF numbers them. */
  readonly number: number;
  readonly title: string;
  /** The subjects of a report, which the contents name beneath it. */
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  readonly blocks: readonly PrintedBlock[];
}

export interface Particular {
  readonly label: string;
  readonly value: Phrase;
}

export type Phrase = readonly Run[];

/** A run of words of one style. */
export type Run =
  | TextRun
  | { readonly type: 'break' }
  /** A grade: reliability letter and credibility figure. */
  | { readonly type: 'grade'; readonly grade: string }
  | { readonly type: 'marking'; readonly marking: Handling }
  /** A citation of an excerpt by its number; `listed` where it is only told which there are. */
  | { readonly type: 'citation'; readonly excerpt: number; readonly listed?: true }
  /** "Source 2", or "[S2]" where passages are not printed: it leads to the register. */
  | { readonly type: 'source'; readonly number: number; readonly text: string };

export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  /** Set in a type of one width: hashes, addresses. */
  readonly code?: true;
  /** Of less weight than the rest. */
  readonly quiet?: true;
}

export type PrintedBlock =
  | {
      readonly type: 'heading';
      /** Anchor, for a heading that the contents name. */
      readonly id?: string;
      /** Beneath the section's own, which is of level 1. */
      readonly level: 2 | 3 | 4;
      readonly text: Phrase;
    }
  | { readonly type: 'paragraph'; readonly text: Phrase; readonly note?: true }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly PrintedBlock[])[];
    }
  | { readonly type: 'quote'; readonly blocks: readonly PrintedBlock[] }
  | {
      readonly type: 'table';
      /** What it holds, for those who do not see it. */
      readonly name: string;
      /** None in a key, of which the name is printed above it. */
      readonly columns: readonly string[];
      /** Parts of the width, as many as cells in a row. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly Phrase[])[];
    }
  | { readonly type: 'particulars'; readonly pairs: readonly Particular[] }
  | PrintedPicture
  | PrintedEntry;

export interface PrintedPicture {
  readonly type: 'picture';
  /** A name among the dossier's files, or a drawing itself. */
  readonly from: { readonly file: string } | { readonly svg: string };
  /** Pixels of 1/96 inch for a drawing, of the picture for a photograph. */
  readonly width: number;
  readonly height: number;
  readonly size: 'full' | 'portrait' | 'code';
  readonly description: string;
  readonly caption: Phrase | null;
}

/** A numbered excerpt or source, to which citations lead. */
export interface PrintedEntry {
  readonly type: 'entry';
  /** `excerpt-3`, `source-2`. */
  readonly id: string;
  /** "[3]", "Source 2". */
  readonly mark: string;
  /** Of an excerpt, its number: whoever cites it is led back to. */
  readonly excerpt: number | null;
  readonly passage: Passage | null;
  readonly blocks: readonly PrintedBlock[];
}

/** The words of a source between what stands around them. */
export interface Passage {
  /** BCP 47; null when it is not known. */
  readonly language: string | null;
  /** One line each, with the space that adjoins the passage if there is one; empty where there is nothing. */
  readonly before: string;
  readonly after: string;
  readonly paragraphs: readonly string[];
  /** Opening and closing quotation mark. */
  readonly quotes: readonly [string, string];
}

/** What a citation says at the foot of a page. */
export interface ExcerptNote {
  readonly number: number;
  /** Source, place, marking and grade. */
  readonly about: Phrase;
  /** Null in a dossier without quotations. */
  readonly passage: Passage | null;
}

/** A run of plain words. */
export function plain(text: string): TextRun {
  return { type: 'text', text };
}

/** The words of a phrase, without their style. */
export function wordsOfPhrase(phrase: Phrase): string {
  return phrase
    .map((run) => {
      switch (run.type) {
        case 'text':
        case 'source':
          return run.text;
        case 'break':
          return ' ';
        case 'grade':
          return run.grade;
        case 'marking':
          return `TLP:${run.marking}`;
        case 'citation':
          return `[${run.excerpt}]`;
      }
    })
    .join('');
}
