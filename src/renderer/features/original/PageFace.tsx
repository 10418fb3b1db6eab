import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { drawPage } from '../pdf/page-drawing.ts';
import type { Size } from '../pdf/page-layout.ts';
import { usePagePicture } from './use-page-picture.ts';

/** A page of a PDF, drawn here: nothing in it runs, and it leads nowhere. */
export function PdfFace({
  pdf,
  number,
  scale,
  onSize,
}: {
  pdf: PDFDocumentProxy;
  number: number;
  /** CSS pixels to a point. */
  scale: number;
  onSize: (page: number, size: Size) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const end = new AbortController();
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      if (end.signal.aborted || canvas.current === null) return;
      onSize(number, { width, height });
      await drawPage(page, canvas.current, scale, end.signal);
    };
    // A document that was left takes its drawing with it; there is nothing to tell.
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
  return <canvas ref={canvas} aria-hidden="true" />;
}

/** A page of a picture, upright, as the engine draws it. */
export function PictureFace({
  id,
  number,
  onSize,
}: {
  id: string;
  number: number;
  onSize: (page: number, size: Size) => void;
}) {
  const { draw, error } = usePagePicture(id, number);
  if (error !== null) return <ErrorNotice error={error} />;
  // The words on it are read beside it.
  return draw === null ? null : (
    <img
      ref={draw}
      alt=""
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
        onSize(number, { width, height })
      }
    />
  );
}
