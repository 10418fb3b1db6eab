import {
  descendantsOf,
  elementsOf,
  textOf,
  type XmlElement,
  type XmlVisitor,
} from '../../office/xml.ts';
import type { CellComment } from '../cell-comment.ts';
import { addCell, type Cell } from '../cell.ts';
import { columnLetters } from '../columns.ts';
import type { SheetFindings } from '../findings.ts';
import { cellText, paragraphsIn } from './cell-text.ts';
import { Repeats, timesOf } from './repeats.ts';

/** Takes the sheets of a document as they come. */
export interface SheetTaker {
  /** @returns what is found in it besides its rows */
  beginSheet(name: string, isHidden: boolean): SheetFindings;
  /** There are changes that were tracked; what was deleted is not read. */
  noteChanges(): void;
  addRow(number: number, cells: readonly Cell[]): void;
  addComment(comment: CellComment): void;
  endSheet(): void;
}

/** Elements that are gone into, and those that are taken with all that is in them. */
const INTO = new Set([
  'office:document-content',
  'office:automatic-styles',
  'office:body',
  'office:spreadsheet',
  'table:table',
  'table:table-columns',
  'table:table-header-columns',
  'table:table-column-group',
  'table:table-rows',
  'table:table-header-rows',
  'table:table-row-group',
  'table:table-row',
]);
const WHOLE = new Set(['table:table-cell', 'table:covered-table-cell', 'table:table-column']);

/**
 * Reads the sheets of OpenDocument (1.3 part 3, 9) out of `content.xml`, one row after another. Cells and rows that stand for
 * many are read as many times as they stand for, within bounds.
 */
export class SheetReader implements XmlVisitor {
  readonly #taker: SheetTaker;
  readonly #repeats = new Repeats();
  readonly #hiddenStyles = new Set<string>();
  #findings: SheetFindings | null = null;
  /** Of the row that comes next, from 1, and of the cell, from 0. */
  #row = 1;
  #column = 0;
  #cells: Cell[] = [];
  #comments: CellComment[] = [];

  constructor(taker: SheetTaker) {
    this.#taker = taker;
  }

  enter({ name, attributes }: XmlElement): 'into' | 'whole' | 'skip' {
    if (name === 'style:style') {
      return attributes['style:family'] === 'table' ? 'whole' : 'skip';
    }
    if (name === 'table:table') {
      const style = attributes['table:style-name'] ?? '';
      const isHidden = this.#hiddenStyles.has(style);
      this.#findings = this.#taker.beginSheet(attributes['table:name'] ?? '', isHidden);
      this.#row = 1;
      this.#column = 0;
      this.#comments = [];
    } else if (name === 'table:table-row') {
      this.#cells = [];
      this.#column = 0;
    } else if (name === 'table:tracked-changes') {
      this.#taker.noteChanges();
    }
    return INTO.has(name) ? 'into' : WHOLE.has(name) ? 'whole' : 'skip';
  }

  whole(element: XmlElement): void {
    if (element.name === 'style:style') {
      const [properties] = elementsOf(element, 'style:table-properties');
      if (properties?.attributes['table:display'] === 'false') {
        this.#hiddenStyles.add(element.attributes['style:name'] ?? '');
      }
    } else if (element.name === 'table:table-column') {
      const times = timesOf(element.attributes['table:number-columns-repeated']);
      if (isHidden(element)) {
        this.#findings?.hiddenColumns(this.#column, this.#column + times - 1);
      }
      this.#column += times;
    } else {
      this.#readCell(element);
    }
  }

  leave(element: XmlElement): void {
    if (element.name === 'table:table-row') {
      this.#endRow(element);
    } else if (element.name === 'table:table') {
      for (const comment of this.#comments) this.#taker.addComment(comment);
      this.#taker.endSheet();
    }
  }

  #readCell(element: XmlElement): void {
    const said = element.attributes;
    const times = timesOf(said['table:number-columns-repeated']);
    const place = `${columnLetters(this.#column)}${this.#row}`;
    const cell = cellText(element);
    if (cell.text !== '') {
      const copies = this.#repeats.ofCell(times);
      for (let copy = 0; copy < copies; copy += 1) {
        addCell(this.#cells, { column: this.#column + copy, ...cell });
      }
      if (copies < times) this.#findings?.repeated(place, times);
    }
    for (const link of descendantsOf(element, 'text:a')) {
      this.#findings?.link(place, link.attributes['xlink:href'] ?? '');
    }
    for (const annotation of elementsOf(element, 'office:annotation')) {
      this.#comments.push(commentOf(annotation, place));
    }
    const columns = timesOf(said['table:number-columns-spanned']);
    const rows = timesOf(said['table:number-rows-spanned']);
    if (columns > 1 || rows > 1) {
      const last = `${columnLetters(this.#column + columns - 1)}${this.#row + rows - 1}`;
      this.#findings?.merged(`${place}:${last}`);
    }
    this.#findings?.formula(place, said['table:formula'] ?? '');
    this.#column += times;
  }

  #endRow(element: XmlElement): void {
    const times = timesOf(element.attributes['table:number-rows-repeated']);
    // Empty rows to the end of the sheet are hidden where nobody wants to see them: that tells nothing.
    if (isHidden(element) && this.#cells.length > 0) {
      this.#findings?.hiddenRow(this.#row, this.#row + times - 1);
    }
    if (this.#cells.length > 0) {
      const copies = this.#repeats.ofRow(times, this.#cells.length);
      for (let copy = 0; copy < copies; copy += 1) {
        this.#taker.addRow(this.#row + copy, this.#cells);
      }
      if (copies < times) this.#findings?.repeated(String(this.#row), times);
    }
    this.#row += times;
  }
}

function isHidden({ attributes }: XmlElement): boolean {
  return (attributes['table:visibility'] ?? 'visible') !== 'visible';
}

function commentOf(annotation: XmlElement, place: string): CellComment {
  const [creator] = elementsOf(annotation, 'dc:creator');
  const [date] = elementsOf(annotation, 'dc:date');
  return {
    place,
    author: textOf(creator).trim(),
    day: /^\d{4}-\d{2}-\d{2}/.exec(textOf(date))?.[0] ?? '',
    text: paragraphsIn(annotation),
  };
}
