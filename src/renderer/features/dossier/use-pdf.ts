import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist';
// Vite answers `?url` with the address under which it serves the file.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';

GlobalWorkerOptions.workerSrc = workerUrl;

/**
 * Opens a PDF that the page holds. The one before stays until the next can be drawn, so that nothing goes blank while
 * a dossier is set anew.
 */
export function usePdf(blob: Blob | undefined): { pdf: PDFDocumentProxy | null; error: unknown } {
  const [opened, setOpened] = useState<{ pdf: PDFDocumentProxy | null; error: unknown }>({
    pdf: null,
    error: null,
  });
  useEffect(() => {
    if (blob === undefined) return undefined;
    let wanted = true;
    let task: PDFDocumentLoadingTask | null = null;
    const open = async (): Promise<PDFDocumentProxy> => {
      const data = await blob.arrayBuffer();
      // The content security policy lets nothing be evaluated and nothing be fetched from elsewhere.
      task = getDocument({ data, useWorkerFetch: false, enableXfa: false });
      return task.promise;
    };
    open().then(
      (pdf) => {
        if (wanted) setOpened({ pdf, error: null });
      },
      (error: unknown) => {
        if (wanted) setOpened({ pdf: null, error });
      },
    );
    return () => {
      wanted = false;
      // Pages that are being drawn from it end with it; the next document takes their place.
      void task?.destroy();
    };
  }, [blob]);
  return opened;
}
