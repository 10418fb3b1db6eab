import type { TagMatrix } from '#contract/passage-query.ts';
import type { TagNode } from './tag-tree.ts';

/** A line of the matrix, a row or a column, in the order in which it is shown. */
export interface MatrixLine {
  id: string;
  title: string;
  /** How far it is set in, for a tag beneath others. */
  depth: number;
  color: string | null;
}

export interface ShownMatrix {
  rows: MatrixLine[];
  columns: MatrixLine[];
  /** The count of a cell, 0 for none. */
  at: (row: number, column: number) => number;
  /** The largest count off the diagonal of a tag with itself. */
  largest: number;
}

/**
 * The matrix as it is shown: tags in the order of the codebook, other columns in the order given.
 *
 * @param withEmpty also lines in which nothing is counted
 */
export function shownMatrix(
  { rows, columns, cells }: TagMatrix,
  all: readonly TagNode[],
  byTag: boolean,
  withEmpty: boolean,
): ShownMatrix {
  const counts = new Map<string, number>();
  let largest = 0;
  for (let at = 0; at < cells.length; at += 3) {
    const row = rows[cells[at] ?? -1] ?? '';
    const column = columns[cells[at + 1] ?? -1]?.id ?? '';
    const count = cells[at + 2] ?? 0;
    counts.set(`${row} ${column}`, count);
    if (row !== column) largest = Math.max(largest, count);
  }
  const used = { rows: new Set<string>(), columns: new Set<string>() };
  for (const key of counts.keys()) {
    const [row = '', column = ''] = key.split(' ');
    used.rows.add(row);
    used.columns.add(column);
  }
  const known = new Set(rows);
  const tagLines = (among: ReadonlySet<string>): MatrixLine[] =>
    all
      .filter(({ tag }) => known.has(tag.id) && (withEmpty || among.has(tag.id)))
      .map(({ tag, depth }) => ({ id: tag.id, title: tag.name, depth, color: tag.color }));
  const shownRows = tagLines(used.rows);
  const shownColumns = byTag
    ? tagLines(used.columns)
    : columns
        .filter(({ id }) => withEmpty || used.columns.has(id))
        .map(({ id, title }) => ({ id, title, depth: 0, color: null }));
  return {
    rows: shownRows,
    columns: shownColumns,
    at: (row, column) =>
      counts.get(`${shownRows[row]?.id ?? ''} ${shownColumns[column]?.id ?? ''}`) ?? 0,
    largest,
  };
}

/**
 * The matrix as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe, so that what
 * a document or a colleague named something is never computed (OWASP, CSV Injection). The mark at its beginning tells
 * spreadsheets that it is UTF-8.
 */
export function matrixCsv({ rows, columns, at }: ShownMatrix, corner: string): string {
  const lines = [
    [corner, ...columns.map(({ title }) => title)],
    ...rows.map(({ title }, row) => [title, ...columns.map((_, column) => at(row, column))]),
  ];
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
