import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  layPages,
  offsetOf,
  pageAt,
  pagesBetween,
  placeAt,
  type PageLayout,
  type Size,
} from '../pdf/page-layout.ts';
import { nextZoom, sizeOf, type Zoom } from '../pdf/zoom.ts';

/** CSS pixels between pages, and around them. */
const gap = 12;
/** Pixels above and below what is in view in which pages are drawn already. */
const ahead = 400;

export interface PagesView {
  scroller: React.RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  layout: PageLayout | null;
  /** CSS pixels to a unit of the pages: a point, or a pixel of a picture. */
  scale: number;
  drawn: readonly number[];
  /** The page that is read, from 1. */
  current: number;
  onSize: (page: number, size: Size) => void;
  /** Shows a place of a page, a share of its height, a third down the window, unless it is in view. */
  show: (page: number, within: number) => void;
  goTo: (page: number) => void;
  zoomBy: (by: 1 | -1) => void;
  zoomTo: (zoom: Zoom) => void;
}

/**
 * How the pages of an original stand in their window.
 *
 * @param unit CSS pixels to a unit of the pages at their own size
 */
export function usePagesView(pages: number, unit: number): PagesView {
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [room, setRoom] = useState<Size | null>(null);
  const [sizes, setSizes] = useState<ReadonlyMap<number, Size>>(new Map());
  const [drawn, setDrawn] = useState<readonly number[]>([1]);
  const [current, setCurrent] = useState(1);
  const before = useRef<PageLayout | null>(null);
  /** What is to be shown as soon as its page stands in its place. */
  const wanted = useRef<{ page: number; within: number } | null>(null);

  useEffect(() => {
    const frame = scroller.current;
    if (frame === null) return undefined;
    const observer = new ResizeObserver(() =>
      setRoom((now) => same(now, { width: frame.clientWidth, height: frame.clientHeight })),
    );
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);

  const usual = sizes.get(1) ?? sizes.values().next().value ?? null;
  const scale =
    usual === null || room === null
      ? unit
      : unit *
        sizeOf(
          zoom,
          { width: usual.width * unit, height: usual.height * unit },
          { width: room.width - 2 * gap, height: room.height - 2 * gap },
        );
  const layout = useMemo(() => {
    if (room === null) return null;
    // Until the first page says how large it is, it is taken for a sheet of A4.
    const guess = usual ?? { width: 595, height: 842 };
    const all = Array.from({ length: pages }, (_, at) => sizes.get(at + 1) ?? guess);
    return layPages(all, scale, gap);
  }, [pages, room, scale, sizes, usual]);

  const look = useCallback((): void => {
    const frame = scroller.current;
    if (frame === null || layout === null) return;
    const { scrollTop, clientHeight } = frame;
    const next = pagesBetween(layout, scrollTop - ahead, scrollTop + clientHeight + ahead);
    setDrawn((now) => (now.join() === next.join() ? now : next));
    setCurrent(Math.min(pageAt(layout, scrollTop + clientHeight / 3), pages));
  }, [layout, pages]);

  const bring = useCallback(
    ({ page, within }: { page: number; within: number }): void => {
      const frame = scroller.current;
      if (frame === null || layout === null) return;
      const offset = offsetOf(layout, { page, within });
      const margin = frame.clientHeight / 8;
      const inView =
        offset > frame.scrollTop + margin && offset < frame.scrollTop + frame.clientHeight - margin;
      if (!inView) frame.scrollTop = offset - frame.clientHeight / 3;
    },
    [layout],
  );

  // Pages that grow or shrink leave what is in view where it is.
  useLayoutEffect(() => {
    const frame = scroller.current;
    if (frame === null || layout === null) return;
    const last = before.current;
    before.current = layout;
    if (last !== null && last !== layout) {
      const still = frame.clientHeight / 3;
      frame.scrollTop = offsetOf(layout, placeAt(last, frame.scrollTop + still)) - still;
    }
    if (wanted.current !== null) {
      bring(wanted.current);
      wanted.current = null;
    }
    look();
  }, [bring, layout, look]);

  const onSize = useCallback((page: number, size: Size): void => {
    setSizes((now) => {
      const known = now.get(page);
      return known !== undefined && same(known, size) === known
        ? now
        : new Map(now).set(page, size);
    });
  }, []);
  const show = useCallback(
    (page: number, within: number): void => {
      if (layout === null) wanted.current = { page, within };
      else bring({ page, within });
    },
    [bring, layout],
  );
  const goTo = useCallback(
    (page: number): void => {
      if (layout === null) return;
      scroller.current?.scrollTo({ top: offsetOf(layout, { page, within: 0 }) - gap / 2 });
    },
    [layout],
  );
  return {
    scroller,
    onScroll: look,
    layout,
    scale,
    drawn: drawn.filter((page) => page <= pages),
    current,
    onSize,
    show,
    goTo,
    zoomBy: (by) => setZoom(nextZoom(scale / unit, by)),
    zoomTo: setZoom,
  };
}

function same(now: Size | null, next: Size): Size {
  return now !== null &&
    Math.abs(now.width - next.width) < 0.5 &&
    Math.abs(now.height - next.height) < 0.5
    ? now
    : next;
}
