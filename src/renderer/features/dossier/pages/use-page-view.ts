import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useDossier } from '../dossier-store.ts';
import {
  layPages,
  offsetOf,
  pagesBetween,
  placeAt,
  type PageLayout,
  type Size,
} from '../../pdf/page-layout.ts';
import { sizeOf, type Zoom } from '../../pdf/zoom.ts';

/** CSS pixels to a PDF's point of 1/72 inch, as browsers count them. */
export const POINT = 96 / 72;
/** CSS pixels between pages, and around them. */
const GAP = 16;
/** Pixels above and below what is in view in which pages are drawn already. */
const AHEAD = 500;

export interface PageView {
  /** What the scrolling element is given. */
  scroller: React.RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  layout: PageLayout | null;
  /** CSS pixels to a point. */
  scale: number;
  /** The pages that are drawn now, from 1. */
  drawn: readonly number[];
  /** The page that is read, from 1. */
  current: number;
  onSize: (page: number, size: Size) => void;
  /** Shows a page from its upper edge, or from a share of its height. */
  goTo: (page: number, within?: number) => void;
  /** Shows the page after (1) or before (-1) the one in view, however fast that is asked for. */
  turn: (by: 1 | -1) => void;
  /** Draws pages larger or smaller around a height of the window, in CSS pixels; its upper third when left out. */
  zoomTo: (zoom: Zoom, around?: number) => void;
}

/** How the pages of a document stand in their window: sizes, places, what is in view. Outlives another screen. */
export function usePageView(pdf: PDFDocumentProxy): PageView {
  const scroller = useRef<HTMLDivElement>(null);
  const zoom = useDossier((state) => state.zoom);
  const [room, setRoom] = useState<Size | null>(null);
  const [usual, setUsual] = useState<Size | null>(null);
  /** Pages of another size than the first. */
  const [odd, setOdd] = useState<ReadonlyMap<number, Size>>(new Map());
  const [drawn, setDrawn] = useState<readonly number[]>([]);
  const [current, setCurrent] = useState(() => useDossier.getState().place.page);
  /** The height of the window that stays on the same words. */
  const around = useRef<number | null>(null);
  const before = useRef<PageLayout | null>(null);

  useEffect(() => {
    let wanted = true;
    pdf.getPage(1).then(
      (page) => {
        const { width, height } = page.getViewport({ scale: 1 });
        if (wanted) setUsual((now) => sameOr(now, { width, height }));
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [pdf]);

  useEffect(() => {
    const frame = scroller.current;
    if (frame === null) return undefined;
    const observer = new ResizeObserver(() =>
      setRoom((now) => sameOr(now, { width: frame.clientWidth, height: frame.clientHeight })),
    );
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);

  const scale =
    usual === null || room === null
      ? POINT
      : POINT *
        sizeOf(
          zoom,
          { width: usual.width * POINT, height: usual.height * POINT },
          { width: room.width - 2 * GAP, height: room.height - 2 * GAP },
        );
  const layout = useMemo(() => {
    if (usual === null || room === null) return null;
    const sizes = Array.from({ length: pdf.numPages }, (_, at) => odd.get(at + 1) ?? usual);
    return layPages(sizes, scale, GAP);
  }, [odd, pdf, room, scale, usual]);

  const look = useCallback((): void => {
    const frame = scroller.current;
    if (frame === null || layout === null) return;
    const { scrollTop, clientHeight } = frame;
    const pages = pagesBetween(layout, scrollTop - AHEAD, scrollTop + clientHeight + AHEAD);
    setDrawn((now) => (now.join() === pages.join() ? now : pages));
    const place = placeAt(layout, scrollTop + clientHeight / 3);
    setCurrent(Math.min(place.page, layout.tops.length));
    useDossier.setState({ place: placeAt(layout, scrollTop) });
  }, [layout]);

  // Pages that grow, shrink or come anew leave the words in view where they are.
  useLayoutEffect(() => {
    const frame = scroller.current;
    if (frame === null || layout === null) return;
    const last = before.current;
    before.current = layout;
    if (last === null) {
      frame.scrollTop = offsetOf(layout, useDossier.getState().place);
    } else if (last !== layout) {
      const still = around.current ?? frame.clientHeight / 3;
      around.current = null;
      const offset = offsetOf(layout, placeAt(last, frame.scrollTop + still)) - still;
      if (Math.abs(offset - frame.scrollTop) >= 1) frame.scrollTop = offset;
    }
    look();
  }, [layout, look]);

  const onSize = useCallback(
    (page: number, size: Size): void => {
      setOdd((now) => {
        const known = now.get(page) ?? usual;
        if (known === null || isSame(known, size)) return now;
        return new Map(now).set(page, size);
      });
    },
    [usual],
  );
  const goTo = useCallback(
    (page: number, within = 0): void => {
      if (layout === null) return;
      scroller.current?.scrollTo({ top: offsetOf(layout, { page, within }) - GAP / 2 });
    },
    [layout],
  );
  const turn = useCallback(
    (by: 1 | -1): void => {
      const frame = scroller.current;
      if (frame === null || layout === null) return;
      const { page } = placeAt(layout, frame.scrollTop + frame.clientHeight / 3);
      goTo(Math.max(1, Math.min(layout.tops.length, page + by)));
    },
    [goTo, layout],
  );
  const zoomTo = useCallback((next: Zoom, height?: number): void => {
    around.current = height ?? null;
    useDossier.setState({ zoom: next });
  }, []);
  return { scroller, onScroll: look, layout, scale, drawn, current, onSize, goTo, turn, zoomTo };
}

function isSame(one: Size, other: Size): boolean {
  return Math.abs(one.width - other.width) < 0.5 && Math.abs(one.height - other.height) < 0.5;
}

function sameOr(now: Size | null, next: Size): Size {
  return now !== null && isSame(now, next) ? now : next;
}
