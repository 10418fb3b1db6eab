import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { moveInList } from './list-keys.ts';
import type { ListView } from './paged.ts';
import { placeNow, useSteadyList } from './steady-list.ts';
import { useKeysFromNowhere } from './use-keys-from-nowhere.ts';
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
  /** It is what its screen is about, and has the keys where nothing else has them. */
  isMain?: boolean;
}

/** The id of the option at a place, for the `aria-activedescendant` of a field that moves through the list. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** A list of any length of which only what is in view is drawn. One stop for Tab; arrows move, Enter takes. */
export function VirtualList<T>({
  label,
  list: live,
  itemKey,
  children,
  active: activeNow,
  onActive,
  onChoose,
  current,
  rowHeight = 28,
  id,
  isMain = false,
}: VirtualListProps<T>) {
  const ownId = useId();
  const listId = id ?? ownId;
  const scroller = useRef<HTMLDivElement>(null);
  useKeysFromNowhere(scroller, isMain);
  const { shown: list, isHeld, hold, release } = useSteadyList(live);
  /** Where the item that the keys stand at is in what is shown. */
  const activeItem = live.at(activeNow);
  const active =
    !isHeld || activeItem === undefined
      ? activeNow
      : placeNow(list, itemKey, itemKey(activeItem), activeNow);
  const virtual = useVirtualizer({
    count: list.total,
    getItemKey: (index) => {
      const item = list.at(index);
      return item === undefined ? index : itemKey(item);
    },
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
    const next = moveInList(event.key, activeNow, live.total, page);
    if (next !== null) {
      event.preventDefault();
      onActive(next);
    } else if (event.key === 'Enter') {
      const item = live.at(activeNow);
      if (item === undefined) return;
      event.preventDefault();
      onChoose(item, activeNow);
    }
  };
  /** A click is on the line that was seen, wherever it is by now; on none, if it is nowhere. */
  const take = (item: T | undefined, index: number): void => {
    if (item === undefined) {
      onActive(index);
      return;
    }
    const now = placeNow(live, itemKey, itemKey(item), index);
    if (now < 0) return;
    onActive(now);
    onChoose(item, now);
  };

  // A page that is newer than its neighbour can have a line that the neighbour has too.
  const drawn = new Set<unknown>();
  const rowKey = (key: string | number | bigint, index: number) => {
    if (drawn.has(key)) return `${key} ${index}`;
    drawn.add(key);
    return key;
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
      onPointerMove={(event) => hold(event.timeStamp)}
      onPointerDown={(event) => hold(event.timeStamp)}
      onPointerLeave={release}
      onWheel={release}
      onFocus={() => {
        if (activeNow < 0 && live.total > 0) onActive(0);
      }}
    >
      <div
        className={classes['content']}
        role="presentation"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = list.at(index);
          const chosen = item !== undefined && itemKey(item) === current;
          return (
            // Keys are handled by the list, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={rowKey(key, index)}
              id={optionId(listId, index)}
              className={classes['option']}
              role="option"
              tabIndex={-1}
              aria-selected={chosen}
              aria-setsize={list.total}
              aria-posinset={index + 1}
              data-active={index === active}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={() => take(item, index)}
            >
              {item === undefined ? null : children(item, { active: index === active })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
