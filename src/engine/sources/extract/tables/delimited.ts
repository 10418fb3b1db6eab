import { addCell, type Cell } from './cell.ts';

/** A quoted cell that does not end within so many UTF-16 code units has a quotation mark too few somewhere. */
const LONGEST_QUOTED = 256 * 1024;

/** So many times a quotation mark without its other is looked for; after that they mean nothing any more. */
const MOST_UNCLOSED = 16;

/** A row of a table as text. */
export interface DelimitedRow {
  /** From 1; empty ones are counted and not given. */
  readonly number: number;
  readonly cells: readonly Cell[];
  /** Cells of the row, the empty ones too. */
  readonly width: number;
  /** UTF-16 offset after the row. */
  readonly end: number;
}

/**
 * The rows of a text of cells between delimiters, by RFC 4180, and kindly with what is not: a line ends by LF, CR or both;
 * a quotation mark within a cell, or without its other, is itself. White space around cells is left out.
 */
export function* readRows(text: string, delimiter: string): Generator<DelimitedRow> {
  const reader = new Reader(text, delimiter);
  for (let number = 1; !reader.atEnd; number += 1) {
    const { cells, width } = reader.row();
    if (cells.length > 0) {
      yield { number, cells, width, end: reader.place };
    }
  }
}

class Reader {
  readonly #text: string;
  readonly #delimiter: string;
  #at = 0;
  #lineEnd = -1;
  #nextDelimiter = -1;
  #unclosed = 0;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  get place(): number {
    return this.#at;
  }

  row(): { cells: Cell[]; width: number } {
    const cells: Cell[] = [];
    for (let column = 0; ; column += 1) {
      const text = (this.#quoted() ?? this.#plain()).trim();
      if (text !== '') {
        addCell(cells, { column, text });
      }
      if (this.#text.startsWith(this.#delimiter, this.#at)) {
        this.#at += this.#delimiter.length;
        continue;
      }
      this.#passLineEnd();
      return { cells, width: column + 1 };
    }
  }

  #plain(): string {
    const start = this.#at;
    this.#at = Math.min(this.#endOfLine(), this.#endOfCell());
    return this.#text.slice(start, this.#at);
  }

  /** A cell in quotation marks; null when it is none. */
  #quoted(): string | null {
    const text = this.#text;
    const open = this.#passSpaces(this.#at);
    if (text[open] !== '"' || this.#unclosed >= MOST_UNCLOSED) {
      return null;
    }
    const furthest = open + LONGEST_QUOTED;
    for (let at = open + 1; at < furthest;) {
      const mark = text.indexOf('"', at);
      if (mark === -1) {
        break;
      }
      if (text[mark + 1] === '"') {
        at = mark + 2;
        continue;
      }
      const after = this.#passSpaces(mark + 1);
      if (this.#endsCell(after)) {
        this.#at = after;
        return text.slice(open + 1, mark).replaceAll('""', '"');
      }
      at = mark + 1;
    }
    this.#unclosed += 1;
    return null;
  }

  #endsCell(at: number): boolean {
    const next = this.#text[at];
    return (
      next === undefined ||
      next === '\n' ||
      next === '\r' ||
      this.#text.startsWith(this.#delimiter, at)
    );
  }

  #passSpaces(from: number): number {
    let at = from;
    while (
      (this.#text[at] === ' ' || this.#text[at] === '\t') &&
      this.#text[at] !== this.#delimiter
    ) {
      at += 1;
    }
    return at;
  }

  #passLineEnd(): void {
    if (this.#text[this.#at] === '\r') {
      this.#at += 1;
    }
    if (this.#text[this.#at] === '\n') {
      this.#at += 1;
    }
  }

  #endOfLine(): number {
    if (this.#lineEnd < this.#at) {
      LINE_END.lastIndex = this.#at;
      this.#lineEnd = LINE_END.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#lineEnd;
  }

  #endOfCell(): number {
    if (this.#nextDelimiter < this.#at) {
      const next = this.#text.indexOf(this.#delimiter, this.#at);
      this.#nextDelimiter = next === -1 ? this.#text.length : next;
    }
    return this.#nextDelimiter;
  }
}

const LINE_END = /[\r\n]/g;
