import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { moveInList } from '../../../ui/list-keys.ts';
import { drawPage } from '../../pdf/page-drawing.ts';
import classes from './pages.module.css';

/** Of a small page, in CSS pixels. */
const WIDTH = 96;
/** What a small page needs besides itself: its number and the air around it. */
const BESIDES = 34;

/** The pages made small, of which only those in view are drawn. One stop for Tab; arrows go from page to page. */
export function Thumbnails({
  pdf,
  current,
  proportion,
  onGo,
}: {
  pdf: PDFDocumentProxy;
  /** From 1. */
  current: number;
  /** Height of a page to its width. */
  proportion: number;
  onGo: (page: number) => void;
}) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const height = Math.round(WIDTH * proportion);
  const virtual = useVirtualizer({
    count: pdf.numPages,
    estimateSize: () => height + BESIDES,
    getScrollElement: () => scroller.current,
    overscan: 3,
    paddingStart: 8,
    paddingEnd: 8,
  });
  useEffect(() => virtual.measure(), [height, virtual]);
  useEffect(() => {
    virtual.scrollToIndex(current - 1, { align: 'auto' });
    // It follows the pages, and not its own scrolling.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [current]);

  const move = (event: KeyboardEvent): void => {
    const next = moveInList(event.key, current - 1, pdf.numPages, 5);
    if (next === null) return;
    event.preventDefault();
    onGo(next + 1);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-small="${next + 1}"]`)?.focus(),
    );
  };

  return (
    // The keys are those of the buttons within, which have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      ref={scroller}
      className={classes['thumbnails']}
      aria-label={t('dossier.thumbnails')}
      onKeyDown={move}
    >
      <div className={classes['allSmall']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <button
            key={index}
            type="button"
            data-small={index + 1}
            className={classes['thumbnail']}
            style={{ transform: `translateY(${start}px)` }}
            tabIndex={index + 1 === current ? 0 : -1}
            aria-current={index + 1 === current ? 'page' : undefined}
            aria-label={t('pages.pageOf', { page: index + 1, pages: pdf.numPages })}
            onClick={() => onGo(index + 1)}
          >
            <span className={classes['thumbnailPage']} style={{ width: WIDTH, height }}>
              <SmallPage pdf={pdf} number={index + 1} />
            </span>
            <span aria-hidden="true">{index + 1}</span>
          </button>
        ))}
      </div>
    </nav>
  );
}

function SmallPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const end = new AbortController();
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      if (end.signal.aborted || canvas.current === null) return;
      const scale = WIDTH / page.getViewport({ scale: 1 }).width;
      await drawPage(page, canvas.current, scale, end.signal);
    };
    // A document that was replaced takes its drawing with it.
    draw().catch(() => undefined);
    return () => end.abort();
  }, [number, pdf]);
  return <canvas ref={canvas} aria-hidden="true" />;
}
