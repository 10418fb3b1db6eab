import type { KeyboardEvent, MouseEvent } from 'react';
import { moveInList } from './list-keys.ts';
import { extendTo, selectOnly, toggleRow, type Selection } from './selection.ts';

/** How keys and clicks move through a table and select in it. */
export function useTableKeys({
  selection,
  onSelect,
  total,
  page,
  keyOf,
  open,
  reveal,
}: {
  selection: Selection;
  onSelect: (selection: Selection) => void;
  total: number;
  /** Rows in view. */
  page: number;
  keyOf: (index: number) => string | undefined;
  open: (index: number) => void;
  reveal: (index: number) => void;
}) {
  const onKeyDown = (event: KeyboardEvent): void => {
    // Buttons and links within the table keep their own keys.
    if (event.target !== event.currentTarget) return;
    const { active } = selection;
    const next = moveInList(event.key, active, total, page);
    if (next !== null) {
      event.preventDefault();
      onSelect(event.shiftKey ? extendTo(selection, next, keyOf) : selectOnly(next, keyOf));
      reveal(next);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      open(active);
    } else if (event.key === ' ' && active >= 0) {
      event.preventDefault();
      onSelect(toggleRow(selection, active, keyOf));
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && total > 0) {
      event.preventDefault();
      onSelect({ ...extendTo({ ...selection, anchor: 0 }, total - 1, keyOf), active });
    } else if (event.key === 'Escape' && selection.keys.size > 0) {
      event.preventDefault();
      onSelect({ ...selection, keys: new Set() });
    }
  };
  const onPress = (index: number, event: MouseEvent): void => {
    if (event.shiftKey) onSelect(extendTo(selection, index, keyOf));
    else if (event.ctrlKey || event.metaKey) onSelect(toggleRow(selection, index, keyOf));
    else onSelect(selectOnly(index, keyOf));
  };
  return { onKeyDown, onPress };
}
