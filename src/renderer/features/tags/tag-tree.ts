import type { Tag } from '#contract/annotation.ts';

/** A tag at its place in the codebook. */
export interface TagNode {
  tag: Tag;
  /** 0 for a tag that stands under no other. */
  depth: number;
  /** Names from the top down to the tag itself. */
  path: readonly string[];
  children: readonly TagNode[];
}

/**
 * The codebook as a tree, each level by name. A tag whose parent is not there stands at the top, and one that would be
 * its own ancestor, which two replicas can bring about between them, is cut loose rather than lost.
 */
export function tagTree(tags: readonly Tag[]): TagNode[] {
  const known = new Set(tags.map(({ id }) => id));
  const byParent = new Map<string | null, Tag[]>();
  for (const tag of tags) {
    const parent = tag.parent !== null && known.has(tag.parent) ? tag.parent : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), tag]);
  }
  const placed = new Set<string>();
  const grow = (tag: Tag, depth: number, above: readonly string[]): TagNode => {
    placed.add(tag.id);
    const path = [...above, tag.name];
    const below = (byParent.get(tag.id) ?? []).filter(({ id }) => !placed.has(id));
    return { tag, depth, path, children: inOrder(below).map((one) => grow(one, depth + 1, path)) };
  };
  const roots = inOrder(byParent.get(null) ?? []).map((tag) => grow(tag, 0, []));
  for (const tag of inOrder(tags)) if (!placed.has(tag.id)) roots.push(grow(tag, 0, []));
  return roots;
}

function inOrder(tags: readonly Tag[]): Tag[] {
  return tags.toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** The nodes as rows from the top down, without what lies beneath a closed one. */
export function rowsOf(nodes: readonly TagNode[], isOpen: (id: string) => boolean): TagNode[] {
  return nodes.flatMap((node) => [
    node,
    ...(isOpen(node.tag.id) ? rowsOf(node.children, isOpen) : []),
  ]);
}

/** Whether `id` is `ancestor` or lies beneath it, so that the one cannot be moved under the other. */
export function isWithin(nodes: readonly TagNode[], ancestor: string, id: string): boolean {
  const top = rowsOf(nodes, () => true).find(({ tag }) => tag.id === ancestor);
  return top !== undefined && rowsOf([top], () => true).some(({ tag }) => tag.id === id);
}

/** Colours for tags, told apart by people who do not see all of them alike (Okabe and Ito 2008; Tol 2021). */
export const tagColors = [
  '#4477aa',
  '#66ccee',
  '#228833',
  '#ccbb44',
  '#ee6677',
  '#aa3377',
  '#0072b2',
  '#009e73',
  '#e69f00',
  '#d55e00',
  '#cc79a7',
  '#7a7a7a',
] as const;
