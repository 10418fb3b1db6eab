import type { Value } from './fold.ts';

/*
 * What people say in rows of which one stays when two of them are of the same thing.
 */

/** By table: the fields of which a person wants to know when what one twin says of them does not stand. */
export const saidByTwins: Readonly<Record<string, readonly string[]>> = {
  source: [
    'title',
    'publisher',
    'author',
    'published',
    'retrieved',
    'retrieved_from',
    'retrieved_by',
    'retrieved_with',
    'url',
    'language',
    'reliability',
    'handling',
    'derives_from',
    'container_id',
    'member_path',
  ],
  excerpt: ['handling'],
  name: ['kind'],
  evidence: ['stance', 'credibility'],
  resolution: ['judgement', 'reason'],
  photo: ['caption', 'credit', 'source_id', 'handling'],
};

/** Values that say no more than that nothing was said, by table and field. */
const unsaid: Readonly<Record<string, Value>> = {
  'source.reliability': 'F',
  'evidence.credibility': '6',
};

/** Whether a value of a field says anything. */
export function isSaid(table: string, field: string, value: Value | undefined): boolean {
  return (
    value !== undefined && value !== null && value !== '' && value !== unsaid[`${table}.${field}`]
  );
}
