import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range,
  type VirtualItem,
} from '@tanstack/react-virtual';
import { memo, useCallback, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatrixBy, TagMatrix } from '#contract/passage-query.ts';
import { go } from '../../app/navigation.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import type { MatrixLine, ShownMatrix } from './matrix.ts';
import classes from './matrix.module.css';
import { moveInGrid, type Cell } from './grid-keys.ts';
import { TagDot } from './TagDot.tsx';
import type { TagNode } from './tag-tree.ts';
import type { Part } from './tag-work-store.ts';
import { combineOnly } from './use-combination.ts';
import { combinationPlace } from './use-codebook.ts';
import { useMatrix } from './use-matrix.ts';

/** Pixels of a row's height, a column's width, and what is kept for the names at the side and at the top. */
const rowHeight = 28;
const columnWidth = 36;
const sideWidth = 224;
const headHeight = 184;

/** Tags against tags, sources or entities: how many passages they share. A cell opens them. */
export function Matrix({ all }: { all: readonly TagNode[] }) {
  const { t } = useTranslation();
  const { matrix, data, error, by, below } = useMatrix(all);
  if (error !== null) return <ErrorNotice error={error} />;
  if (matrix === null || data === undefined) {
    return (
      <p className={classes['waiting']} role="status">
        {t('common.loading')}
      </p>
    );
  }
  if (matrix.rows.length === 0 || matrix.columns.length === 0) {
    return <EmptyState>{t('tags.matrixEmpty')}</EmptyState>;
  }
  return (
    <Grid
      key={`${by} ${matrix.rows.length} ${matrix.columns.length}`}
      matrix={matrix}
      onOpen={({ row, column }) => open(matrix, data, { row, column }, by, below)}
      label={t('tags.matrixLabel', { by: t(`tags.by.${by}`) })}
    />
  );
}

/** Shows the passages that a cell counts, as the combination of its two. */
function open(
  { rows, columns }: ShownMatrix,
  data: TagMatrix,
  cell: Cell,
  by: MatrixBy,
  below: boolean,
): void {
  const row = rows[cell.row];
  const column = columns[cell.column];
  if (row === undefined || column === undefined) return;
  const lead: Part['term'] = { kind: 'tag', id: row.id, below };
  const { id, title } = column;
  const kind = data.columns.find((one) => one.id === id)?.kind ?? null;
  if (by === 'tag') {
    combineOnly(id === row.id ? [lead] : [lead, { kind: 'tag', id, below }], 'overlap');
  } else if (kind === null) {
    combineOnly([lead, { kind: 'source', id, title }], 'passage');
  } else {
    combineOnly([lead, { kind: 'entity', id, title, entityKind: kind }], 'overlap');
  }
  go({ screen: 'tags', id: combinationPlace });
}

