import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { moveInList } from './list-keys.ts';
import type { ListView } from './paged.ts';
import classes from './VirtualList.module.css';

interface VirtualListProps<T> {
  /** What the list holds, for the screen reader. */
  label: string;
  list: ListView<T>;
  itemKey: (item: T) => string;
  children: (item: T, state: { active: boolean }) => ReactNode;
  /** The place the keys stand at; -1 for none. */
  active: number;
  onActive: (index: number) => void;
  /** A click, or Enter at the place the keys stand at. */
  onChoose: (item: T, index: number) => void;
  /** The item shown elsewhere, such as in the work area. */
  current?: string | undefined;
  rowHeight?: number;
  id?: string;
}

/** The id of the option at a place, for the `aria-activedescendant` of a field that moves through the list. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** A list of any length of which only what is in view is drawn. One stop for Tab; arrows move, Enter takes. */
export function VirtualList<T>({
  label,
  list,
  itemKey,
  children,
  active,
  onActive,
  onChoose,
  current,
  rowHeight = 28,
  id,
}: VirtualListProps<T>) {
  const ownId = useId();
  const listId = id ?? ownId;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: list.total,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    overscan: 8,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return active >= 0 && active < list.total && !shown.includes(active)
        ? [...shown, active].toSorted((a, b) => a - b)
        : shown;
    },
  });
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  const { show } = list;
  useEffect(() => show(first, last));
  useEffect(() => {
    if (active >= 0 && active < list.total) virtual.scrollToIndex(active, { align: 'auto' });
    // Scrolls when the keys move, not when the list grows.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, last - first - 1);
    const next = moveInList(event.key, active, list.total, page);
    if (next !== null) {
      event.preventDefault();
      onActive(next);
    } else if (event.key === 'Enter') {
      const item = list.at(active);
      if (item === undefined) return;
      event.preventDefault();
      onChoose(item, active);
    }
  };

  return (
    <div
      ref={scroller}
      id={listId}
      className={classes['list']}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={
        active >= 0 && active < list.total ? optionId(listId, active) : undefined
      }
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active < 0 && list.total > 0) onActive(0);
      }}
    >
      <div
        className={classes['content']}
        role="presentation"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = list.at(index);
          const chosen = item !== undefined && itemKey(item) === current;
          return (
            // Keys are handled by the list, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={index}
              id={optionId(listId, index)}
              className={classes['option']}
              role="option"
              tabIndex={-1}
              aria-selected={chosen}
              aria-setsize={list.total}
              aria-posinset={index + 1}
              data-active={index === active}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={() => {
                onActive(index);
                if (item !== undefined) onChoose(item, index);
              }}
            >
              {item === undefined ? null : children(item, { active: index === active })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
