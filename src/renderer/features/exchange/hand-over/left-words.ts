import type { TFunction } from 'i18next';

/** What an export does not carry, by the names that the engine gives it, in the order in which texts are kept. */
const known = [
  'source',
  'text',
  'withoutText',
  'original',
  'formerText',
  'custody',
  'excerpt',
  'orphan',
  'tag',
  'tagging',
  'entity',
  'name',
  'attribute',
  'link',
  'internalLink',
  'evidence',
  'grade',
  'marking',
  'date',
  'coordinates',
  'mention',
  'differs',
  'note',
  'assessment',
  'finding',
  'photo',
  'picture',
  'resolution',
  'role',
] as const;
const changed = ['character', 'formula', 'link'] as const;
const withheld = [
  'case',
  'source',
  'excerpt',
  'entity',
  'name',
  'attribute',
  'link',
  'evidence',
  'mention',
  'finding',
  'photo',
] as const;

/** What a form could not carry, in words; one that a later engine tells of keeps the engine's name. */
export function leftWords(what: string, count: number, t: TFunction): string {
  const [first = '', second] = what.split('.');
  const plain = known.find((one) => one === what);
  if (plain !== undefined) return t(`exchange.handOverLeft.${plain}`, { count });
  const kept = withheld.find((one) => one === second);
  if (first === 'withheld' && kept !== undefined) {
    return t(`exchange.handOverLeft.withheld.${kept}`, { count });
  }
  const other = changed.find((one) => one === second);
  return first === 'changed' && other !== undefined
    ? t(`exchange.handOverLeft.changed.${other}`, { count })
    : what;
}
