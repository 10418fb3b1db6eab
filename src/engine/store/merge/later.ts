import type { Stamp } from './fold.ts';
import type { Key } from './references.ts';
import type { View } from './view.ts';

/** Whether any of some columns of a row were written later than those of another. */
export function isLater(
  view: View,
  table: string,
  columns: readonly string[],
  id: string,
  than: string,
): boolean {
  const one = latestWrite(view, { table, id }, columns);
  const other = latestWrite(view, { table, id: than }, columns);
  return one > other || (one === other && id > than);
}

/** The reading and replica of the change that wrote any of some columns last, to be compared as text. */
function latestWrite(view: View, key: Key, columns: readonly string[]): string {
  const writtenBy = view.state(key)?.writtenBy ?? {};
  return columns
    .map((column) => writtenBy[column])
    .filter((stamp): stamp is Stamp => stamp !== undefined)
    .reduce((latest, { clock, replica }) => {
      const reading = `${clock} ${replica}`;
      return reading > latest ? reading : latest;
    }, '');
}
