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
const MOST_LAYOUT_CELLS = 2_000_000;

/** Nor with more sheets. */
const MOST_LAYOUT_SHEETS = 1000;

/** UTF-16 code units of words by which the language of a table is told, and of a cell that is prose. */
const PROSE_SAMPLE = 6000;
const SHORTEST_PROSE = 20;
const PROSE_CELL = /(?<!\p{L})\p{L}{2,}[,;.]?(?: \p{L}+[,;.]?){4}/u;

const KINDS = ['row', 'heading', 'paragraph', 'comment'] as const satisfies SegmentKind[];
export type BlockKind = (typeof KINDS)[number];

interface OpenSheet {
  readonly name: string;
  /** For each row its number, how many cells follow, then for each its column, start and end. */
  readonly cells: IntList;
  rows: number;
  /** Where in `cells` the count of the row that is open is. */
  countAt: number;
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
  #open: BlockKind | null = null;

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
    this.#sheet = { name, cells: new IntList(), rows: 0, countAt: 0 };
  }

  /**
   * Writes a cell into the row that is open, else begins one.
   *
   * @param number of the row in its document, from 1
   * @param cell its column is below 0 where it is of none
   */
  writeCell(number: number, { column, name, text }: NamedCell): void {
    const value = withPlainLineEnds(text);
    if (this.#open === 'row') {
      this.#text.write(`\n${name}: `);
    } else {
      this.#begin('row');
      this.#text.write(`${name}: `);
      this.#openPlaces(number);
    }
    const start = this.#text.length;
    this.#text.write(value);
    if (column >= 0) {
      this.#notePlace(column, start);
    }
    this.#sampleProse(value);
  }

  endRow(): void {
    if (this.#open === 'row') {
      this.#rows += 1;
      this.endBlock();
    }
  }

  /** Writes a line into the block that is open, if it is of this kind, else begins one. */
  writeLine(kind: BlockKind, line: string): void {
    const value = withPlainLineEnds(line);
    if (this.#open === kind) {
      this.#text.write('\n');
    } else {
      this.#begin(kind);
    }
    this.#text.write(value);
    this.#sampleProse(value);
  }

  endBlock(): void {
    if (this.#open !== null) {
      this.#ends.push(this.#text.length);
      this.#kinds.push(KINDS.indexOf(this.#open));
      this.#open = null;
    }
  }

  /** A piece of text that is no cell. What is white space alone is left out. */
  writeBlock(kind: BlockKind, text: string): void {
    const value = text.trimEnd();
    this.endBlock();
    if (value !== '') {
      this.writeLine(kind, value);
      this.endBlock();
    }
  }

  /**
   * @param columns their names, in order; cells beyond them are given none
   * @param shown whether it is one to be looked at as a table
   */
  closeSheet(columns: readonly string[], shown = true): void {
    this.endBlock();
    const sheet = this.#sheet;
    this.#sheet = null;
    if (sheet === null || sheet.rows === 0) {
      return;
    }
    const many = this.#sheets.length >= MOST_LAYOUT_SHEETS;
    this.#layoutCells += shown ? (many ? Infinity : sheet.rows * columns.length) : 0;
    if (shown && this.#layoutCells <= MOST_LAYOUT_CELLS) {
      this.#sheets.push({ name: sheet.name, columns: [...columns], rows: rowsOf(sheet, columns) });
    }
  }

  /** The text with its segments, and its layout where it is not too large to be shown as a table. */
  finish(): { text: string; segments: Segment[]; layout: Layout | null } {
    this.endBlock();
    const text = this.#text.text();
    const segments = divideText(text, this.#stretches(text.length), {
      joins: this.#rows > MOST_ROW_SEGMENTS,
    });
    const shown = this.#sheets.length > 0 && this.#layoutCells <= MOST_LAYOUT_CELLS;
    return { text, segments, layout: shown ? { kind: 'table', sheets: this.#sheets } : null };
  }

  /** Begins a block, a blank line below the one before it, to which the blank line belongs. */
  #begin(kind: BlockKind): void {
    this.endBlock();
    this.#open = kind;
    const last = this.#ends.length - 1;
    if (last >= 0) {
      this.#text.write('\n\n');
      this.#ends.set(last, this.#text.length);
    }
  }

  #openPlaces(number: number): void {
    const sheet = this.#sheet;
    if (sheet !== null && sheet.cells.length < MOST_LAYOUT_CELLS * 3) {
      sheet.rows += 1;
      sheet.cells.push(number);
      sheet.countAt = sheet.cells.length;
      sheet.cells.push(0);
    } else {
      this.#layoutCells = Infinity;
    }
  }

  #notePlace(column: number, start: number): void {
    const sheet = this.#sheet;
    if (sheet !== null && this.#layoutCells <= MOST_LAYOUT_CELLS) {
      sheet.cells.push(column);
      sheet.cells.push(start);
      sheet.cells.push(this.#text.length);
      sheet.cells.set(sheet.countAt, sheet.cells.at(sheet.countAt) + 1);
    }
  }

  #sampleProse(value: string): void {
    if (
      value.length >= SHORTEST_PROSE &&
      this.#prose.length < PROSE_SAMPLE &&
      PROSE_CELL.test(value.slice(0, 200))
    ) {
      this.#prose += `${value.slice(0, 1000)}\n`;
    }
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
    const start = count > 0 ? places.at(first + 1) : 0;
    const cells: number[] = [];
    for (let place = columns.length * 2; place > 0; place -= 1) cells.push(start);
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
