import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { CaseError } from '#contract/error.ts';
import { CanvasFactory, canvasTools } from './factories.ts';
import { openPdf } from './opening.ts';

/** Pixels of a page drawn for people. */
const PIXELS = 16_000_000;

/**
 * A page as a PNG picture, drawn without a screen: for hosts that cannot draw PDFs themselves.
 *
 * @param bytes are handed over to the parser and cannot be read afterwards
 * @param options.page from 1; `width` in pixels
 * @throws CaseError as `openPdf` does; `source.failed` where there is no such page
 */
export async function pictureOfPage(
  bytes: Uint8Array,
  options: { page: number; width: number; passwords?: readonly string[] },
): Promise<Uint8Array> {
  const { pdf, close } = await openPdf(bytes, options.passwords ?? []);
  try {
    if (options.page < 1 || options.page > pdf.numPages) {
      throw new CaseError('source.failed', { reason: `page ${options.page} of ${pdf.numPages}` });
    }
    const page = await pdf.getPage(options.page);
    const scale = options.width / page.getViewport({ scale: 1 }).width;
    return (await drawPage(page, { scale, pixels: PIXELS })).png;
  } finally {
    await close();
  }
}

/**
 * Draws a page, its annotations and the values of its fields included.
 *
 * @param most.scale pixels to a point; less where the picture would have more than `pixels`
 */
export async function drawPage(
  page: PDFPageProxy,
  most: { scale: number; pixels: number },
): Promise<{ png: Uint8Array; scale: number }> {
  canvasTools();
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(most.scale, Math.sqrt(most.pixels / Math.max(1, width * height)));
  const viewport = page.getViewport({ scale });
  const factory = new CanvasFactory();
  const drawing = factory.create(viewport.width, viewport.height);
  const { canvas } = drawing;
  if (canvas === null) throw new Error('There is no canvas');
  try {
    await page.render({ canvas, viewport, background: 'rgb(255,255,255)', intent: 'print' })
      .promise;
    return { png: new Uint8Array(await canvas.encode('png')), scale };
  } finally {
    factory.destroy(drawing);
  }
}
