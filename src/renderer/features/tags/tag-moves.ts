import { isWithin, rowsOf, type TagNode } from './tag-tree.ts';

/** Whether a tag may come to lie beneath another, or at the top (null): never beneath itself, and only where it is not yet. */
export function canMove(nodes: readonly TagNode[], id: string, parent: string | null): boolean {
  const tag = rowsOf(nodes, () => true).find((node) => node.tag.id === id)?.tag;
  if (tag === undefined) return false;
  const now = parentOf(nodes, id);
  return now !== parent && (parent === null || !isWithin(nodes, id, parent));
}

/** Where a tag goes that is moved in: beneath the one before it on its level. Undefined: there is none. */
export function inward(nodes: readonly TagNode[], id: string): string | undefined {
  const level = levelOf(nodes, id);
  const at = level.findIndex(({ tag }) => tag.id === id);
  return level[at - 1]?.tag.id;
}

/** Where a tag goes that is moved out: beside what it lies beneath. Undefined: it is at the top already. */
export function outward(nodes: readonly TagNode[], id: string): string | null | undefined {
  const parent = parentOf(nodes, id);
  return parent === null ? undefined : parentOf(nodes, parent);
}

/** What a tag is shown beneath, which in a ring that replicas made is not what it says. */
function parentOf(nodes: readonly TagNode[], id: string): string | null {
  const above = rowsOf(nodes, () => true).find(({ children }) =>
    children.some(({ tag }) => tag.id === id),
  );
  return above?.tag.id ?? null;
}

function levelOf(nodes: readonly TagNode[], id: string): readonly TagNode[] {
  const parent = parentOf(nodes, id);
  if (parent === null) return nodes;
  return rowsOf(nodes, () => true).find(({ tag }) => tag.id === parent)?.children ?? [];
}
