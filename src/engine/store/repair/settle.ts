import { getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { newId } from '#shared/id.ts';
import { dateBounds } from '#shared/edtf.ts';
import { journaled } from '../schema.ts';
import type { Decided } from './decide.ts';
import type { Row } from './layout.ts';
import type { Remarks } from './remarks.ts';

type Tables = ReadonlyMap<string, Decided>;

interface Reference {
  table: string;
  column: string;
  parent: string;
  /** Whether a row stays, without it, when what it leads to goes. */
  loose: boolean;
}

/** Every column that leads to another row, children after parents. */
const references: Reference[] = Object.values(journaled).flatMap((table) =>
  getTableConfig(table).foreignKeys.map((key) => {
    const { columns, foreignTable } = key.reference();
    return {
      table: getTableName(table),
      column: columns[0]?.name ?? '',
      parent: getTableName(foreignTable),
      loose: key.onDelete === 'set null',
    };
  }),
);

/** Makes the rows that are left a case that holds together, and says what had to go or be changed for that. */
export function settle(tables: Tables, remarks: Remarks, fileTitle: string): void {
  const lostNow = dropHangers(tables, remarks);
  const caseId = settleCase(tables, remarks, fileTitle);
  settleNotes(tables, remarks, lostNow, caseId);
  settleNames(tables, remarks);
  settleDates(tables, remarks);
}

/** Rows that lead to rows which are lost go with them, as they would if those had been taken away. */
function dropHangers(tables: Tables, remarks: Remarks): Set<string> {
  const lost = new Set([...tables.values()].flatMap((decided) => [...decided.lost]));
  for (let dropped = true; dropped;) {
    dropped = false;
    for (const { table, column, parent, loose } of references) {
      const parents = tables.get(parent)?.rows;
      const decided = tables.get(table);
      for (const [id, row] of decided?.rows ?? []) {
        const leadsTo = row[column];
        if (typeof leadsTo !== 'string' || parents?.has(leadsTo) === true) continue;
        if (loose) {
          decided?.rows.set(id, { ...row, [column]: null });
          remarks.mend(table, id, `stands without its ${parent}, which is lost`, row);
          continue;
        }
        decided?.rows.delete(id);
        decided?.restored.delete(id);
        lost.add(id);
        remarks.lose(table, id, `hangs on the ${parent} ${leadsTo}, which is lost`, row);
        dropped = true;
      }
    }
  }
  return lost;
}

/** A case file holds one case. */
function settleCase(tables: Tables, remarks: Remarks, fileTitle: string): string {
  const cases = tables.get('case_file');
  const [first, ...more] = [...(cases?.rows.keys() ?? [])];
  for (const id of more) cases?.rows.delete(id);
  if (first !== undefined) return first;
  const id = newId();
  cases?.rows.set(id, {
    id,
    title: fileTitle,
    reference: '',
    language: 'en',
    // What is not known is handled most strictly.
    handling: 'RED',
    summary: '',
    created_at: new Date().toISOString(),
  });
  remarks.mend('case_file', id, 'what the case said of itself is lost; it is called by its file');
  return id;
}

/** Notes on what is lost are kept as notes on the case. */
function settleNotes(
  tables: Tables,
  remarks: Remarks,
  lost: ReadonlySet<string>,
  caseId: string,
): void {
  const notes = tables.get('note')?.rows;
  for (const [id, row] of notes ?? []) {
    const subject = row['subject_id'];
    if (typeof subject !== 'string' || !lost.has(subject)) continue;
    notes?.set(id, { ...row, subject_table: 'case', subject_id: caseId });
    remarks.mend('note', id, 'is on the case now: what it was on is lost', row);
  }
}

/** Every entity has one primary name. */
function settleNames(tables: Tables, remarks: Remarks): void {
  const names = tables.get('name')?.rows ?? new Map<string, Row>();
  const ofEntity = new Map<string, Row[]>();
  for (const row of names.values()) {
    const entity = String(row['entity_id']);
    ofEntity.set(entity, [...(ofEntity.get(entity) ?? []), row]);
  }
  for (const [entity, row] of tables.get('entity')?.rows ?? []) {
    const own = ofEntity.get(entity) ?? [];
    const [primary, ...more] = own.filter((name) => name['kind'] === 'primary');
    for (const name of more) {
      names.set(String(name['id']), { ...name, kind: 'variant' });
      remarks.mend(
        'name',
        String(name['id']),
        'is a variant now: there can be one main name',
        name,
      );
    }
    if (primary !== undefined) continue;
    const next = own.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)).at(0);
    if (next !== undefined) {
      names.set(String(next['id']), { ...next, kind: 'primary' });
      remarks.mend('name', String(next['id']), 'is the main name now: that one is lost', next);
      continue;
    }
    const id = newId();
    const createdAt = row['created_at'] ?? '';
    names.set(id, { id, entity_id: entity, kind: 'primary', value: '?', created_at: createdAt });
    remarks.mend('entity', entity, 'is called “?”: all its names are lost');
  }
}

const dated: readonly (readonly [table: string, column: string])[] = [
  ['source', 'published'],
  ['custody', 'happened'],
  ['attribute', 'since'],
  ['attribute', 'until'],
  ['link', 'since'],
  ['link', 'until'],
];

function settleDates(tables: Tables, remarks: Remarks): void {
  for (const [table, column] of dated) {
    const rows = tables.get(table)?.rows;
    for (const [id, row] of rows ?? []) {
      const written = String(row[column] ?? '');
      const bounds = written === '' ? { earliest: null, latest: null } : dateBounds(written);
      if (bounds === null) {
        const none = { [column]: '', [`${column}_earliest`]: null, [`${column}_latest`]: null };
        rows?.set(id, { ...row, ...none });
        remarks.mend(table, id, `${column} was no date any more: “${written}”`, row);
      } else if (
        row[`${column}_earliest`] !== bounds.earliest ||
        row[`${column}_latest`] !== bounds.latest
      ) {
        const whole = {
          [`${column}_earliest`]: bounds.earliest,
          [`${column}_latest`]: bounds.latest,
        };
        rows?.set(id, { ...row, ...whole });
      }
    }
  }
}
