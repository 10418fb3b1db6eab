import { property, type Property } from '../office/properties.ts';
import { columnLetters } from './columns.ts';

/** Of each sort of thing, so many are told; the rest is counted. */
const MOST_TOLD = 100;

/** UTF-16 code units of a formula or an address that is told. */
const LONGEST_LINE = 300;

/** What is in a workbook beside the words of its cells: hidden parts, merged cells, formulas. */
export class WorkbookFindings {
  readonly #told = new Map<string, { count: number; lines: string[] }>();

  readonly #counted = new Map<string, number>();

  note(name: string, line: string): void {
    const found = this.#told.get(name) ?? { count: 0, lines: [] };
    found.count += 1;
    if (found.lines.length < MOST_TOLD) found.lines.push(line);
    this.#told.set(name, found);
  }

  /** One more of what is only counted. */
  count(name: string): void {
    this.#counted.set(name, (this.#counted.get(name) ?? 0) + 1);
  }

  /** As properties of the document: a line each, and how many there are where not all are told. */
  get properties(): Property[] {
    const counted = Array.from(this.#counted, ([name, count]) => property(name, count));
    const told = Array.from(this.#told, ([name, { count, lines }]) =>
      property(name, [...(count > lines.length ? [`(${count})`] : []), ...lines].join('\n')),
    );
    return [...told, ...counted];
  }
}

/** What is in one of its sheets. */
export class SheetFindings {
  readonly #all: WorkbookFindings;
  readonly #sheet: string;
  #firstHidden = 0;
  #lastHidden = 0;

  constructor(all: WorkbookFindings, sheet: string) {
    this.#all = all;
    this.#sheet = sheet;
  }

  hiddenSheet(): void {
    this.#all.note('hiddenSheets', this.#sheet);
  }

  /** @param last where one element stands for several rows */
  hiddenRow(number: number, last = number): void {
    if (number === this.#lastHidden + 1 && this.#lastHidden > 0) {
      this.#lastHidden = last;
    } else {
      this.end();
      this.#firstHidden = number;
      this.#lastHidden = last;
    }
  }

  /** @param first from 0, as `last` */
  hiddenColumns(first: number, last: number): void {
    const letters = [first, last].map((column) =>
      columnLetters(Math.max(0, Math.min(column, 99_999))),
    );
    this.#all.note('hiddenColumns', `${this.#sheet}!${range(letters[0] ?? '', letters[1] ?? '')}`);
  }

  merged(place: string): void {
    this.#all.note('mergedCells', `${this.#sheet}!${place.slice(0, 30)}`);
  }

  /** @param formula what is computed; '' for one that is that of another cell */
  formula(place: string, formula: string): void {
    if (formula !== '') {
      this.#all.note('formulas', `${this.#sheet}!${place} ${formula.slice(0, LONGEST_LINE)}`);
    }
  }

  /** A cell or row that stands for so many that not all are read. */
  repeated(place: string, times: number): void {
    this.#all.note('repeated', `${this.#sheet}!${place} (${times})`);
  }

  /** Where a cell leads to, outside the workbook; it is never followed. */
  link(place: string, target: string): void {
    this.#all.note(
      'links',
      `${this.#sheet}!${place.slice(0, 30)} ${target.slice(0, LONGEST_LINE)}`,
    );
  }

  comment(): void {
    this.#all.count('comments');
  }

  /** After the last row: hidden rows that follow one another are told as one stretch. */
  end(): void {
    if (this.#lastHidden > 0) {
      const rows = range(String(this.#firstHidden), String(this.#lastHidden));
      this.#all.note('hiddenRows', `${this.#sheet}!${rows}`);
      this.#lastHidden = 0;
    }
  }
}

function range(first: string, last: string): string {
  return first === last ? first : `${first}:${last}`;
}
