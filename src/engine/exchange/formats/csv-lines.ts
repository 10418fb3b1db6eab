import type { Content } from './content.ts';

export type Cell = string | number | null;

/** A cell that a spreadsheet might take for a formula, quotes before it or not (OWASP, CSV injection). */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * Lines of CSV (RFC 4180). A cell that would be a formula gets an apostrophe before it; so does one that begins with
 * apostrophes and then such a sign, so that taking one off such a cell always gives what it was.
 */
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
    const defused = formula.test(cell);
    if (defused) this.#content.tally.add('changed.formula');
    const text = defused ? `'${cell}` : cell;
    return defused || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }
}
