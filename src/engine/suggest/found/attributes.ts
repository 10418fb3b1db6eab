import type { FoundAttribute, FoundItem } from './found.ts';

/** A fact about a person stands no further behind the name than this, in UTF-16 units. */
const farthest = 140;

const bornOn =
  /(?:\bborn|\bnacid[oa]|\bnaci[oó]|\bnascid[oa]|\bnasceu|\bDOB|\bD\.O\.B\.|\bdate of birth|\bfecha de nacimiento|\bdata de nascimento|\bF\. ?N\.)[:,]?(?: (?:in|en|em) [^.;]{2,60}?)?(?: (?:on|el|em|the|in|en))?(?: d[ií]a)? ?$/iu;
const bornIn =
  /(?:\bborn in|\bborn at|\bnacid[oa] en|\bnaci[oó] en|\bnascid[oa] em|\bnasceu em|\bPOB:?|\bplace of birth:?|\blugar de nacimiento:?|\b(?:oriund[oa]|natural|nativ[oa]) de) (?:the (?:city|town) of |la ciudad de |el estado )?$/iu;

/** What belongs to the person that was named last before it. */
const personal = new Set(['idNumber', 'passportNumber', 'socialSecurityNumber']);

/**
 * Facts that a text plainly says of a person right after the name: date and place of birth, numbers of papers. The
 * person is the only one named since the sentence began.
 */
export function attributesIn(text: string, items: readonly FoundItem[]): FoundAttribute[] {
  const found: FoundAttribute[] = [];
  for (const [at, item] of items.entries()) {
    const person = personBefore(text, items, at);
    const main = person === undefined ? undefined : items[person];
    if (person === undefined || main === undefined) continue;
    const words = text.slice(main.end, item.start);
    const add = (property: string, value: string, cue: string): void => {
      found.push({
        start: main.start,
        end: item.end,
        item: main.aliasOf ?? person,
        property,
        value,
        score: 0.8,
        reasons: [{ code: 'link-cue', params: { cue: cue.trim() } }],
      });
    };
    if (item.kind === 'date' && item.value !== undefined) {
      const cue = bornOn.exec(words);
      if (cue !== null) add('birthDate', item.value, /^[\p{L}.]+/u.exec(cue[0])?.[0] ?? '');
    } else if (item.kind === 'location') {
      const cue = bornIn.exec(words);
      if (cue !== null) add('birthPlace', item.text, cue[0]);
    } else if (
      item.kind === 'identifier' &&
      item.property !== undefined &&
      personal.has(item.property)
    ) {
      add(item.property, item.value ?? item.text, item.property);
    }
  }
  return found;
}

/** The position of the last person named before an item in the same sentence, when nothing speaks of another one. */
function personBefore(text: string, items: readonly FoundItem[], at: number): number | undefined {
  const item = items[at];
  if (item === undefined) return undefined;
  for (let back = at - 1; back >= 0; back -= 1) {
    const other = items[back];
    if (other === undefined || item.start - other.end > farthest) return undefined;
    const between = text.slice(other.end, item.start);
    if (/[\p{Ll}\d)"”»]\.\s+\p{Lu}|\n\s*\n|[!?]\s/u.test(between)) return undefined;
    if (other.kind === 'person' && other.end <= item.start) return back;
    if (other.kind === 'organization') return undefined;
  }
  return undefined;
}
