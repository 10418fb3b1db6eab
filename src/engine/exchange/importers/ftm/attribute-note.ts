import type { EntityKind } from '#contract/vocabulary.ts';
import { isEdtf } from '#shared/edtf.ts';
import { ontology } from '../../../ontology.ts';
import type { IntakeEntity } from '../intake.ts';

type Attribute = IntakeEntity['attributes'][number];

/**
 * Reads what this program says in words where FollowTheMoney has no property for it: `Number of members: 12 (2001/..)`, the
 * label in English or Spanish. Null for all other words.
 */
export function attributeInWords(kind: EntityKind, words: string): Attribute | null {
  const { properties } = ontology();
  const usual = properties.filter(({ kinds }) => kinds.includes(kind));
  // A person may have been given what only an organization usually has.
  for (const { key, label } of new Set([...usual, ...properties])) {
    const said = [label.en, label.es].find((one) => words.startsWith(`${one}: `));
    if (said === undefined) continue;
    const rest = words.slice(said.length + 2);
    const [, value = rest, since = '', until = ''] =
      /^([^]*) \(([^\s/()]+)\/([^\s/()]+)\)$/.exec(rest) ?? [];
    const dates = [since, until].map((one) => (one === '..' ? '' : one));
    if (value.trim() === '' || dates.some((one) => one !== '' && !isEdtf(one))) return null;
    return { property: key, value, since: dates[0] ?? '', until: dates[1] ?? '' };
  }
  return null;
}
