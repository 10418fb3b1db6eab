import type { XmlElement } from '../../office/xml.ts';
import { childOf, elementsOf, textOf, walkXml } from '../../office/xml.ts';
import { addCell, type Cell } from '../cell.ts';
import { columnLetters, placeOf } from '../columns.ts';
import type { SheetFindings } from '../findings.ts';
import { richText, unescaped } from './rich-text.ts';
import { isTrue, type SheetPart, type Workbook } from './workbook.ts';

/** Elements of a sheet that are gone into, those taken with all that is in them, and no others. */
const INTO = new Set(['x:worksheet', 'x:sheetData', 'x:row', 'x:hyperlinks']);
const WHOLE = new Set(['x:c', 'x:cols', 'x:mergeCells', 'x:hyperlink']);

/** Takes the rows of a sheet as they come. */
export interface RowTaker {
  addRow(number: number, cells: readonly Cell[]): void;
}

export interface SheetReading {
  readonly workbook: Workbook;
  readonly sheet: SheetPart;
  readonly rows: RowTaker;
  readonly findings: SheetFindings;
}

/**
 * Reads a sheet, one row after another, whatever range it says it has.
 *
 * @param pieces of its part
 * @throws CaseError `source.failed`, `source.tooLarge`
 */
export async function readSheet(
  pieces: AsyncIterable<Uint8Array>,
  { workbook, sheet, rows, findings }: SheetReading,
): Promise<void> {
  let number = 0;
  let cells: Cell[] = [];
  let next = 0;
  await walkXml(pieces, {
    enter({ name, attributes }) {
      if (name === 'x:row') {
        number = rowNumber(attributes['r']) ?? number + 1;
        cells = [];
        next = 0;
        if (isTrue(attributes['hidden'])) findings.hiddenRow(number);
      }
      return INTO.has(name) ? 'into' : WHOLE.has(name) ? 'whole' : 'skip';
    },
    whole(element) {
      if (element.name === 'x:cols') {
        noteHiddenColumns(element, findings);
      } else if (element.name === 'x:mergeCells') {
        for (const { attributes } of elementsOf(element)) findings.merged(attributes['ref'] ?? '');
      } else if (element.name === 'x:hyperlink') {
        const { ref = '', 'r:id': id = '' } = element.attributes;
        const target = sheet.relationships.get(id);
        if (target?.external === true) findings.link(ref, target.target);
      } else {
        const column = placeOf(element.attributes['r'] ?? '')?.column ?? next;
        next = column + 1;
        noteFormula(element, column, number, findings);
        const cell = readCell(element, column, workbook);
        if (cell !== null) addCell(cells, cell);
      }
    },
    leave({ name }) {
      if (name === 'x:row') rows.addRow(number, inOrder(cells));
    },
  });
}

function rowNumber(said: string | undefined): number | null {
  return said !== undefined && /^[1-9]\d{0,8}$/.test(said) ? Number(said) : null;
}

/** Null for a cell in which nothing is to be read. */
function readCell(element: XmlElement, column: number, workbook: Workbook): Cell | null {
  const { t: type = 'n', s: style = '0' } = element.attributes;
  if (type === 'inlineStr') {
    return cellOf(column, unescaped(richText(childOf(element, 'x:is'))));
  }
  const raw = textOf(childOf(element, 'x:v'));
  switch (type) {
    case 's':
      return cellOf(column, raw === '' ? '' : (workbook.strings[Number(raw)] ?? ''));
    case 'str':
      return cellOf(column, unescaped(raw));
    case 'b':
      return cellOf(column, raw === '1' ? 'TRUE' : raw === '0' ? 'FALSE' : raw, true);
    case 'e':
      return cellOf(column, raw, true);
    case 'd':
      return cellOf(column, raw.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, ''), true);
    default:
      return cellOf(column, workbook.formats.show(raw.trim(), Number(style)), true);
  }
}

function cellOf(column: number, text: string, value?: boolean): Cell | null {
  const words = text.trim();
  if (words === '') {
    return null;
  }
  return value === undefined ? { column, text: words } : { column, text: words, value };
}

function noteFormula(
  element: XmlElement,
  column: number,
  row: number,
  findings: SheetFindings,
): void {
  const formula = childOf(element, 'x:f');
  if (formula !== undefined) {
    findings.formula(`${columnLetters(column)}${row}`, textOf(formula));
  }
}

function noteHiddenColumns(element: XmlElement, findings: SheetFindings): void {
  for (const { attributes } of elementsOf(element, 'x:col')) {
    if (isTrue(attributes['hidden'])) {
      findings.hiddenColumns(Number(attributes['min']) - 1, Number(attributes['max']) - 1);
    }
  }
}

/** Programs write the cells of a row in order; where one has not, they are put in order. */
function inOrder(cells: Cell[]): readonly Cell[] {
  const ordered = cells.every(
    ({ column }, at) => at === 0 || column > (cells[at - 1]?.column ?? 0),
  );
  return ordered ? cells : cells.toSorted((one, other) => one.column - other.column);
}
