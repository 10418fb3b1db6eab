import { refreshClusters } from '../clusters.ts';
import type { Inspection } from './inspection.ts';

/**
 * Which entities are shown as one follows from the judgements, and from nothing else: it is worked out again, in
 * temporary tables that stand before those of the file, and compared.
 */
export function checkClusters(inspection: Inspection): void {
  const { db } = inspection;
  if (inspection.one('SELECT 1 FROM cluster_stale') !== undefined) {
    inspection.found('cluster_stale', '', 'judgements were left unsettled');
  }
  db.exec(`CREATE TEMP TABLE cluster (entity_id TEXT PRIMARY KEY, head_id TEXT NOT NULL, name_id TEXT);
    CREATE TEMP TABLE cluster_stale (entity_id TEXT PRIMARY KEY);
    INSERT INTO temp.cluster_stale SELECT first_id FROM resolution UNION SELECT second_id FROM resolution
      UNION SELECT entity_id FROM assessment;`);
  try {
    refreshClusters(db);
    inspection.looked(
      inspection.one<{ rows: number }>('SELECT count(*) AS rows FROM main.cluster')?.rows ?? 0,
    );
    for (const [from, but] of [
      ['main', 'temp'],
      ['temp', 'main'],
    ]) {
      for (const { id } of inspection.all<{ id: string }>(
        `SELECT entity_id AS id FROM (SELECT * FROM ${from}.cluster EXCEPT SELECT * FROM ${but}.cluster)`,
      )) {
        inspection.found('cluster', id, 'is not the cluster that follows from the judgements');
      }
    }
  } finally {
    db.exec('DROP TABLE temp.cluster; DROP TABLE temp.cluster_stale');
  }
}
