import type { DerivedObject } from './derived.ts';

/*
 * Which messages refer to which others: a row for each message and each `Message-ID` in its `References`, so that who
 * answers a message is found without reading what all others say. It follows from `source` alone.
 */

/** As SQL, the rows there must be of what `source` as `row` gives. */
const references = (row: string, from = '') =>
  `SELECT DISTINCT ${row}.id AS source_id, r.value AS reference
  FROM ${from}json_each(iif(json_valid(${row}.details), ${row}.details, '{}'), '$.references') r
  WHERE ${row}.message_id <> '' AND r.type = 'text'`;

/** As SQL, the rows that `message_reference` must have. */
export function expectedReferences(): string {
  return references('s', 'source s, ');
}

/** The table of references and what keeps it in step. */
export function messageReferences(): DerivedObject[] {
  const add = (row: string) =>
    `INSERT INTO message_reference (source_id, reference) ${references(row)};`;
  const drop = 'DELETE FROM message_reference WHERE source_id = OLD.id;';
  const trigger = (operation: string, when: string, statements: string): DerivedObject => ({
    type: 'trigger',
    name: `message_reference_${operation}`,
    create: `CREATE TRIGGER "message_reference_${operation}" AFTER ${operation.toUpperCase()} ON source
WHEN ${when} BEGIN ${statements} END`,
  });
  return [
    {
      type: 'table',
      name: 'message_reference',
      create: `CREATE TABLE message_reference (
  source_id TEXT NOT NULL, reference TEXT NOT NULL, PRIMARY KEY (source_id, reference)) WITHOUT ROWID`,
      fill: `INSERT INTO message_reference (source_id, reference) ${expectedReferences()}`,
    },
    {
      type: 'index',
      name: 'message_reference_to',
      create: 'CREATE INDEX message_reference_to ON message_reference (reference)',
    },
    trigger('insert', `NEW.message_id <> ''`, add('NEW')),
    trigger(
      'update',
      `OLD.id IS NOT NEW.id OR OLD.message_id IS NOT NEW.message_id OR OLD.details IS NOT NEW.details`,
      `${drop} ${add('NEW')}`,
    ),
    trigger('delete', `OLD.message_id <> ''`, drop),
  ];
}
