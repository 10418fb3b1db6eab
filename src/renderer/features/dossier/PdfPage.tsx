import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dossier.module.css';

/** CSS pixels to a PDF's point of 1/72 inch, as browsers count them. */
export const POINT = 96 / 72;

/** One page as an image with its text above it, which can be selected and is read aloud. Drawn when it comes into view. */
export function PdfPage({
  pdf,
  number,
  scale,
  size,
}: {
  pdf: PDFDocumentProxy;
  number: number;
  /** CSS pixels to a point. */
  scale: number;
  /** In points, kept for the page until it is drawn. */
  size: { width: number; height: number };
}) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);

  useEffect(() => {
    if (!seen) return undefined;
    const end = new AbortController();
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      if (end.signal.aborted || canvas.current === null || words.current === null) return;
      await Promise.all([
        drawPage(page, canvas.current, scale, end.signal),
        layText(page, words.current, scale, end.signal),
      ]);
    };
    // A document that was replaced takes its drawing with it; there is nothing to tell.
    draw().catch(() => undefined);
    return () => end.abort();
  }, [number, pdf, scale, seen]);

  return (
    <div
      ref={frame}
      role="region"
      aria-label={t('dossier.page', { page: number, pages: pdf.numPages })}
      data-page={number}
      className={classes['sheet']}
      style={{ width: Math.floor(size.width * scale), height: Math.floor(size.height * scale) }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={words} className={classes['words']} />
    </div>
  );
}

/** A page made small, without its text. */
export function Thumbnail({
  pdf,
  number,
  width,
}: {
  pdf: PDFDocumentProxy;
  number: number;
  width: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const seen = useSeen(canvas);
  useEffect(() => {
    if (!seen) return undefined;
    const end = new AbortController();
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      if (end.signal.aborted || canvas.current === null) return;
      const scale = width / page.getViewport({ scale: 1 }).width;
      await drawPage(page, canvas.current, scale, end.signal);
    };
    draw().catch(() => undefined);
    return () => end.abort();
  }, [number, pdf, seen, width]);
  return <canvas ref={canvas} aria-hidden="true" />;
}

async function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  const viewport = page.getViewport({ scale: scale * devicePixelRatio });
  // Drawn aside first, so that the page does not go blank when it is drawn anew.
  const aside = document.createElement('canvas');
  aside.width = Math.floor(viewport.width);
  aside.height = Math.floor(viewport.height);
  const task = page.render({ canvas: aside, viewport });
  signal.addEventListener('abort', () => task.cancel());
  await task.promise;
  if (signal.aborted) return;
  canvas.width = aside.width;
  canvas.height = aside.height;
  canvas.getContext('2d')?.drawImage(aside, 0, 0);
}

async function layText(
  page: PDFPageProxy,
  container: HTMLElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  container.replaceChildren();
  container.style.setProperty('--total-scale-factor', String(scale));
  const layer = new TextLayer({
    textContentSource: page.streamTextContent({ includeMarkedContent: false }),
    container,
    viewport: page.getViewport({ scale }),
  });
  signal.addEventListener('abort', () => layer.cancel());
  await layer.render();
}

/** Whether an element has come near the part of its scroller that is in view; stays true. */
function useSeen(element: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (seen || watched === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '600px' },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}