function Grid({
  matrix: { rows, columns, at, largest },
  onOpen,
  label,
}: {
  matrix: ShownMatrix;
  onOpen: (cell: Cell) => void;
  label: string;
}) {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const drawn = (line: number) => (range: Range) => {
    const shown = defaultRangeExtractor(range);
    return shown.includes(line) ? shown : [...shown, line].toSorted((a, b) => a - b);
  };
  const down = useVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    overscan: 4,
    scrollPaddingStart: headHeight,
    scrollMargin: headHeight,
    rangeExtractor: drawn(active.row),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    estimateSize: () => columnWidth,
    getScrollElement: () => scroller.current,
    overscan: 4,
    scrollPaddingStart: sideWidth,
    scrollMargin: sideWidth,
    rangeExtractor: drawn(active.column),
  });
  const page = Math.max(1, (down.range?.endIndex ?? 1) - (down.range?.startIndex ?? 0) - 5);
  const width = sideWidth + columns.length * columnWidth;
  const shownColumns = across.getVirtualItems();

  const choose = useCallback(
    (row: number, column: number): void => {
      setActive({ row, column });
      scroller.current?.focus({ preventScroll: true });
      if (at(row, column) > 0) onOpen({ row, column });
    },
    [at, onOpen],
  );
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (at(active.row, active.column) > 0) onOpen(active);
      return;
    }
    const next = moveInGrid(event, active, { rows: rows.length, columns: columns.length, page });
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    down.scrollToIndex(next.row, { align: 'auto' });
    across.scrollToIndex(next.column, { align: 'auto' });
  };

  return (
    <div
      ref={scroller}
      className={classes['grid']}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={`${id}-${active.row}-${active.column}`}
      tabIndex={0}
      onKeyDown={press}
    >
      <div className={classes['head']} role="rowgroup" style={{ width, height: headHeight }}>
        <div role="row" aria-rowindex={1} className={classes['headRow']}>
          <div
            role="columnheader"
            aria-colindex={1}
            className={classes['corner']}
            style={{ width: sideWidth }}
          >
            {t('tags.corner')}
          </div>
          {shownColumns.map(({ index, start }) => {
            const line = columns[index];
            return (
              line !== undefined && (
                <div
                  key={line.id}
                  role="columnheader"
                  aria-colindex={index + 2}
                  className={classes['columnHead']}
                  data-active={index === active.column}
                  title={line.title}
                  style={{ transform: `translateX(${start}px)`, width: columnWidth }}
                >
                  {line.color !== null && <TagDot color={line.color} size={8} />}
                  <span className={classes['columnName']}>{line.title}</span>
                </div>
              )
            );
          })}
        </div>
      </div>
      <div role="rowgroup" style={{ height: rows.length * rowHeight, width }}>
        {down.getVirtualItems().map(({ index: row, start }) => {
          const line = rows[row];
          return (
            line !== undefined && (
              <MatrixRow
                key={line.id}
                id={id}
                row={row}
                line={line}
                start={start}
                width={width}
                columns={columns}
                shown={shownColumns}
                active={row === active.row ? active.column : -1}
                at={at}
                largest={largest}
                onPress={choose}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** One row. Scrolling down draws only those that come into view. */
const MatrixRow = memo(function MatrixRow({
  id,
  row,
  line,
  start,
  width,
  columns,
  shown,
  active,
  at,
  largest,
  onPress,
}: {
  id: string;
  row: number;
  line: MatrixLine;
  /** Pixels from the top. */
  start: number;
  width: number;
  columns: readonly MatrixLine[];
  shown: readonly VirtualItem[];
  /** The column the keys stand at, -1 when they stand in another row. */
  active: number;
  at: ShownMatrix['at'];
  largest: number;
  onPress: (row: number, column: number) => void;
}) {
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classes['row']}
      style={{ transform: `translateY(${start}px)`, width }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={classes['rowHead']}
        data-active={active >= 0}
        title={line.title}
        style={{ width: sideWidth, paddingLeft: 8 + line.depth * 12 }}
      >
        {line.color !== null && <TagDot color={line.color} size={8} />}
        <span>{line.title}</span>
      </div>
      {shown.map(({ index: column, start: left }) => {
        const count = at(row, column);
        const other = columns[column];
        const itself = other?.id === line.id;
        return (
          // The grid hears the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={column}
            id={`${id}-${row}-${column}`}
            role="gridcell"
            tabIndex={-1}
            aria-colindex={column + 2}
            aria-label={`${line.title}, ${other?.title ?? ''}: ${count}`}
            className={classes['cell']}
            data-active={column === active}
            data-own={itself}
            data-none={count === 0}
            style={{
              left,
              width: columnWidth,
              background: itself ? undefined : tint(count, largest),
            }}
            onClick={() => onPress(row, column)}
          >
            {count === 0 ? '·' : count}
          </div>
        );
      })}
    </div>
  );
});

/** The more, the deeper, by the square root, so that small numbers differ too; never so deep that the number is hard to read. */
function tint(count: number, largest: number): string | undefined {
  if (count === 0) return undefined;
  const share = Math.round(8 + 36 * Math.sqrt(count / Math.max(1, largest)));
  return `color-mix(in srgb, var(--lg-accent) ${share}%, transparent)`;
}
