import { buildOdf, type OdfParts } from '../../office/testing/odf-sample.ts';

/** A spreadsheet of OpenDocument as a ZIP. @param tables the content of `office:spreadsheet` */
export function ods(tables: string, parts: OdfParts = {}): Promise<Uint8Array> {
  return buildOdf('spreadsheet', tables, parts);
}

/** A sheet with its rows. */
export function table(name: string, rows: string, more = ''): string {
  return `<table:table table:name="${name}"${more}>${rows}</table:table>`;
}

/** A row of cells of words. */
export function row(words: readonly string[], more = ''): string {
  const cells = words.map((word) => cell(word === '' ? '' : `<text:p>${word}</text:p>`));
  return `<table:table-row${more}>${cells.join('')}</table:table-row>`;
}

export function cell(content: string, more = ''): string {
  return `<table:table-cell${more}>${content}</table:table-cell>`;
}
