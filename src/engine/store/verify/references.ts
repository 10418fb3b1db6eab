import { expectedReferences } from '../message-references.ts';
import type { Inspection } from './inspection.ts';

/** Which messages refer to which others is what they say themselves. */
export function checkReferences(inspection: Inspection): void {
  const stored = 'SELECT source_id, reference FROM main.message_reference';
  const expected = `SELECT source_id, reference FROM (${expectedReferences()})`;
  const differing = (from: string, but: string) =>
    inspection.all<{ id: string }>(
      `SELECT source_id AS id FROM (SELECT * FROM (${from}) EXCEPT SELECT * FROM (${but})) LIMIT 500`,
    );
  for (const { id } of differing(expected, stored)) {
    inspection.found('message_reference', id, 'is not found by a message that it refers to');
  }
  for (const { id } of differing(stored, expected)) {
    inspection.found('message_reference', id, 'is found by a message that it does not refer to');
  }
}
