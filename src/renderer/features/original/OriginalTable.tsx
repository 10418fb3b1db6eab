import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Highlight } from '#contract/annotation.ts';
import type { TableRows, TableSheets } from '#contract/original.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { passagesOf, type TagColor } from '../reader/passages-of.ts';
import type { Passage } from '../reader/editor/passage.ts';
import type { Tint } from '../reader/reading-view.ts';
import { IntervalIndex } from '../reader/text/interval-index.ts';
import type { Range } from '../reader/text/sentence.ts';
import classes from './original.module.css';

/** Rows that are asked for at once. */
const page = 200;
/** Pixels of a row of one line. */
const rowHeight = 27;

type Cell = TableRows['items'][number]['cells'][number];

/** A table as one: its sheets, its columns, a row each. A cell that is pressed is selected in the text. */
export function OriginalTable({
  source,
  highlights,
  tags,
  tint,
  selection,
  onSelect,
}: {
  source: string;
  highlights: readonly Highlight[];
  tags: readonly TagColor[];
  tint: Tint;
  selection: Range | null;
  onSelect: (range: Range) => void;
}) {
  const api = useApi();
  const { handle } = useCase();
  const [sheet, setSheet] = useState(0);
  const sheets = useQuery(api.sources.sheets.queryOptions({ input: { handle, id: source } }));
  const index = useMemo(
    () => new IntervalIndex(passagesOf(highlights, tags, tint)),
    [highlights, tags, tint],
  );
  if (sheets.error !== null) return <ErrorNotice error={sheets.error} />;
  const shown = sheets.data?.[sheet];
  return (
    <>
      {(sheets.data?.length ?? 0) > 1 && (
        <SheetTabs sheets={sheets.data ?? []} sheet={sheet} onSheet={setSheet} />
      )}
      {shown !== undefined && (
        <Sheet
          key={sheet}
          source={source}
          number={sheet}
          sheet={shown}
          index={index}
          selection={selection}
          onSelect={onSelect}
        />
      )}
    </>
  );
}

function SheetTabs({
  sheets,
  sheet,
  onSheet,
}: {
  sheets: TableSheets;
  sheet: number;
  onSheet: (sheet: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes['tabs']} role="group" aria-label={t('original.sheets')}>
      {sheets.map(({ name }, at) => (
        <Button
          // oxlint-disable-next-line react/no-array-index-key -- sheets may share a name
          key={at}
          size="compact-xs"
          variant={at === sheet ? 'light' : 'subtle'}
          aria-pressed={at === sheet}
          onClick={() => onSheet(at)}
        >
          {name === '' ? t('original.sheet', { number: at + 1 }) : name}
        </Button>
      ))}
    </div>
  );
}

function Sheet({
  source,
  number,
  sheet,
  index,
  selection,
  onSelect,
}: {
  source: string;
  number: number;
  sheet: TableSheets[number];
  index: IntervalIndex<Passage>;
  selection: Range | null;
  onSelect: (range: Range) => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useInfiniteQuery(
    api.sources.rows.infiniteOptions({
      input: (offset: number) => ({ handle, id: source, sheet: number, offset, limit: page }),
      initialPageParam: 0,
      getNextPageParam: (_, pages) => {
        const known = pages.length * page;
        return known < sheet.rows ? known : undefined;
      },
    }),
  );
  const loaded = rows.data?.pages.flatMap(({ items }) => items) ?? [];
  const virtual = useVirtualizer({
    count: loaded.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = rows;
  useEffect(() => {
    if (last >= loaded.length - 40 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, last, loaded.length]);
  if (rows.error !== null) return <ErrorNotice error={rows.error} />;
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div
      ref={scroller}
      className={classes['sheetScroller']}
      role="group"
      aria-label={t('original.table')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes['table']} aria-rowcount={sheet.rows + 1}>
        <thead>
          <tr>
            <th scope="col" className={classes['rowNumber']}>
              <span className="lg-hidden">{t('original.row')}</span>
            </th>
            {sheet.columns.map((column, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns may share a name
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {items.map((item) => {
            const row = loaded[item.index];
            return (
              row !== undefined && (
                <tr
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  aria-rowindex={item.index + 2}
                >
                  <th scope="row" className={classes['rowNumber']}>
                    {row.number}
                  </th>
                  {row.cells.map((cell, at) => (
                    // oxlint-disable-next-line react/no-array-index-key -- cells have nothing but their order
                    <td key={at}>
                      <CellWords
                        cell={cell}
                        index={index}
                        selection={selection}
                        onSelect={onSelect}
                      />
                    </td>
                  ))}
                </tr>
              )
            );
          })}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}

function CellWords({
  cell: { text, start, end },
  index,
  selection,
  onSelect,
}: {
  cell: Cell;
  index: IntervalIndex<Passage>;
  selection: Range | null;
  onSelect: (range: Range) => void;
}) {
  if (end <= start) return null;
  const over = index.overlapping(start, end);
  const color = over.at(-1)?.colors[0];
  const selected = selection !== null && selection.from <= start && selection.to >= end;
  return (
    // The words are read, selected and marked by keys in the text beside it, where each cell stands.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className={classes['cell']}
      data-marked={over.length > 0}
      data-selected={selected}
      onClick={() => onSelect({ from: start, to: end })}
    >
      {color !== undefined && <span className={classes['tint']} style={{ color }} />}
      {text}
    </span>
  );
}
