import type { Layout, LayoutSheet } from '#contract/extraction.ts';
import type { Segment, SegmentKind } from '../extraction.ts';
import { withPlainLineEnds } from '../line-ends.ts';
import { divideText, type Stretch } from '../segments.ts';
import { IntList } from './int-list.ts';
import { TextWriter } from './text-writer.ts';

/** A cell that is not empty. */
export interface NamedCell {
  /** From 0. */
  readonly column: number;
  readonly name: string;
  readonly text: string;
}

/** With more rows than this, a segment is made of several where they are short. */
const MOST_ROW_SEGMENTS = 250_000;

/** With more cells than this, empty ones counted, a table is not shown as one: its layout would be larger than its text. */
const MOST_LAYOUT_CELLS = 4_000_000;

/** UTF-16 code units of words by which the language of a table is told, and of a cell that is prose. */
const PROSE_SAMPLE = 6000;
const PROSE_CELL = /\p{L}{2,}(?:\s+\p{L}+[,;.]?){4,}/u;

const KINDS = ['row', 'heading', 'paragraph', 'comment'] as const satisfies SegmentKind[];
export type BlockKind = (typeof KINDS)[number];

interface OpenSheet {
  readonly name: string;
  /** For each row its number, how many cells follow, then for each its column, start and end. */
  readonly cells: IntList;
  rows: number;
}

/**
 * The text of tables: for each row a line `Column: value` for each cell that is not empty, then a blank line; and where in
 * it each cell is. Memory grows with the cells that are not empty, whatever width a table claims to have.
 */
export class TableText {
  readonly #text: TextWriter;
  readonly #ends = new IntList();
  readonly #kinds = new IntList();
  readonly #sheets: LayoutSheet[] = [];
  #sheet: OpenSheet | null = null;
  #layoutCells = 0;
  #rows = 0;
  #prose = '';
  /** A blank line stands between two blocks, and none after the last. */
  #owed = '';

  constructor(textUnits: number) {
    this.#text = new TextWriter(textUnits);
  }

  get isEmpty(): boolean {
    return this.#text.length === 0;
  }

  /** Words of the cells that hold some, to tell the language by: the rest of a table is hardly prose. */
  get prose(): string {
    return this.#prose;
  }

  /** The rows that follow, up to {@link closeSheet}, are of one sheet. */
  openSheet(name: string): void {
    this.#sheet = { name, cells: new IntList(), rows: 0 };
  }

  /** Rows without a cell are left out. @param number of the row in its document, from 1 */
  writeRow(number: number, cells: readonly NamedCell[]): void {
    if (cells.length === 0) {
      return;
    }
    this.#begin();
    const places = this.#placesFor(cells.length);
    places?.push(number);
    places?.push(cells.length);
    for (const [index, { column, name, text }] of cells.entries()) {
      const value = withPlainLineEnds(text);
      this.#text.write(index === 0 ? `${name}: ` : `\n${name}: `);
      places?.push(column);
      places?.push(this.#text.length);
      this.#text.write(value);
      places?.push(this.#text.length);
      if (this.#prose.length < PROSE_SAMPLE && PROSE_CELL.test(value.slice(0, 200))) {
        this.#prose += `${value.slice(0, 1000)}\n`;
      }
    }
    this.#rows += 1;
    this.#end('row');
  }

  /** A piece of text that is no cell. What is white space alone is left out. */
  writeBlock(kind: BlockKind, text: string): void {
    const value = withPlainLineEnds(text).trimEnd();
    if (value !== '') {
      this.#begin();
      this.#text.write(value);
      this.#end(kind);
    }
  }

  /**
   * @param columns their names, in order; cells beyond them are given none
   * @param shown whether it is one to be looked at as a table
   */
  closeSheet(columns: readonly string[], shown = true): void {
    const sheet = this.#sheet;
    this.#sheet = null;
    if (sheet === null || sheet.rows === 0) {
      return;
    }
    this.#layoutCells += shown ? sheet.rows * columns.length : 0;
    if (shown && this.#layoutCells <= MOST_LAYOUT_CELLS) {
      this.#sheets.push({ name: sheet.name, columns: [...columns], rows: rowsOf(sheet, columns) });
    }
  }

  /** The text with its segments, and its layout where it is not too large to be shown as a table. */
  finish(): { text: string; segments: Segment[]; layout: Layout | null } {
    const text = this.#text.text();
    const segments = divideText(text, this.#stretches(text.length), {
      joins: this.#rows > MOST_ROW_SEGMENTS,
    });
    const shown = this.#sheets.length > 0 && this.#layoutCells <= MOST_LAYOUT_CELLS;
    return { text, segments, layout: shown ? { kind: 'table', sheets: this.#sheets } : null };
  }

  #begin(): void {
    this.#text.write(this.#owed);
    this.#owed = '';
    const last = this.#ends.length;
    // The blank line belongs to what stands before it.
    if (last > 0) this.#ends.set(last - 1, this.#text.length);
  }

  #end(kind: BlockKind): void {
    this.#owed = '\n\n';
    this.#ends.push(this.#text.length);
    this.#kinds.push(KINDS.indexOf(kind));
  }

  /** Where the cells of a row are noted; null when there are too many. */
  #placesFor(count: number): IntList | null {
    const sheet = this.#sheet;
    if (sheet === null) {
      return null;
    }
    if (sheet.cells.length + count * 3 > MOST_LAYOUT_CELLS * 3) {
      this.#layoutCells = Infinity;
      return null;
    }
    sheet.rows += 1;
    return sheet.cells;
  }

  *#stretches(length: number): Generator<Stretch> {
    for (let index = 0; index < this.#ends.length; index += 1) {
      const last = index === this.#ends.length - 1;
      const kind = KINDS[this.#kinds.at(index)] ?? 'row';
      yield { kind, end: last ? length : this.#ends.at(index), page: null };
    }
  }
}

function rowsOf(sheet: OpenSheet, columns: readonly string[]): LayoutSheet['rows'] {
  const rows: LayoutSheet['rows'] = [];
  const { cells: places } = sheet;
  for (let at = 0; at < places.length;) {
    const number = places.at(at);
    const count = places.at(at + 1);
    const first = at + 2;
    const after = first + count * 3;
    const start = places.at(first + 1);
    const cells = Array.from({ length: columns.length * 2 }, () => start);
    for (let cell = first; cell < after; cell += 3) {
      const column = places.at(cell);
      if (column < columns.length) {
        cells[column * 2] = places.at(cell + 1);
        cells[column * 2 + 1] = places.at(cell + 2);
      }
    }
    rows.push({ number, cells });
    at = after;
  }
  return rows;
}
