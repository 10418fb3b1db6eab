import {
  GlobalWorkerOptions,
  PDFWorker,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist';
// Vite answers `?url` with the address under which it serves the file.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api.js';
import { useEffect, useRef, useState } from 'react';

GlobalWorkerOptions.workerSrc = workerUrl;

/** One thread reads all documents: starting one takes longer than reading a page. */
let worker: PDFWorker | null = null;

/** Opens a PDF, by its bytes or by what hands them out. */
export function openPdf(
  given: Pick<DocumentInitParameters, 'data' | 'range' | 'rangeChunkSize' | 'disableAutoFetch'>,
): PDFDocumentLoadingTask {
  if (worker === null || worker.destroyed) worker = new PDFWorker();
  // The content security policy lets nothing be evaluated and nothing be fetched from elsewhere.
  return getDocument({ ...given, worker, useWorkerFetch: false, enableXfa: false });
}

interface Opened {
  pdf: PDFDocumentProxy | null;
  /** The bytes that it is of, or that could not be opened. */
  of: Blob | undefined;
  error: unknown;
}

/**
 * Opens a PDF that the page holds. The one before stays until the next can be drawn, so that nothing goes blank while
 * a dossier is set anew; then it is let go.
 */
export function usePdf(blob: Blob | undefined): Opened {
  const [opened, setOpened] = useState<Opened>({ pdf: null, of: undefined, error: null });
  const shown = useRef<PDFDocumentLoadingTask | null>(null);
  useEffect(() => {
    if (blob === undefined) return undefined;
    let wanted = true;
    let task: PDFDocumentLoadingTask | null = null;
    const read = async (): Promise<PDFDocumentProxy> => {
      const data = await blob.arrayBuffer();
      if (!wanted) throw new DOMException('Another one is wanted', 'AbortError');
      task = openPdf({ data });
      return task.promise;
    };
    read().then(
      (pdf) => {
        if (!wanted) return;
        shown.current = task;
        setOpened({ pdf, of: blob, error: null });
      },
      (error: unknown) => {
        if (wanted) setOpened({ pdf: null, of: blob, error });
      },
    );
    return () => {
      wanted = false;
      // One that is shown is let go by what shows it, below.
      if (task !== null && task !== shown.current) void task.destroy();
    };
  }, [blob]);
  const { pdf } = opened;
  // Its pages have stopped drawing by now: what is within is taken away first.
  useEffect(() => () => void pdf?.loadingTask.destroy(), [pdf]);
  return opened;
}
