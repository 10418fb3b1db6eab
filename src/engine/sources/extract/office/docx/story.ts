import type { Change, Comment, Inline, Part } from '../prose.ts';
import type { Relationship } from '../relationships.ts';
import type { XmlElement } from '../xml.ts';
import { Fields } from './fields.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** A footnote or endnote that has been referred to or not yet. */
export interface NoteEntry {
  readonly element: XmlElement;
  mark: string;
}

/** What all stories of one document have in common: the text, its notes, comments, headers and footers. */
export interface DocumentParts {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly comments: ReadonlyMap<string, Comment>;
  readonly footnotes: NoteStory;
  readonly endnotes: NoteStory;
  /** The words of diagrams and charts, by the id of their relationship to the text; each is said once. */
  readonly graphics: Map<string, readonly Part[]>;
  readonly readParts: (element: XmlElement, story: Story) => Part[];
}

/** The notes of one sort, which are numbered in the order in which the text refers to them. */
export interface NoteStory {
  readonly endnote: boolean;
  readonly notes: Map<string, NoteEntry>;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly markOf: (number: number) => string;
  count: number;
}

/** Where one is in a story of a document. */
export class Story {
  readonly document: DocumentParts;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Within a note or comment, where no other notes and comments begin. */
  readonly aside: boolean;
  readonly fields = new Fields();
  /** Comments whose words have begun. */
  readonly begun = new Set<string>();

  constructor(
    document: DocumentParts,
    relationships: ReadonlyMap<string, Relationship>,
    aside = false,
  ) {
    this.document = document;
    this.relationships = relationships;
    this.aside = aside;
  }
}

/** What holds for the runs within an element. */
export interface Surroundings {
  readonly change: Change | null;
  readonly hidden: boolean;
  readonly out: Inline[];
}
