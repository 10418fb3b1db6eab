import { HistoryTable } from '#contract/history.ts';
import type { Route } from '../../app/route.ts';

/** A record whose history is asked for. */
export interface RecordRef {
  table: HistoryTable;
  id: string;
}

/** The history screen, of the whole case or of one record. */
export function historyRoute(record: RecordRef | null): Route {
  return { screen: 'history', ...(record !== null && { id: `${record.table}.${record.id}` }) };
}

/** The record whose history a route shows; null for the whole case. */
export function recordOf({ id = '' }: Route): RecordRef | null {
  const dot = id.indexOf('.');
  const table = HistoryTable.safeParse(id.slice(0, Math.max(0, dot)));
  const record = id.slice(dot + 1);
  return table.success && record !== '' ? { table: table.data, id: record } : null;
}
