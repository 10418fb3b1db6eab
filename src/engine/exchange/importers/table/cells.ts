import type { ColumnMapping } from '#contract/foreign-import.ts';
import { ontology } from '../../../ontology.ts';

/** Whether a column holds the names by which its rows go. */
export function isPrimaryName({ role, nameKind = 'primary' }: ColumnMapping): boolean {
  return role === 'name' && nameKind === 'primary';
}

export function cellOf(row: readonly string[], column: number): string {
  return row[column]?.trim() ?? '';
}

/** The values of a cell, each once. */
export function valuesOf(
  row: readonly string[],
  column: number,
  separator: string | undefined,
): string[] {
  const cell = cellOf(row, column);
  if (cell === '') return [];
  const values = separator === undefined ? [cell] : cell.split(separator).map((one) => one.trim());
  return [...new Set(values.filter((one) => one !== ''))];
}

let dateProperties: Set<string> | undefined;

/** Whether a property of the ontology is a date. */
export function isDate(property: string): boolean {
  dateProperties ??= new Set(
    ontology().properties.flatMap(({ key, type }) => (type === 'date' ? [key] : [])),
  );
  return dateProperties.has(property);
}
