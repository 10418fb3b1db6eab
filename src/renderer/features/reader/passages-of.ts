import type { Highlight, Tag } from '#contract/annotation.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import type { Passage, PassageUse } from './editor/passage.ts';
import { inDocumentOrder } from './text/interval-index.ts';

const kindColor = (kind: EntityKind): string => `var(--lg-kind-${kind})`;

/** What the reader needs of a tag. Its counts change with every passage, and would have all drawn anew. */
export type TagColor = Pick<Tag, 'id' | 'color'>;

export function tagColorsOf(tags: readonly Tag[]): TagColor[] {
  return tags.map(({ id, color }) => ({ id, color }));
}

/** How the highlights of a source are drawn: by their tags' colours, or else by the kinds of their entities. */
export function passagesOf(highlights: readonly Highlight[], tags: readonly TagColor[]): Passage[] {
  const colorOf = new Map(tags.map(({ id, color }) => [id, color]));
  return highlights.map(({ id, start, end, tags: ids, kinds, evidence }) => {
    const tagColors = ids.flatMap((tag) => colorOf.get(tag) ?? []);
    return {
      id,
      start,
      end,
      colors: tagColors.length > 0 ? tagColors : kinds.map(kindColor),
      use: useOf(evidence, ids.length, kinds.length),
    };
  });
}

function useOf(evidence: number, tags: number, kinds: number): PassageUse {
  if (evidence > 0) return 'evidence';
  if (tags > 0) return 'tag';
  return kinds > 0 ? 'mention' : 'none';
}

/** What a gesture has added to a passage. */
export interface Addition {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly tag?: string | undefined;
  readonly kind?: EntityKind | undefined;
  readonly evidence?: boolean;
}

/**
 * The highlights as they are after a gesture, so that it shows at once: the passage is added, or what it carries is.
 * The engine's own list takes this one's place as soon as it has come, and is in the same order, so that nothing
 * is drawn twice.
 */
export function withAddition(highlights: readonly Highlight[], added: Addition): Highlight[] {
  const before = highlights.find(({ id }) => id === added.id);
  const after: Highlight = {
    id: added.id,
    start: before?.start ?? added.start,
    end: before?.end ?? added.end,
    tags: joined(before?.tags ?? [], added.tag),
    kinds: joined(before?.kinds ?? [], added.kind),
    evidence: (before?.evidence ?? 0) + (added.evidence === true ? 1 : 0),
  };
  return before === undefined
    ? [...highlights, after].toSorted(inDocumentOrder)
    : highlights.map((one) => (one.id === added.id ? after : one));
}

function joined<T>(items: readonly T[], item: T | undefined): T[] {
  return item === undefined || items.includes(item) ? [...items] : [...items, item];
}
