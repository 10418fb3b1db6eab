import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { moveInList } from './list-keys.ts';
import type { ListView } from './paged.ts';
import classes from './VirtualEntries.module.css';

/**
 * Entries of any number and of any height, of which only those in view are drawn. Where an entry's content has an element
 * that takes the focus and carries `data-place` with the entry's place, arrows and their like move among these.
 */
export function VirtualEntries<T>({
  list,
  height,
  itemKey,
  overscan = 6,
  page = 5,
  as: Entry = 'article',
  className = '',
  label,
  children,
}: {
  list: ListView<T>;
  /** Of a usual entry, in pixels, until it has been drawn. */
  height: number;
  /** By which what was measured of an entry is kept when others come before it. */
  itemKey?: (item: T) => string | number;
  overscan?: number;
  /** How many places a page up or down is. */
  page?: number;
  as?: 'article' | 'div';
  /** Of each entry. */
  className?: string | undefined;
  /** Makes the list a region of this name, and what scrolls a stop for Tab: for entries that take no focus themselves. */
  label?: string;
  children: (item: T, index: number) => ReactNode;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: list.total,
    estimateSize: () => height,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => {
      const item = itemKey === undefined ? undefined : list.at(index);
      return item === undefined || itemKey === undefined ? `place ${index}` : itemKey(item);
    },
    overscan,
  });
  const entries = virtual.getVirtualItems();
  const first = entries[0]?.index ?? 0;
  const last = entries.at(-1)?.index ?? 0;
  const { show } = list;
  useEffect(() => show(first, last));

  const move = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset['place'] ?? -1);
    if (at < 0) return;
    const next = moveInList(event.key, at, list.total, page);
    if (next === null) return;
    event.preventDefault();
    virtual.scrollToIndex(next, { align: 'auto' });
    // What lies further off is drawn only once it has been scrolled to.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus(),
    );
  };

  return (
    // The keys are those of the entries within, which have the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={scroller}
      className={classes['entries']}
      onKeyDown={move}
      {...(label !== undefined && { role: 'region', 'aria-label': label, tabIndex: 0 })}
    >
      <div className={classes['length']} style={{ height: virtual.getTotalSize() }}>
        {entries.map(({ key, index, start }) => {
          const item = list.at(index);
          return (
            <Entry
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className={`${classes['entry']} ${className}`}
              style={{ transform: `translateY(${start}px)` }}
            >
              {item !== undefined && children(item, index)}
            </Entry>
          );
        })}
      </div>
    </div>
  );
}
