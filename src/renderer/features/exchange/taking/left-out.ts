import type { MergePreview, MergeRecord } from '#contract/merge.ts';

/** What a person leaves out of a merge: whole kinds of records, and single ones. */
export interface LeftOut {
  tables: ReadonlySet<string>;
  /** Records of the other kinds, by `table id`. */
  records: ReadonlyMap<string, { table: string; id: string }>;
}

export const nothingLeftOut: LeftOut = { tables: new Set(), records: new Map() };

type Which = Pick<MergeRecord['record'], 'table' | 'id'>;

const keyOf = ({ table, id }: Which): string => `${table} ${id}`;

export function isLeftOut({ tables, records }: LeftOut, record: Which): boolean {
  return tables.has(record.table) || records.has(keyOf(record));
}

/** Leaves out all records of a kind, or takes them all again. */
export function withTable({ tables, records }: LeftOut, table: string, out: boolean): LeftOut {
  const next = new Set(tables);
  if (out) next.add(table);
  else next.delete(table);
  const kept = [...records].filter(([, record]) => record.table !== table);
  return { tables: next, records: new Map(kept) };
}

/**
 * Leaves out records, or takes them again. One of a kind that is left out as a whole cannot be taken by itself: it hangs
 * together with the others, and the kind has to be taken again first.
 */
export function withRecords(leftOut: LeftOut, which: readonly Which[], out: boolean): LeftOut {
  const records = new Map(leftOut.records);
  for (const { table, id } of which) {
    if (leftOut.tables.has(table)) continue;
    if (out) records.set(keyOf({ table, id }), { table, id });
    else records.delete(keyOf({ table, id }));
  }
  return { ...leftOut, records };
}

/** How many records of a preview are taken and left out, without what hangs on these. */
export function countLeftOut(
  leftOut: LeftOut,
  totals: MergePreview['totals'],
): { taken: number; left: number } {
  let taken = 0;
  let left = leftOut.records.size;
  for (const { table, state, count } of totals) {
    if (state === 'leftOut') continue;
    if (leftOut.tables.has(table)) left += count;
    else taken += count;
  }
  return { taken: Math.max(0, taken - leftOut.records.size), left };
}

/** As the engine is told. */
export function leaveOutOf({ tables, records }: LeftOut): {
  tables: string[];
  records: { table: string; id: string }[];
} {
  return { tables: [...tables], records: [...records.values()] };
}
