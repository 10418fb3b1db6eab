/** What is selected in a table: rows by their keys, the row the keys stand at, and where a range began. */
export interface Selection {
  keys: ReadonlySet<string>;
  /** Place of the row the keys stand at; -1 for none. */
  active: number;
  anchor: number;
}

export const nothingSelected: Selection = { keys: new Set(), active: -1, anchor: -1 };

type KeyOf = (index: number) => string | undefined;

/** Only this row. */
export function selectOnly(index: number, keyOf: KeyOf): Selection {
  const key = keyOf(index);
  return { keys: new Set(key === undefined ? [] : [key]), active: index, anchor: index };
}

/** This row too, or no longer. */
export function toggleRow(selection: Selection, index: number, keyOf: KeyOf): Selection {
  const key = keyOf(index);
  const keys = new Set(selection.keys);
  if (key !== undefined && !keys.delete(key)) keys.add(key);
  return { keys, active: index, anchor: index };
}

/** The rows from where the range began to this one, both included. */
export function rangeTo(selection: Selection, index: number): readonly [number, number] {
  const anchor = selection.anchor < 0 ? index : selection.anchor;
  return [Math.min(anchor, index), Math.max(anchor, index)];
}

/** These rows, which reach from where the range began to this one, and no others. */
export function extendTo(selection: Selection, index: number, keys: readonly string[]): Selection {
  const anchor = selection.anchor < 0 ? index : selection.anchor;
  return { keys: new Set(keys), active: index, anchor };
}
