import { Analyst } from '#contract/settings.ts';
import { timeOfReading } from '#shared/clock.ts';
import type { CaseStore } from '../store/index.ts';
import type { CustodyLine } from './model.ts';

/**
 * How sources came into the case, by their ids: by whom and when each was imported, and whether that was here or in a
 * colleague's file, from which this one took it in. The journal says so.
 */
export function custodyOf(
  store: CaseStore,
  sources: readonly string[],
): Map<string, readonly CustodyLine[]> {
  const rows = store.all<{ id: string; clock: string; actor: string; merged: 0 | 1 }>(
    `SELECT c.row_id AS id, s.clock, s.actor, EXISTS (
       SELECT 1 FROM local, json_each(local.value) m
       WHERE local.key = 'merges' AND s.id BETWEEN m.value ->> 0 AND m.value ->> 1) AS merged
     FROM json_each(?) wanted
     JOIN change c ON c.table_name = 'source' AND c.row_id = wanted.value AND c.operation = 'insert'
     JOIN change_set s ON s.id = c.change_set_id ORDER BY s.clock, s.id`,
    JSON.stringify(sources),
  );
  const custody = new Map<string, readonly CustodyLine[]>();
  for (const { id, clock, actor, merged } of rows) {
    // What was taken away and brought back came in once.
    if (custody.has(id)) continue;
    custody.set(id, [
      {
        at: timeOfReading(clock).replace(/\.\d+Z$/, 'Z'),
        by: nameOf(actor),
        act: merged === 1 ? 'merged' : 'imported',
      },
    ]);
  }
  return custody;
}

function nameOf(actor: string): string | null {
  const found = Analyst.safeParse(JSON.parse(actor));
  if (!found.success) return null;
  const { name, initials, organization } = found.data;
  return [name, initials, organization].find((part) => part !== '') ?? null;
}
