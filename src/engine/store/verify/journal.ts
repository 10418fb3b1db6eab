import { changeSetHash, type ChangeSetRecord } from '../journal.ts';
import type { Inspection } from './inspection.ts';

type SetRow = Omit<ChangeSetRecord, 'changes'> & { id: number; hash: string };

/** Every replica's chain: each change set has the hash it says, follows the one before it, and none is missing. */
export function checkJournal(inspection: Inspection): void {
  const changesOf = inspection.db.prepare<[number], ChangeSetRecord['changes'][number]>(
    `SELECT table_name AS tableName, row_id AS rowId, operation, fields FROM change
     WHERE change_set_id = ? ORDER BY id`,
  );
  let replica: string | undefined;
  let sequence = 0;
  let hash = '';
  let clock = '';
  let changed = 0;
  for (const set of inspection.each<SetRow>(
    `SELECT id, replica, sequence, clock, actor, label, undoes, previous_hash AS previousHash, hash
     FROM change_set ORDER BY replica, sequence`,
  )) {
    inspection.looked();
    if (set.replica !== replica) {
      replica = set.replica;
      sequence = 0;
      hash = '';
      clock = '';
    }
    const object = (what: string) => inspection.found('change_set', set.id, what);
    if (set.sequence !== sequence + 1) object(`follows ${sequence} as ${set.sequence}`);
    if (set.previousHash !== hash) object('does not follow the one before it');
    if (set.clock <= clock) object('has a clock that is not later than the one before');
    const changes = changesOf.all(set.id);
    changed += changes.length;
    if (changes.length === 0) object('holds no change');
    if (set.hash !== changeSetHash({ ...set, changes })) object('is not what its hash says');
    ({ sequence, hash, clock } = set);
  }
  const { total } = inspection.one<{ total: number }>('SELECT count(*) AS total FROM change') ?? {
    total: 0,
  };
  if (total !== changed) inspection.found('change', '', 'changes stand in no change set');
  for (const table of ['change_set', 'change']) {
    const numbered = inspection.one<{ rows: number; first: number | null; last: number | null }>(
      `SELECT count(*) AS rows, min(id) AS first, max(id) AS last FROM "${table}"`,
    );
    if (numbered === undefined || numbered.rows === 0) continue;
    if (numbered.first !== 1 || numbered.last !== numbered.rows) {
      inspection.found(table, '', 'rows are not numbered without a gap');
    }
  }
}
