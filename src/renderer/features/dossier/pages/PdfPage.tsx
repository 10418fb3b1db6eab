import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placesWithin } from './destination.ts';
import classes from './pages.module.css';
import { linksOf, type LinkTarget, type PageLink } from './links.ts';
import { drawPage, layText } from '../../pdf/page-drawing.ts';
import type { Size } from '../../pdf/page-layout.ts';
import { PageLinks } from './PageLinks.tsx';
import { printedTexts } from './printed-texts.ts';

/**
 * One page as an image, its text above it, which can be selected and is read aloud, and above that what it leads to.
 * What was drawn stays until the next document’s page is drawn in its place.
 */
export function PdfPage({
  pdf,
  number,
  scale,
  top,
  size,
  onSize,
  onFollow,
}: {
  pdf: PDFDocumentProxy;
  number: number;
  /** CSS pixels to a point. */
  scale: number;
  /** Where it stands among the pages, in CSS pixels. */
  top: number;
  /** In CSS pixels. */
  size: Size;
  /** Tells how large it is, in points, once that is known. */
  onSize: (number: number, size: Size) => void;
  onFollow: (target: LinkTarget) => void;
}) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  /** What the page leads to, and of which document that is. */
  const [{ links, of }, setLinks] = useState<{
    links: readonly PageLink[];
    of: PDFDocumentProxy | null;
  }>({ links: [], of: null });

  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      if (signal.aborted || canvas.current === null || words.current === null) return;
      onSize(number, { width, height });
      const text = await page.getTextContent({ includeMarkedContent: false });
      if (signal.aborted) return;
      await Promise.all([
        drawPage(page, canvas.current, scale, signal),
        layText(page, text, words.current, scale, signal),
      ]);
      const annotations = await page.getAnnotations({ intent: 'display' });
      const places = await placesWithin(pdf, annotations);
      if (signal.aborted) return;
      setLinks({ links: linksOf(annotations, printedTexts(text), page.view, places), of: pdf });
    };
    // A document that was replaced takes its drawing with it; there is nothing to tell.
    draw().catch(() => undefined);
    return () => end.abort();
  }, [number, onSize, pdf, scale]);

  // What is out of view needs no memory.
  useEffect(() => {
    const drawn = canvas.current;
    return () => {
      if (drawn === null) return;
      drawn.width = 0;
      drawn.height = 0;
    };
  }, []);

  return (
    <div
      role="region"
      aria-label={t('dossier.page', { page: number, pages: pdf.numPages })}
      aria-busy={of !== pdf}
      data-page={number}
      className={classes['sheet']}
      style={{ top, width: size.width, height: size.height }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={words} className={classes['words']} />
      <PageLinks links={links} onFollow={onFollow} />
    </div>
  );
}
