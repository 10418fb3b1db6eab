import { csvCell } from '../../csv-cell.ts';
import type { Content } from './content.ts';

export type Cell = string | number | null;

/** Lines of CSV (RFC 4180), its cells of words as `csvCell` has them. */
export class Csv {
  readonly #content: Content;
  readonly #bom: boolean;

  constructor(content: Content, bom: boolean) {
    this.#content = content;
    this.#bom = bom;
  }

  *table(columns: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string, void> {
    yield `${this.#bom ? '\uFEFF' : ''}${columns.join(',')}\r\n`;
    for (const row of rows) yield `${row.map((cell) => this.#cell(cell)).join(',')}\r\n`;
  }

  #cell(cell: Cell): string {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell);
    const { text, defused } = csvCell(cell);
    if (defused) this.#content.tally.add('changed.formula');
    return text;
  }
}
