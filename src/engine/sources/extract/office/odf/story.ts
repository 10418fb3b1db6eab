import type { Change, Comment, Part } from '../prose.ts';
import type { XmlElement } from '../xml.ts';
import type { Counting } from './counting.ts';
import type { Insertions } from './insertions.ts';
import type { Styles } from './styles.ts';

/** A change of the text, and of a deletion what was deleted. */
export interface Region {
  readonly change: Change;
  readonly deleted: string;
}

/** What is known while the text of a document is read. */
export interface Story {
  readonly styles: Styles;
  readonly regions: Map<string, Region>;
  readonly inserted: Insertions;
  /** Comments by name, for their ends and their answers. */
  readonly comments: Map<string, Comment>;
  /** Lists by id, for those that continue them, and the last list of each style. */
  readonly lists: Map<string, Counting>;
  readonly headings: Counting;
  /** Addresses of what would be taken from outside the document. */
  readonly outside: Set<string>;
  resolved: number;
  /** How many hidden sections one is within. */
  hiddenSections: number;
  /** Within a note or comment, where no others begin. */
  aside: boolean;
  readonly readParts: (parent: XmlElement, story: Story) => Part[];
}

/** Reads something with no notes or comments of its own. */
export function aside(story: Story, parent: XmlElement): Part[] {
  const before = story.aside;
  story.aside = true;
  try {
    return story.readParts(parent, story);
  } finally {
    story.aside = before;
  }
}
