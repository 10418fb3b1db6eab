import { CaseError } from '#contract/error.ts';
import type { ExtractionLimits, SegmentKind } from '../extraction.ts';
import { joinBlocks, type Block } from '../segments.ts';
import { ParagraphText } from './paragraph-text.ts';
import {
  plainText,
  type Comment,
  type Note,
  type Paragraph,
  type Part,
  type Row,
} from './prose.ts';
import { Quotations } from './quotations.ts';
import { CELL_OF_PROSE, ColumnNames, rowText } from './table-text.ts';

/** Pieces of a paragraph that reads on in the next, and so on. */
const MOST_JOINED = 1000;

/** What was told apart in a document, as it is counted in its details. */
export interface Tally {
  insertions: number;
  deletions: number;
  comments: number;
  notes: number;
  /** UTF-16 code units of text that a reader of the document does not see. */
  hidden: number;
}

/**
 * Puts the parts of a document together as blocks of text. A paragraph reads as with its changes accepted. Right after it
 * come, each in a block of its own, its changes: `[− author, date] words` and `[+ author, date] words`; the comments that
 * end in it: `[author, date: “words”] comment`; its footnotes, by the mark that stands in the text: `[1] note`; and its
 * text boxes. Endnotes come at the end.
 */
export class Composer {
  readonly tally: Tally = { insertions: 0, deletions: 0, comments: 0, notes: 0, hidden: 0 };
  readonly outline: { title: string; page: number | null; level: number }[] = [];
  /** What the document shows as its title; null where it shows none. */
  title: string | null = null;
  /** Of the slide or page that the next parts stand on. */
  page: number | null = null;
  readonly #limits: ExtractionLimits;
  readonly #blocks: Block[] = [];
  readonly #endnotes: Block[] = [];
  readonly #said = new Set<Comment>();
  readonly #quotations = new Quotations();
  /** A paragraph that reads on in the next. */
  #unended: Paragraph | null = null;
  readonly #tables: ColumnNames[] = [];
  #units = 0;

  constructor(limits: ExtractionLimits) {
    this.#limits = limits;
  }

  /** Adds a part. `kind`, where given, is what its paragraphs are, whatever they say. */
  part(part: Part, kind?: SegmentKind): void {
    if (part.type === 'paragraph') {
      this.#paragraph(part, kind);
      return;
    }
    this.startTable();
    for (const row of part.rows) this.row(row);
    this.endTable();
  }

  parts(parts: readonly Part[], kind?: SegmentKind): void {
    for (const part of parts) this.part(part, kind);
    this.#endParagraph(kind);
  }

  /** Between this and {@link endTable} come the rows of a table. */
  startTable(): void {
    this.#endParagraph();
    this.#tables.push(new ColumnNames());
  }

  row(row: Row): void {
    const columns = this.#tables.at(-1) ?? new ColumnNames();
    // A table that only lays out a page reads as the text it lays out.
    const prose = row.cells.some((cell) => plainText(cell.parts).length > CELL_OF_PROSE);
    if (!columns.known && (prose || row.cells.length === 1)) {
      for (const cell of row.cells) this.parts(cell.parts);
      return;
    }
    const after: Block[] = [];
    const cells = row.cells.map((cell) => ({
      column: cell.column,
      text: this.#flat(cell.parts, after),
    }));
    this.#add('row', rowText(columns, cells, row.header));
    this.#addAll(after);
  }

  endTable(): void {
    this.#endParagraph();
    this.#tables.pop();
  }

  /** A comment that stands at no place of the text. One that was said at its place is not said again. */
  comment(comment: Comment): void {
    const after: Block[] = [];
    this.#sayComment(comment, after);
    this.#addAll(after);
  }

  /** Text of its own sort, such as a line that all pages repeat: its blocks joined into one. */
  story(parts: readonly Part[], kind: SegmentKind): void {
    const after: Block[] = [];
    this.#add(kind, this.#flat(parts, after, '\n'));
    this.#addAll(after);
  }

  /** Text of a block that was put together already. */
  block(kind: SegmentKind, text: string): void {
    if (kind === 'comment') this.tally.comments += 1;
    if (kind === 'footnote') this.tally.notes += 1;
    this.#add(kind, text);
  }

  /** What has been said, and then the endnotes. */
  endNotes(): void {
    this.#endParagraph();
    this.#addAll(this.#endnotes.splice(0));
  }

