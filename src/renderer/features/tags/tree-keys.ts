import { moveInList } from '../../ui/list-keys.ts';
import type { TagNode } from './tag-tree.ts';

/** What a key does in a tree (WAI-ARIA tree view): go to a row, or open or close the one at hand. */
export type TreeMove =
  | { kind: 'go'; to: number }
  | { kind: 'open'; id: string; open: boolean }
  | null;

/** @param rows what is shown of the tree, from the top; @param at the row at hand, -1 for none */
export function moveInTree(
  key: string,
  rows: readonly TagNode[],
  at: number,
  isOpen: (id: string) => boolean,
  page: number,
): TreeMove {
  const to = moveInList(key, at, rows.length, page);
  if (to !== null) return { kind: 'go', to };
  const row = rows[at];
  if (row === undefined) return null;
  const { tag, children, depth } = row;
  const open = children.length > 0 && isOpen(tag.id);
  if (key === 'ArrowRight') {
    if (children.length === 0) return null;
    return open ? { kind: 'go', to: at + 1 } : { kind: 'open', id: tag.id, open: true };
  }
  if (key === 'ArrowLeft') {
    if (open) return { kind: 'open', id: tag.id, open: false };
    const parent = rows.findLastIndex((one, index) => index < at && one.depth < depth);
    return parent < 0 ? null : { kind: 'go', to: parent };
  }
  return null;
}
