import type { z } from 'zod';
import type { DecideConflictsInput, DecideOutcome } from '#contract/conflict.ts';
import { CaseError } from '#contract/error.ts';
import type { ConflictChoice } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import {
  asWritten,
  type CaseStore,
  type Fields,
  type Writer,
  writtenTogether,
  type Written,
} from '../../store/index.ts';
import { choicesOf } from './list.ts';
import { openConflicts, type OpenConflict } from './open.ts';

type Decision = Pick<z.infer<typeof DecideConflictsInput>, 'conflicts' | 'choice'>;

/**
 * Decides conflicts, all in one gesture. What was given up is named in a `decision`, so that it is not asked again, here or
 * at any colleague's. A conflict that is no longer as it was shown is left as it is. Of a record that was deleted and changed
 * at once, what stands is that it is there: `stands` keeps it, so that many can be left as they are in one gesture.
 *
 * @throws CaseError `input.invalid` when the choice is none for one of them: nothing is changed
 */
export function decideConflicts(
  store: CaseStore,
  { conflicts, choice }: Decision,
): z.infer<typeof DecideOutcome> {
  const open = new Map(openConflicts(store).map((conflict) => [conflict.key, conflict]));
  const chosen = conflicts.flatMap(({ id, other }) => {
    const conflict = open.get(id);
    if (conflict === undefined) return [];
    if (!choicesOf(conflict).includes(meantFor(conflict, choice))) {
      throw new CaseError('input.invalid', {
        reason: `${choice}: ${conflict.table}.${conflict.field}`,
      });
    }
    const [latest] = conflict.others;
    const wanted =
      other === undefined ? latest : conflict.others.find(({ hash }) => hash === other);
    return wanted === undefined ? [] : [{ conflict, other: wanted }];
  });
  if (chosen.length > 0) {
    store.gesture('conflict.decide', (writer) => {
      for (const { conflict, other } of chosen) {
        // Read before anything is written, since what is written changes what it was.
        const values = valuesOf(store, conflict, other);
        note(writer, conflict, meantFor(conflict, choice), other);
        if (choice === 'other') put(writer, conflict, values);
        if (choice === 'both') addBeside(writer, conflict, values);
        if (choice === 'delete') remove(writer, conflict);
      }
    });
  }
  return { decided: chosen.length, stale: conflicts.length - chosen.length };
}

function meantFor({ field }: OpenConflict, choice: ConflictChoice): ConflictChoice {
  return field === '' && choice === 'stands' ? 'keep' : choice;
}

function note(
  writer: Writer,
  conflict: OpenConflict,
  choice: ConflictChoice,
  other: Written,
): void {
  // What is taken is written anew and stands by itself; what stood is then given up like the rest.
  const over = [conflict.stands, ...conflict.others].filter(
    (written) => written !== (choice === 'other' ? other : conflict.stands),
  );
  writer.insert('decision', {
    id: newId(),
    subjectTable: conflict.table,
    subjectId: conflict.id,
    field: conflict.field,
    choice,
    over: JSON.stringify(over.map(({ hash }) => hash)),
    createdAt: new Date().toISOString(),
  });
}

/** What somebody wrote, with what means something only together with it, be it in a row that is one with this one since. */
function valuesOf(
  store: CaseStore,
  { table, field }: OpenConflict,
  { row, changeSet, value }: Written,
): Fields {
  if (field === '') return {};
  // What leads to another record was told as what stays of that one.
  if (writtenTogether(table, field).length === 1) return { [field]: value };
  return asWritten(store, { table, id: row, field }, changeSet) ?? {};
}

function put(writer: Writer, { table, id }: OpenConflict, values: Fields): void {
  const columns = Object.keys(values);
  if (columns.length === 0) return;
  if (table === 'source') keepText(writer, id, values);
  if (table === 'name' && 'kind' in values) keepOnePrimary(writer, id, values['kind']);
  writer.run(
    `UPDATE "${table}" SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`,
    ...Object.values(values),
    id,
  );
}

/** An entity has one primary name: another gives way to it, or takes its place. @throws CaseError `name.lastPrimary` */
function keepOnePrimary(writer: Writer, id: string, kind: Fields[string] | undefined): void {
  const name = writer.one<{ kind: string; value: string; entity: string }>(
    'SELECT kind, value, entity_id AS entity FROM name WHERE id = ?',
    id,
  );
  if (name === undefined || (name.kind === 'primary') === (kind === 'primary')) return;
  const instead = writer.one<{ id: string }>(
    `SELECT id FROM name WHERE entity_id = ? AND id <> ? ORDER BY kind <> 'primary', id`,
    name.entity,
    id,
  );
  if (instead === undefined) {
    if (kind !== 'primary') throw new CaseError('name.lastPrimary', { name: name.value });
    return;
  }
  if (kind === 'primary') {
    writer.run(
      `UPDATE name SET kind = 'variant' WHERE entity_id = ? AND kind = 'primary' AND id <> ?`,
      name.entity,
      id,
    );
  } else writer.run(`UPDATE name SET kind = 'primary' WHERE id = ?`, instead.id);
}

/** A text of a source that gives way to another is one that it had: passages stand in it. */
function keepText(writer: Writer, id: string, { text_sha256: text }: Fields): void {
  if (typeof text !== 'string') return;
  writer.run(
    `INSERT INTO text_version (id, source_id, text_sha256, text_length, pages, encoding, extraction, extracted_by,
       layout_sha256, created_at)
     SELECT ?, id, text_sha256, text_length, pages, encoding, extraction, extracted_by, layout_sha256, ?
     FROM source WHERE id = ? AND text_sha256 <> ?`,
    newId(),
    new Date().toISOString(),
    id,
    text,
  );
  writer.run('DELETE FROM text_version WHERE source_id = ? AND text_sha256 = ?', id, text);
}

/** A note hangs on its subject by name only, and goes with it. @throws CaseError `name.lastPrimary` */
function remove(writer: Writer, { table, id }: OpenConflict): void {
  const name = writer.one<{ value: string }>(
    `SELECT value FROM name WHERE 'name' = ? AND id = ? AND kind = 'primary'`,
    table,
    id,
  );
  if (name !== undefined) throw new CaseError('name.lastPrimary', { name: name.value });
  const subject = table === 'case_file' ? 'case' : table;
  writer.run('DELETE FROM note WHERE subject_table = ? AND subject_id = ?', subject, id);
  writer.run(`DELETE FROM "${table}" WHERE id = ?`, id);
}

/** A row like that of the conflict, with the other's values: a name beside another is a variant. */
function addBeside(writer: Writer, { table, id }: OpenConflict, values: Fields): void {
  const row = writer.one<Fields>(`SELECT * FROM "${table}" WHERE id = ?`, id);
  if (row === undefined) return;
  const made: Fields = {
    ...row,
    ...values,
    ...(table === 'name' && row['kind'] === 'primary' && { kind: 'variant' }),
    id: newId(),
    created_at: new Date().toISOString(),
  };
  const columns = Object.keys(made);
  writer.run(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
    ...Object.values(made),
  );
}
