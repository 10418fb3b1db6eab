import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { memo, useEffect, useId, useMemo, useRef, type MouseEvent, type ReactNode } from 'react';
import { fitting, leastOf } from './column-fit.ts';
import type { PagedList } from './paged.ts';
import { useTableKeys } from './table-keys.ts';
import type { Selection } from './selection.ts';
import { useKeysFromNowhere } from './use-keys-from-nowhere.ts';
import { useWidth } from './use-width.ts';
import classes from './VirtualTable.module.css';

export interface Column<T, S extends string> {
  id: string;
  header: string;
  /** A track of the CSS grid: `72px`, `minmax(160px, 2fr)`. */
  width: string;
  /** By what the engine sorts when the header is pressed; a column without it cannot be sorted by. */
  sort?: S;
  end?: boolean;
  /** Left out when the table is too narrow, the highest first. A column without it always stays. */
  spare?: number;
  cell: (item: T) => ReactNode;
}

export interface Sorting<S extends string> {
  by: S;
  descending: boolean;
}

interface VirtualTableProps<T, S extends string> {
  label: string;
  list: PagedList<T>;
  columns: readonly Column<T, S>[];
  rowKey: (item: T) => string;
  sorting: Sorting<S>;
  onSort: (sorting: Sorting<S>) => void;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** Double click, or Enter at the row the keys stand at. */
  onOpen: (item: T) => void;
  /** For a field that leads into the table. */
  id?: string;
}

const rowHeight = 28;
/**
 * A table of any length of which only the rows in view are drawn. One stop for Tab: arrows move, Space selects, Shift
 * extends, Enter opens. A click selects, Control or Command adds to the selection.
 */
export function VirtualTable<T, S extends string>(props: VirtualTableProps<T, S>) {
  const { label, list, rowKey, sorting, onSort, selection, onSelect, onOpen } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const columns = useMemo(() => fitting(props.columns, width), [props.columns, width]);
  const { active } = selection;
  useKeysFromNowhere(scroller);
  const virtual = useVirtualizer({
    count: list.total,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    paddingStart: 0,
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

  const keyOf = (index: number): string | undefined => {
    const item = list.at(index);
    return item === undefined ? undefined : rowKey(item);
  };
  const { onKeyDown, onPress } = useTableKeys({
    selection,
    onSelect,
    total: list.total,
    page: Math.max(1, last - first - 1),
    keyOf,
    keysBetween: async (from, to) => (await list.collect(from, to)).map(rowKey),
    open: (index) => {
      const item = list.at(index);
      if (item !== undefined) onOpen(item);
    },
    reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  });
  const tracks = columns.map((column) => column.width).join(' ');
  const minWidth = leastOf(columns);

  return (
    <div
      ref={scroller}
      id={id}
      className={classes['table']}
      role="grid"
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={list.total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={active >= 0 && active < list.total ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={classes['head']} role="rowgroup" style={{ minWidth }}>
        <div role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
          {columns.map((column, index) => (
            <HeaderCell
              key={column.id}
              column={column}
              index={index}
              sorting={sorting}
              onSort={onSort}
            />
          ))}
        </div>
      </div>
      <div
        className={classes['body']}
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), minWidth }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = list.at(index);
          const key = item === undefined ? undefined : rowKey(item);
          return (
            // The grid handles the keys of its rows and keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={index}
              id={`${id}-${index}`}
              className={classes['row']}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 2}
              aria-selected={key !== undefined && selection.keys.has(key)}
              data-active={index === active}
              style={{ gridTemplateColumns: tracks, transform: `translateY(${start}px)` }}
              onClick={(event: MouseEvent) => {
                // A press puts the focus on the row; the keys are heard by the table.
                scroller.current?.focus({ preventScroll: true });
                onPress(index, event);
              }}
              onDoubleClick={() => {
                if (item !== undefined) onOpen(item);
              }}
            >
              {item !== undefined && (
                <Cells item={item} columns={columns} draw={() => cellsOf(item, columns)} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function cellsOf<T, S extends string>(item: T, columns: readonly Column<T, S>[]): ReactNode {
  return columns.map((column, at) => (
    <div
      key={column.id}
      className={classes['cell']}
      role="gridcell"
      aria-colindex={at + 1}
      data-end={column.end === true}
    >
      {column.cell(item)}
    </div>
  ));
}

/** The cells of a row, drawn again only when its item or the columns are others: a table is drawn often, its rows seldom. */
const Cells = memo(
  ({ draw }: { item: unknown; columns: unknown; draw: () => ReactNode }) => draw(),
  (before, now) => before.item === now.item && before.columns === now.columns,
);

function HeaderCell<T, S extends string>({
  column,
  index,
  sorting,
  onSort,
}: {
  column: Column<T, S>;
  index: number;
  sorting: Sorting<S>;
  onSort: (sorting: Sorting<S>) => void;
}) {
  const { sort } = column;
  const sorted = sort !== undefined && sort === sorting.by;
  const Arrow = sorting.descending ? IconChevronDown : IconChevronUp;
  return (
    <div
      className={classes['headCell']}
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sorted ? (sorting.descending ? 'descending' : 'ascending') : undefined}
      data-end={column.end === true}
    >
      {sort === undefined ? (
        <span>{column.header}</span>
      ) : (
        <button
          type="button"
          onClick={() => onSort({ by: sort, descending: sorted && !sorting.descending })}
        >
          <span>{column.header}</span>
          {sorted && <Arrow size={12} aria-hidden="true" />}
        </button>
      )}
    </div>
  );
}
