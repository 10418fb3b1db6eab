/** A table with a cell that is longer, in UTF-16 code units, lays out a page, unless it names its columns. */
export const CELL_OF_PROSE = 300;

/** Longer names of columns, in UTF-16 code units, are none. */
const LONGEST_NAME = 80;

interface CellText {
  readonly column: number;
  readonly text: string;
}

/** The names of a table's columns, told from its first row. */
export class ColumnNames {
  #names: ReadonlyMap<number, string> | null = null;
  #rows = 0;

  get known(): boolean {
    return this.#names !== null;
  }

  name(column: number): string | undefined {
    return this.#names?.get(column);
  }

  /** Takes the first row as the names if it says that it is that and its cells could be: each short, none twice. */
  offer(cells: readonly CellText[], header: boolean): void {
    this.#rows += 1;
    if (!header || this.#rows > 1 || cells.length < 2) return;
    const names = cells.map(({ text }) => text.trim());
    const plain = names.every(
      (name) => name !== '' && name.length <= LONGEST_NAME && !/[\n\t]/.test(name),
    );
    if (plain && new Set(names).size === names.length) {
      this.#names = new Map(cells.map(({ column }, at) => [column, names[at] ?? '']));
    }
  }
}

/** A row as text: a line `Column: value` for each cell that is not empty or, without names, the cells apart by tabs. */
export function rowText(columns: ColumnNames, cells: readonly CellText[], header: boolean): string {
  const named = columns.known;
  columns.offer(cells, header);
  const texts = cells.map(({ column, text }) => ({ column, text: text.replaceAll(/\s+/g, ' ') }));
  if (!named || texts.some(({ column }) => columns.name(column) === undefined)) {
    return texts
      .map(({ text }) => text)
      .join('\t')
      .trimEnd();
  }
  return texts
    .filter(({ text }) => text.trim() !== '')
    .map(({ column, text }) => `${columns.name(column) ?? ''}: ${text.trim()}`)
    .join('\n');
}
