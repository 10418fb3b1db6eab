import { getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { journaled } from '../schema.ts';
import type { Fields } from './fold.ts';

/** A row, by its table and id. */
export interface Key {
  table: string;
  id: string;
}

/** A column that leads from one journaled table to another. */
export interface Reference {
  child: string;
  column: string;
  parent: string;
  /** Whether a row stays, without it, when what it leads to goes. */
  loose: boolean;
  /** For notes, which lead to records of several tables: the value of `subject_table`. */
  subject: string | null;
}

/** Every way from a row to another on which it hangs. */
export const references: readonly Reference[] = [
  ...Object.values(journaled).flatMap((table) =>
    getTableConfig(table).foreignKeys.map((key) => {
      const { columns, foreignTable } = key.reference();
      return {
        child: getTableName(table),
        column: columns[0]?.name ?? '',
        parent: getTableName(foreignTable),
        loose: key.onDelete === 'set null',
        subject: null,
      };
    }),
  ),
  ...['case', 'source', 'excerpt', 'entity', 'link'].map((subject) => ({
    child: 'note',
    column: 'subject_id',
    parent: subject === 'case' ? 'case_file' : subject,
    loose: false,
    subject,
  })),
];

const byChild = Map.groupBy(references, ({ child }) => child);
const byParent = Map.groupBy(references, ({ parent }) => parent);

/** What leads to rows of a table. */
export function referencesTo(table: string): readonly Reference[] {
  return byParent.get(table) ?? [];
}

/** The ways from rows of a table. */
export function referencesFrom(table: string): readonly Reference[] {
  return byChild.get(table) ?? [];
}

/** Where a row leads. */
export function leadsTo(table: string, fields: Fields): { reference: Reference; id: string }[] {
  return (byChild.get(table) ?? []).flatMap((reference) => {
    const id = fields[reference.column];
    if (typeof id !== 'string') return [];
    if (reference.subject !== null && fields['subject_table'] !== reference.subject) return [];
    return [{ reference, id }];
  });
}
