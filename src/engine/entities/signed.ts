import { Analyst } from '#contract/settings.ts';
import { timeOfReading } from '#shared/clock.ts';
import type { CaseStore } from '../store/index.ts';

/** Who changed each of some rows last, and when, by the journal. */
export function signed(
  store: CaseStore,
  table: 'resolution' | 'assessment',
  rows: readonly { id: string; createdAt: string }[],
): Map<string, { by: Analyst | null; at: string }> {
  const signatures = new Map(
    rows.map(({ id, createdAt }) => [id, { by: null as Analyst | null, at: createdAt }]),
  );
  const changes = store.all<{ id: string; actor: string; clock: string }>(
    `SELECT c.row_id AS id, s.actor, s.clock FROM json_each(?) wanted
     JOIN change c ON c.table_name = ? AND c.row_id = wanted.value JOIN change_set s ON s.id = c.change_set_id
     ORDER BY s.clock`,
    JSON.stringify(rows.map(({ id }) => id)),
    table,
  );
  for (const { id, actor, clock } of changes) {
    const by = Analyst.safeParse(JSON.parse(actor));
    signatures.set(id, {
      by: by.success ? by.data : null,
      at: timeOfReading(clock),
    });
  }
  return signatures;
}
