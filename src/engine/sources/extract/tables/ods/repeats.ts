/** One element may stand for as many cells or rows; programs end a sheet with some that stand for a million empty ones. */
const MOST_COLUMNS = 1024;
const MOST_ROWS = 10_000;

/** Cells that stand in a document because an element was repeated. */
const MOST_COPIES = 1_000_000;

/** Bounds what repeated cells and rows come to. */
export class Repeats {
  #copies = 0;

  /** How often a cell that holds something is read of those it stands for. */
  ofCell(times: number): number {
    return this.#take(Math.min(times, MOST_COLUMNS), 1);
  }

  /** The same of a row of so many cells. */
  ofRow(times: number, cells: number): number {
    return this.#take(Math.min(times, MOST_ROWS), cells);
  }

  #take(times: number, cells: number): number {
    const left = Math.floor((MOST_COPIES - this.#copies) / Math.max(1, cells));
    const taken = Math.max(1, Math.min(times, left + 1));
    this.#copies += (taken - 1) * cells;
    return taken;
  }
}

/** A number of an attribute; 1 for what is none. */
export function timesOf(attribute: string | undefined): number {
  const times = Number(attribute ?? 1);
  return Number.isSafeInteger(times) && times >= 1 ? times : 1;
}
