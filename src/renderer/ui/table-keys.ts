import type { KeyboardEvent, MouseEvent } from 'react';
import { showError } from '../app/notices.tsx';
import { moveInList } from './list-keys.ts';
import { extendTo, rangeTo, selectOnly, toggleRow, type Selection } from './selection.ts';

/** How keys and clicks move through a table and select in it. */
export function useTableKeys({
  selection,
  onSelect,
  total,
  page,
  keyOf,
  keysBetween,
  open,
  reveal,
}: {
  selection: Selection;
  onSelect: (selection: Selection) => void;
  total: number;
  /** Rows in view. */
  page: number;
  keyOf: (index: number) => string | undefined;
  /** The keys of all rows between two places, however many of them are here. */
  keysBetween: (first: number, last: number) => Promise<string[]>;
  open: (index: number) => void;
  reveal: (index: number) => void;
}) {
  const extend = (from: Selection, index: number, active = index): void => {
    const [first, last] = rangeTo(from, index);
    // At once where the keys stand; the rows follow when those not seen yet have come.
    onSelect({ ...from, active });
    keysBetween(first, last).then(
      (keys) => onSelect({ ...extendTo(from, index, keys), active }),
      showError,
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Buttons and links within the table keep their own keys.
    if (event.target !== event.currentTarget) return;
    const { active } = selection;
    const next = moveInList(event.key, active, total, page);
    if (next !== null) {
      event.preventDefault();
      if (event.shiftKey) extend(selection, next);
      else onSelect(selectOnly(next, keyOf));
      reveal(next);
    } else if (event.key === 'Enter' && active >= 0 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open(active);
    } else if (event.key === ' ' && active >= 0) {
      event.preventDefault();
      onSelect(toggleRow(selection, active, keyOf));
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && total > 0) {
      event.preventDefault();
      extend({ ...selection, anchor: 0 }, total - 1, active);
    } else if (event.key === 'Escape' && selection.keys.size > 0) {
      event.preventDefault();
      onSelect({ ...selection, keys: new Set() });
    }
  };
  const onPress = (index: number, event: MouseEvent): void => {
    if (event.shiftKey) extend(selection, index);
    else if (event.ctrlKey || event.metaKey) onSelect(toggleRow(selection, index, keyOf));
    else onSelect(selectOnly(index, keyOf));
  };
  return { onKeyDown, onPress };
}
