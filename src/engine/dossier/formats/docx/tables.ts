import { paragraph } from './paragraphs.ts';
import { element, value } from './xml.ts';

/**
 * A table. What comes after it is kept apart by a paragraph: two tables without one between them are one.
 *
 * @param sizes widths of its columns, in twentieths of a point, as `indent` is
 * @param name what it holds, for those who do not see it
 */
export function table(
  style: string,
  sizes: readonly number[],
  rows: readonly string[],
  indent: number,
  name?: string,
): string {
  const properties = [
    value('w:tblStyle', style),
    element('w:tblW', { 'w:w': sizes.reduce((sum, size) => sum + size, 0), 'w:type': 'dxa' }),
    indent === 0 ? '' : element('w:tblInd', { 'w:w': indent, 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblLook', {
      'w:val': style === 'Ledger' ? '0620' : '0600',
      'w:firstRow': style === 'Ledger' ? 1 : 0,
      'w:lastRow': 0,
      'w:firstColumn': 0,
      'w:lastColumn': 0,
      'w:noHBand': 1,
      'w:noVBand': 1,
    }),
    name === undefined ? '' : value('w:tblCaption', name),
  ].join('');
  const grid = sizes.map((size) => element('w:gridCol', { 'w:w': size })).join('');
  const written = element(
    'w:tbl',
    {},
    element('w:tblPr', {}, properties),
    element('w:tblGrid', {}, grid),
    ...rows,
  );
  return `${written}${paragraph('AfterTable', '')}`;
}

/** A row, which stays whole on a page unless its properties say otherwise. */
export function row(cells: readonly string[], properties = '<w:cantSplit/>'): string {
  return element('w:tr', {}, properties === '' ? '' : element('w:trPr', {}, properties), ...cells);
}

/** A cell of paragraphs. */
export function cell(width: number, content: string): string {
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
    content,
  );
}
