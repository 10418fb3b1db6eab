import type { Highlight, Tag } from '#contract/annotation.ts';
import type { EntityKind, Handling } from '#contract/vocabulary.ts';
import type { Passage, PassageUse } from './editor/passage.ts';
import type { Tint } from './reading-view.ts';
import { inDocumentOrder } from './text/interval-index.ts';
import type { Range } from './text/sentence.ts';

const kindColor = (kind: EntityKind): string => `var(--lg-kind-${kind})`;

/** What the reader needs of a tag. Its counts change with every passage, and would have all drawn anew. */
export type TagColor = Pick<Tag, 'id' | 'color'>;

export function tagColorsOf(tags: readonly Tag[]): TagColor[] {
  return tags.map(({ id, color }) => ({ id, color }));
}

/**
 * How the highlights of a source are drawn. In the margin always by their tags, or else by the kinds of their entities;
 * in the text by what the reader chose.
 */
export function passagesOf(
  highlights: readonly Highlight[],
  tags: readonly TagColor[],
  tint: Tint = 'both',
): Passage[] {
  const colorOf = new Map(tags.map(({ id, color }) => [id, color]));
  return highlights.map(({ id, start, end, tags: ids, kinds, evidence }) => {
    const tagColors = ids.flatMap((tag) => colorOf.get(tag) ?? []);
    const kindColors = kinds.map(kindColor);
    const both = tagColors.length > 0 ? tagColors : kindColors;
    return {
      id,
      start,
      end,
      colors: { both, tag: tagColors, kind: kindColors }[tint],
      stripe: both,
      use: useOf(evidence, ids.length, kinds.length),
    };
  });
}

function useOf(evidence: number, tags: number, kinds: number): PassageUse {
  if (evidence > 0) return 'evidence';
  if (tags > 0) return 'tag';
  return kinds > 0 ? 'mention' : 'none';
}

/** What a gesture has added to a passage, or changed of it. */
export interface Addition {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly tag?: string | undefined;
  readonly kind?: EntityKind | undefined;
  readonly entity?: string | undefined;
  readonly evidence?: boolean;
  readonly handling?: Handling | null;
  /** Name of the analyst at work. */
  readonly author?: string;
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
    entities: joined(before?.entities ?? [], added.entity),
    evidence: (before?.evidence ?? 0) + (added.evidence === true ? 1 : 0),
    handling: added.handling === undefined ? (before?.handling ?? null) : added.handling,
    author: before?.author ?? added.author ?? '',
  };
  return before === undefined
    ? [...highlights, after].toSorted(inDocumentOrder)
    : highlights.map((one) => (one.id === added.id ? after : one));
}

/** The highlights after the ends of a passage were moved. */
export function withSpan(
  highlights: readonly Highlight[],
  id: string,
  { from, to }: Range,
): Highlight[] {
  return highlights
    .map((one) => (one.id === id ? { ...one, start: from, end: to } : one))
    .toSorted(inDocumentOrder);
}

function joined<T>(items: readonly T[], item: T | undefined): T[] {
  return item === undefined || items.includes(item) ? [...items] : [...items, item];
}
