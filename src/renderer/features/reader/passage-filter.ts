import type { Highlight } from '#contract/annotation.ts';
import type { EntityKind } from '#contract/vocabulary.ts';

/**
 * Which passages of a source are shown. Each part narrows; within `tags` and within `entities` any one is enough.
 */
export interface PassageFilter {
  /** Ids. */
  readonly tags: readonly string[];
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: EntityKind;
  }[];
  /** Only those that this analyst made. */
  readonly mine: boolean;
  /**
   * Only those that nobody has put to use yet: without a tag, and evidence for nothing. That an entity is marked in one
   * says who it is about and not what it says, so it counts as unconfirmed all the same.
   */
  readonly unconfirmed: boolean;
}

export const everyPassage: PassageFilter = {
  tags: [],
  entities: [],
  mine: false,
  unconfirmed: false,
};

export function isNarrow({ tags, entities, mine, unconfirmed }: PassageFilter): boolean {
  return tags.length > 0 || entities.length > 0 || mine || unconfirmed;
}

/**
 * The passages that a filter lets through.
 *
 * @param me name of the analyst at work
 * @param kept ids of passages that stay in sight whatever the filter: what a person is at work on does not vanish
 */
export function filtered(
  highlights: readonly Highlight[],
  filter: PassageFilter,
  me: string,
  kept: ReadonlySet<string> = new Set(),
): readonly Highlight[] {
  if (!isNarrow(filter)) return highlights;
  const tags = new Set(filter.tags);
  const entities = new Set(filter.entities.map(({ id }) => id));
  const through = highlights.filter(
    (one) =>
      kept.has(one.id) ||
      ((tags.size === 0 || one.tags.some((tag) => tags.has(tag))) &&
        (entities.size === 0 || one.entities.some((entity) => entities.has(entity))) &&
        (!filter.mine || one.author === me) &&
        (!filter.unconfirmed || (one.tags.length === 0 && one.evidence === 0))),
  );
  if (tags.size === 0) return through;
  // The colour of a passage is that of its first tag: here, of one that was asked for.
  return through.map((one) => ({
    ...one,
    tags: one.tags.toSorted((a, b) => Number(tags.has(b)) - Number(tags.has(a))),
  }));
}
