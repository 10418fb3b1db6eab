import {
  paragraph,
  words,
  type Cell,
  type Change,
  type Inline,
  type Paragraph,
  type Part,
  type Row,
} from '../prose.ts';

/** Where the parts of a flow go. */
export interface FlowSink {
  part(part: Part): void;
  startTable(): void;
  row(row: Row): void;
  endTable(): void;
}

/** What an RTF says of a paragraph at its end. */
export interface ParagraphEnd {
  readonly kind: Paragraph['kind'];
  readonly level: number;
  readonly isTitle: boolean;
  readonly inTable: boolean;
  readonly joinsNext: boolean;
}

/** Text that runs on by itself: of the document, of a note, a comment, a header or a text box. */
export class Flow {
  readonly #sink: FlowSink;
  #inlines: Inline[] = [];
  #label = '';
  /** Paragraphs of the cell that is open. */
  #cell: Part[] = [];
  #cells: Cell[] = [];
  #inTable = false;

  constructor(sink: FlowSink) {
    this.#sink = sink;
  }

  words(text: string, change: Change | null, hidden: boolean): void {
    const last = this.#inlines.at(-1);
    // Joined, so that the two halves of a surrogate pair come together.
    if (last?.type === 'words' && last.change === change && last.hidden === hidden) {
      this.#inlines[this.#inlines.length - 1] = words(last.text + text, change, hidden);
    } else {
      this.#inlines.push(words(text, change, hidden));
    }
  }

  add(inline: Inline): void {
    this.#inlines.push(inline);
  }

  /** The number or bullet of the paragraph. */
  label(text: string): void {
    this.#label = text.trim();
  }

  endParagraph(end: ParagraphEnd): void {
    const { inTable, ...said } = end;
    const whole = paragraph(this.#inlines, { ...said, label: this.#label });
    this.#inlines = [];
    this.#label = '';
    if (inTable) {
      this.#cell.push(whole);
    } else {
      this.#endTable();
      this.#sink.part(whole);
    }
  }

  endCell(end: ParagraphEnd): void {
    if (this.#inlines.length > 0) this.endParagraph({ ...end, inTable: true });
    this.#cells.push({ column: this.#cells.length, parts: this.#cell });
    this.#cell = [];
  }

  endRow(header: boolean): void {
    if (this.#cells.length === 0) return;
    if (!this.#inTable) this.#sink.startTable();
    this.#inTable = true;
    this.#sink.row({ cells: this.#cells, header });
    this.#cells = [];
  }

  end(end: ParagraphEnd): void {
    if (this.#inlines.length > 0) this.endParagraph({ ...end, joinsNext: false });
    if (this.#cell.length > 0) this.endCell(end);
    this.endRow(false);
    this.#endTable();
  }

  #endTable(): void {
    // Paragraphs of a row that never ended are text all the same.
    for (const part of [...this.#cells.flatMap(({ parts }) => parts), ...this.#cell]) {
      this.#sink.part(part);
    }
    this.#cells = [];
    this.#cell = [];
    if (this.#inTable) this.#sink.endTable();
    this.#inTable = false;
  }
}

/** Keeps the parts of a flow. */
export class KeptParts implements FlowSink {
  readonly parts: Part[] = [];
  #rows: Row[] = [];

  part(part: Part): void {
    this.parts.push(part);
  }

  startTable(): void {
    this.#rows = [];
    this.parts.push({ type: 'table', rows: this.#rows });
  }

  row(row: Row): void {
    this.#rows.push(row);
  }

  endTable(): void {
    this.#rows = [];
  }
}
