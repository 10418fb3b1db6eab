import { TextLayer, type PDFPageProxy } from 'pdfjs-dist';

/** What pdf.js says of the text of a page. */
export type PageText = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** Most pixels that a page is drawn with: more would be refused, or slow for nothing that an eye can see. */
const MOST_PIXELS = 24e6;

/**
 * Draws a page, aside first, so that it does not go blank when it is drawn anew.
 *
 * @param scale CSS pixels to a point
 */
export async function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  const plain = page.getViewport({ scale });
  const density = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale: scale * density });
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

/** Lays the text of a page over it, to be selected and read aloud; what was there goes once it is laid. */
export async function layText(
  page: PDFPageProxy,
  text: PageText,
  container: HTMLElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  const aside = document.createElement('div');
  const layer = new TextLayer({
    textContentSource: text,
    container: aside,
    viewport: page.getViewport({ scale }),
  });
  signal.addEventListener('abort', () => layer.cancel());
  await layer.render();
  if (signal.aborted) return;
  container.style.setProperty('--total-scale-factor', String(scale));
  container.replaceChildren(...aside.childNodes);
}
