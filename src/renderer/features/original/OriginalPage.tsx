import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayoutPage } from '#contract/extraction.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import type { Passage } from '../reader/editor/passage.ts';
import type { Range } from '../reader/text/sentence.ts';
import type { Size } from '../pdf/page-layout.ts';
import classes from './original.module.css';
import { boxesOf, isOnWords, offsetAt, type Box } from './page-geometry.ts';

/** Pointers that move less, in CSS pixels, were only pressed. */
const still = 4;

/** What pointing at a page does. Offsets are those of the text, in UTF-16 code units. */
export interface Pointing {
  /** A stretch was drawn over; `done` when the pointer was let go. */
  onStretch: (range: Range, done: boolean) => void;
  /** A place was pressed, `times` in a row; null: beside the words. */
  onPress: (offset: number | null, times: number) => void;
}

/** A page of the original with the passages that stand on it, which can be drawn over like text. */
export function OriginalPage({
  source,
  number,
  pages,
  top,
  size,
  passages,
  chosen,
  selection,
  face,
  pointing,
}: {
  source: string;
  number: number;
  /** How many there are. */
  pages: number;
  /** Where it stands among the pages, in CSS pixels. */
  top: number;
  /** In CSS pixels. */
  size: Size;
  passages: readonly Passage[];
  /** The passage at hand. */
  chosen: string | null;
  selection: Range | null;
  /** What is drawn of it. */
  face: ReactNode;
  pointing: Pointing;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const sheet = useRef<HTMLDivElement>(null);
  const { data } = useQuery(
    api.sources.layoutPages.queryOptions({
      input: { handle, id: source, from: number, to: number },
      staleTime: Infinity,
    }),
  );
  const layout = data?.pages[0] ?? null;
  usePointing(sheet, layout, pointing);
  const span = useMemo(() => spanOf(layout), [layout]);
  const drawn = useMemo(
    () =>
      layout === null || span === null
        ? []
        : passages
            .filter(({ start, end }) => start < span.to && end > span.from)
            .map((passage) => ({ passage, boxes: boxesOf(layout, passage.start, passage.end) })),
    [layout, passages, span],
  );
  const selected =
    layout === null || selection === null ? [] : boxesOf(layout, selection.from, selection.to);
  return (
    <div
      ref={sheet}
      role="img"
      aria-label={t('original.page', { page: number, pages })}
      aria-busy={data === undefined}
      data-page={number}
      data-words={(layout?.runs.length ?? 0) > 0}
      className={classes['sheet']}
      style={{ top, width: size.width, height: size.height }}
    >
      {face}
      {drawn.map(({ passage, boxes }) =>
        boxes.map((box, at) => (
          <span
            // oxlint-disable-next-line react/no-array-index-key -- boxes have nothing but their order
            key={`${passage.id} ${at}`}
            className={classes['passage']}
            data-passage={passage.id}
            data-chosen={passage.id === chosen}
            style={{ ...placed(box), color: passage.colors[0] ?? 'var(--lg-dim)' }}
          />
        )),
      )}
      {selected.map((box, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- boxes have nothing but their order
        <span key={at} className={classes['selected']} data-selected="true" style={placed(box)} />
      ))}
    </div>
  );
}

/** From the first to the last offset of a page's words. */
function spanOf(layout: LayoutPage | null): Range | null {
  let from = Infinity;
  let to = -1;
  for (const [start, end] of layout?.runs ?? []) {
    from = Math.min(from, start);
    to = Math.max(to, end);
  }
  return to < 0 ? null : { from, to };
}

function placed({ left, top, width, height }: Box) {
  return {
    left: `${100 * left}%`,
    top: `${100 * top}%`,
    width: `${100 * width}%`,
    height: `${100 * height}%`,
  };
}

/** Listens to the pointer on a page. What stays on it while it moves is on this page alone. */
function usePointing(
  sheet: React.RefObject<HTMLDivElement | null>,
  layout: LayoutPage | null,
  pointing: Pointing,
): void {
  const latest = useRef(pointing);
  useEffect(() => {
    latest.current = pointing;
  });
  useEffect(() => {
    const element = sheet.current;
    if (element === null || layout === null || layout.runs.length === 0) return undefined;
    let anchor: { offset: number; x: number; y: number } | null = null;
    let moved = false;
    const at = (event: PointerEvent | MouseEvent): { x: number; y: number } => {
      const box = element.getBoundingClientRect();
      return {
        x: (event.clientX - box.left) / box.width,
        y: (event.clientY - box.top) / box.height,
      };
    };
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      const { x, y } = at(event);
      const offset = offsetAt(layout, x, y);
      if (offset === null) return;
      // The words are drawn over by us: the browser would select the page around them.
      event.preventDefault();
      anchor = { offset, x: event.clientX, y: event.clientY };
      moved = false;
      element.setPointerCapture(event.pointerId);
    };
    const rangeTo = (event: PointerEvent): Range | null => {
      if (anchor === null) return null;
      const { x, y } = at(event);
      const offset = offsetAt(layout, x, y);
      if (offset === null) return null;
      return { from: Math.min(anchor.offset, offset), to: Math.max(anchor.offset, offset) };
    };
    const move = (event: PointerEvent): void => {
      if (anchor === null) return;
      const distance = Math.hypot(event.clientX - anchor.x, event.clientY - anchor.y);
      if (!moved && distance < still) return;
      moved = true;
      const range = rangeTo(event);
      if (range !== null) latest.current.onStretch(range, false);
    };
    const up = (event: PointerEvent): void => {
      const range = moved ? rangeTo(event) : null;
      anchor = null;
      if (range !== null) latest.current.onStretch(range, true);
    };
    const cancel = (): void => {
      anchor = null;
    };
    const click = (event: MouseEvent): void => {
      if (moved) {
        moved = false;
        return;
      }
      const { x, y } = at(event);
      latest.current.onPress(isOnWords(layout, x, y) ? offsetAt(layout, x, y) : null, event.detail);
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', cancel);
    element.addEventListener('click', click);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
      element.removeEventListener('click', click);
    };
  }, [layout, sheet]);
}