  finish(): ReturnType<typeof joinBlocks> {
    this.endNotes();
    return joinBlocks(this.#blocks);
  }

  #paragraph(one: Paragraph, kind?: SegmentKind): void {
    const before = this.#unended;
    // What reads on becomes part of the paragraph that follows (ECMA-376, part 1, 17.13.5.15).
    const whole = before === null ? one : { ...one, inlines: [...before.inlines, ...one.inlines] };
    if (whole.joinsNext && whole.inlines.length < MOST_JOINED) {
      this.#unended = whole;
      return;
    }
    this.#unended = null;
    const after: Block[] = [];
    const text = this.#text(whole, after);
    if (whole.kind === 'heading' && kind === undefined && text !== '') {
      const title = text.replaceAll(/\s+/g, ' ').slice(0, 500);
      if (whole.isTitle) this.title ??= title;
      this.outline.push({ title, page: this.page, level: Math.max(1, whole.level) });
    }
    this.#add(kind ?? whole.kind, text);
    this.#addAll(after);
  }

  #endParagraph(kind?: SegmentKind): void {
    const last = this.#unended;
    if (last !== null) {
      this.#unended = null;
      this.#paragraph({ ...last, joinsNext: false }, kind);
    }
  }

  /** Parts as running text; what is to be said after it goes to `after`. */
  #flat(parts: readonly Part[], after: Block[], between = ' '): string {
    const texts: string[] = [];
    for (const part of parts) {
      if (part.type === 'paragraph') {
        texts.push(this.#text(part, after));
        continue;
      }
      for (const { cells } of part.rows) {
        texts.push(cells.map((cell) => this.#flat(cell.parts, after)).join('\t'));
      }
    }
    return texts.filter((text) => text.trim() !== '').join(between);
  }

  /** The text of a paragraph as with its changes accepted. */
  #text(one: Paragraph, after: Block[]): string {
    const line = new ParagraphText();
    const comments: Block[] = [];
    const notes: Block[] = [];
    const boxes: (readonly Part[])[] = [];
    for (const inline of one.inlines) {
      switch (inline.type) {
        case 'words':
          line.words(inline.text, inline.change);
          this.tally.hidden += inline.hidden ? inline.text.length : 0;
          if (inline.change?.kind !== 'deletion') this.#quotations.hear(inline.text);
          break;
        case 'note':
          this.#note(inline, line, notes);
          break;
        case 'commentStart':
          this.#quotations.begin(inline.comment);
          break;
        case 'commentEnd':
          this.#sayComment(inline.comment, comments);
          break;
        case 'linkStart':
          line.startLink(inline.target);
          break;
        case 'linkEnd':
          line.endLink();
          break;
        case 'box':
          boxes.push(inline.parts);
          break;
      }
    }
    line.endLink();
    for (const change of line.changes) {
      this.tally[change.kind === 'insertion' ? 'insertions' : 'deletions'] += 1;
      after.push(this.#block(change.kind, change.text));
    }
    after.push(...comments, ...notes);
    for (const box of boxes) {
      const own: Block[] = [];
      after.push(this.#block('paragraph', this.#aside(box, own)), ...own);
    }
    const text = line.finish();
    this.#quotations.hear('\n');
    return text === '' || one.label === '' ? text : `${one.label} ${text}`;
  }

  #note(note: Note, line: ParagraphText, notes: Block[]): void {
    const own: Block[] = [];
    const text = `[${note.mark}] ${this.#aside(note.parts, own)}`;
    if (note.change?.kind === 'deletion') {
      line.words(text, note.change);
      notes.push(...own);
      return;
    }
    line.words(`[${note.mark}]`, note.change);
    this.tally.notes += 1;
    (note.endnote ? this.#endnotes : notes).push(this.#block('footnote', text), ...own);
  }

  #aside(parts: readonly Part[], after: Block[]): string {
    return this.#quotations.aside(() => this.#flat(parts, after, '\n'));
  }

  #sayComment(comment: Comment, after: Block[]): void {
    const on = this.#quotations.end(comment);
    if (this.#said.has(comment)) return;
    this.#said.add(comment);
    this.tally.comments += 1;
    const own: Block[] = [];
    const text = this.#aside(comment.parts, own);
    const who = [comment.author, comment.date].filter((word) => word !== '').join(', ');
    const whom = comment.answers === '' ? who : `${who} → ${comment.answers}`;
    const head = on === '' ? whom : `${whom}: “${on}”`;
    after.push(this.#block('comment', head === '' ? text : `[${head}] ${text}`), ...own);
  }

  #block(kind: SegmentKind, text: string): Block {
    return { kind, text, page: this.page };
  }

  #add(kind: SegmentKind, text: string): void {
    this.#addAll([this.#block(kind, text)]);
  }

  #addAll(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.text.trim() === '') continue;
      this.#units += block.text.length + 2;
      if (this.#units > this.#limits.textUnits) {
        throw new CaseError('source.tooLarge', {
          size: this.#units,
          limit: this.#limits.textUnits,
        });
      }
      this.#blocks.push(block);
    }
  }
}
