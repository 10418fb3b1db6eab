import type { Canvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { CaseError } from '#contract/error.ts';
import { CanvasFactory, canvasTools } from './factories.ts';
import { openPdf } from './opening.ts';

/** Pixels of a page drawn for people. */
const PIXELS = 16_000_000;

/** Of the small picture that tells whether there is something to read on a page. */
const GLANCE_WIDTH = 300;

/** Things that a page draws, about 200 MB of them: maps have some hundred thousand. */
const MOST_OPERATIONS = 1_000_000;

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
 * @throws CaseError `source.tooLarge` where it draws without end
 */
export async function drawPage(
  page: PDFPageProxy,
  most: { scale: number; pixels: number },
): Promise<{ png: Uint8Array; scale: number }> {
  return await onCanvas(page, most, async (canvas, scale) => {
    return { png: new Uint8Array(await canvas.encode('png')), scale };
  });
}

/** Whether a page draws pictures, and which part of it, of 1, is not white. */
export async function glanceAt(page: PDFPageProxy): Promise<{ pictures: boolean; ink: number }> {
  const { width } = page.getViewport({ scale: 1 });
  const most = { scale: GLANCE_WIDTH / Math.max(1, width), pixels: GLANCE_WIDTH ** 2 * 4 };
  return await onCanvas(page, most, (canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) {
      dark += Math.min(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255) < 200 ? 1 : 0;
    }
    const drawn: unknown = page.imageCoordinates;
    const pictures = ArrayBuffer.isView(drawn) && drawn.byteLength > 0;
    return { pictures, ink: dark / (data.length / 4) };
  });
}

async function onCanvas<Result>(
  page: PDFPageProxy,
  most: { scale: number; pixels: number },
  take: (canvas: Canvas, scale: number) => Result | Promise<Result>,
): Promise<Result> {
  canvasTools();
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(most.scale, Math.sqrt(most.pixels / Math.max(1, width * height)));
  const viewport = page.getViewport({ scale });
  const factory = new CanvasFactory();
  const drawing = factory.create(viewport.width, viewport.height);
  const { canvas } = drawing;
  if (canvas === null || !isDrawable(canvas)) throw new Error('There is no canvas');
  try {
    await page.render({
      canvas,
      viewport,
      background: 'rgb(255,255,255)',
      recordImages: true,
      operationsFilter: (index: number): boolean => {
        if (index <= MOST_OPERATIONS) return true;
        throw new CaseError('source.tooLarge', { size: index, limit: MOST_OPERATIONS });
      },
    }).promise;
    return await take(canvas, scale);
  } finally {
    factory.destroy(drawing);
  }
}

/** What the library draws on: a browser's canvas to its types, one that draws like it here. */
type Drawable = NonNullable<Parameters<PDFPageProxy['render']>[0]['canvas']>;

function isDrawable(canvas: unknown): canvas is Drawable {
  return typeof canvas === 'object' && canvas !== null && 'getContext' in canvas;
}
