import type { Cell } from './cell.ts';
import { columnLetters, shortName } from './columns.ts';
import { findHeader } from './header.ts';
import type { TableText } from './table-text.ts';

/** Rows by which the header is told, fewer where they have very many cells. */
const TELLING_ROWS = 60;
const TELLING_CELLS = 100_000;

interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/**
 * A sheet whose rows come one after another. Its columns have the names that its header gives, else their letters; the
 * header itself is in the text by what it names.
 */
export class HeadedSheet {
  readonly #text: TableText;
  readonly #heading: string;
  #held: Row[] | null = [];
  #heldCells = 0;
  #begun = false;
  readonly #names: string[] = [];
  #width = 0;

  /** @param heading what stands above it in the text; nothing for '' */
  constructor(text: TableText, name: string, heading: string) {
    this.#text = text;
    this.#heading = heading;
    text.openSheet(name);
  }

  /** @param number of the row in its document, from 1 @param cells those not empty, in the order of their columns */
  addRow(number: number, cells: readonly Cell[]): void {
    if (cells.length === 0) {
      return;
    }
    if (this.#held === null) {
      this.#write({ number, cells });
      return;
    }
    this.#held.push({ number, cells });
    this.#heldCells += cells.length;
    if (this.#held.length === TELLING_ROWS || this.#heldCells >= TELLING_CELLS) {
      this.#tell();
    }
  }

  /** After its last row, before anything else is written. */
  end(): void {
    this.#tell();
    this.#text.closeSheet(Array.from({ length: this.#width }, (_, column) => this.#nameOf(column)));
  }

  /** Writes the heading, unless that is done: above the first row, or what else there is to say of the sheet. */
  begin(): void {
    if (!this.#begun) {
      this.#begun = true;
      this.#text.writeBlock('heading', this.#heading);
    }
  }

  #tell(): void {
    const held = this.#held ?? [];
    this.#held = null;
    const header = findHeader(held.map(({ cells }) => cells));
    for (const [index, row] of held.entries()) {
      if (index === header) {
        for (const { column, text } of row.cells) {
          this.#names[column] = shortName(text.replace(/\s+/g, ' '));
          this.#width = Math.max(this.#width, column + 1);
        }
      } else {
        this.#write(row);
      }
    }
  }

  #write({ number, cells }: Row): void {
    this.begin();
    this.#width = Math.max(this.#width, (cells.at(-1)?.column ?? -1) + 1);
    for (const { column, text } of cells) {
      this.#text.writeCell(number, { column, name: this.#nameOf(column), text });
    }
    this.#text.endRow();
  }

  #nameOf(column: number): string {
    return this.#names[column] ?? columnLetters(column);
  }
}
