import type { TFunction } from 'i18next';

const words = {
  source: 'sources',
  excerpt: 'excerpts',
  excerpt_tag: 'taggings',
  tag: 'tags',
  entity: 'entities',
  name: 'names',
  attribute: 'attributes',
  link: 'links',
  evidence: 'evidence',
  mention: 'mentions',
  note: 'notes',
  finding: 'findings',
  photo: 'photos',
  resolution: 'resolutions',
  assessment: 'assessments',
} as const;

type Counted = (typeof words)[keyof typeof words];

/** In which order kinds of records are told of: what a person thinks of first. */
const order: readonly Counted[] = Object.values(words);

const byName = new Map<string, Counted>([
  ...Object.entries(words),
  ...order.map((word) => [word, word] as const),
]);

/** Numbers of records with their words, in the order they are told in; what there is none of is left out. */
export function countedWords(
  counts: readonly { table: string; count: number }[],
  t: TFunction,
): { what: string; count: number; words: string }[] {
  const told = counts.flatMap(({ table, count }) => {
    const what = byName.get(table);
    return what === undefined || count === 0 ? [] : [{ what, count }];
  });
  return told
    .toSorted((one, other) => order.indexOf(one.what) - order.indexOf(other.what))
    .map(({ what, count }) => ({ what, count, words: t(`exchange.count.${what}`, { count }) }));
}
