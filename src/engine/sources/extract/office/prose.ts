/** Who made a change that is not yet accepted, and when, as the document writes it; empty where it does not say. */
export interface Change {
  readonly kind: 'insertion' | 'deletion';
  readonly author: string;
  readonly date: string;
}

/** A comment in the margin. */
export interface Comment {
  readonly author: string;
  readonly date: string;
  /** Author of the comment it answers; empty for none. */
  readonly answers: string;
  readonly parts: readonly Part[];
}

/** A footnote or endnote, at the place of its mark. */
export interface Note {
  readonly type: 'note';
  readonly mark: string;
  readonly endnote: boolean;
  readonly change: Change | null;
  readonly parts: readonly Part[];
}

/** What a paragraph is made of, in the order of its text. */
export type Inline =
  | {
      readonly type: 'words';
      readonly text: string;
      readonly change: Change | null;
      readonly hidden: boolean;
    }
  | Note
  /** The words between the two are what a comment is on; an end alone is a comment on a place. */
  | { readonly type: 'commentStart' | 'commentEnd'; readonly comment: Comment }
  | { readonly type: 'linkStart'; readonly target: string }
  | { readonly type: 'linkEnd' }
  /** A text box anchored here. */
  | { readonly type: 'box'; readonly parts: readonly Part[] };

export interface Paragraph {
  readonly type: 'paragraph';
  readonly kind: 'paragraph' | 'heading' | 'caption' | 'notes';
  /** Of a heading, from 1. */
  readonly level: number;
  /** It is the title of the whole document. */
  readonly isTitle: boolean;
  /** Its number or bullet, empty for none. */
  readonly label: string;
  readonly inlines: readonly Inline[];
  /** Its end was deleted, so that it reads on in the next paragraph. */
  readonly joinsNext: boolean;
}

export interface Cell {
  /** Place of the cell in its row, from 0, counting columns that are spanned. */
  readonly column: number;
  readonly parts: readonly Part[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** The document says that it names the columns. */
  readonly header: boolean;
}

export interface Table {
  readonly type: 'table';
  readonly rows: readonly Row[];
}

/** What the text of a document is made of, whatever its format. */
export type Part = Paragraph | Table;

export function words(text: string, change: Change | null = null, hidden = false): Inline {
  return { type: 'words', text, change, hidden };
}

/** A paragraph of ordinary text, but for what is said otherwise. */
export function paragraph(inlines: readonly Inline[], rest: Partial<Paragraph> = {}): Paragraph {
  return {
    type: 'paragraph',
    kind: 'paragraph',
    level: 0,
    isTitle: false,
    label: '',
    joinsNext: false,
    ...rest,
    inlines,
  };
}

/** The words of some parts with all changes accepted, without their notes and comments. */
export function plainText(parts: readonly Part[]): string {
  const found: string[] = [];
  for (const part of parts) {
    if (part.type === 'table') {
      for (const { cells } of part.rows) {
        for (const cell of cells) found.push(plainText(cell.parts));
      }
      continue;
    }
    let text = '';
    for (const inline of part.inlines) {
      if (inline.type === 'words' && inline.change?.kind !== 'deletion') text += inline.text;
    }
    found.push(text);
  }
  return found.join('\n').trim();
}
