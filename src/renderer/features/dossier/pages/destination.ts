import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PagePlace } from '../dossier-store.ts';
import { destinationKey, destinationOf } from './links.ts';

/**
 * Where the links of a page lead within their document, by `destinationKey`. They are asked for when the page is drawn,
 * so that following one waits for nothing, even while a newer document takes the place of this one.
 */
export async function placesWithin(
  pdf: PDFDocumentProxy,
  annotations: readonly unknown[],
): Promise<Map<string, PagePlace>> {
  const wanted = new Map<string, string | readonly unknown[]>();
  for (const annotation of annotations) {
    const destination = destinationOf(annotation);
    if (destination !== undefined) wanted.set(destinationKey(destination), destination);
  }
  const found = new Map<string, PagePlace>();
  await Promise.all(
    [...wanted].map(async ([key, destination]) => {
      const place = await destinationIn(pdf, destination);
      if (place !== null) found.set(key, place);
    }),
  );
  return found;
}

/** Where a link within a document leads; null when it leads nowhere. */
async function destinationIn(
  pdf: PDFDocumentProxy,
  destination: string | readonly unknown[],
): Promise<PagePlace | null> {
  const place: unknown =
    typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  if (!Array.isArray(place)) return null;
  const [reference, , , upper]: unknown[] = place;
  const page = await pageOf(pdf, reference);
  if (page === null) return null;
  const { view } = await pdf.getPage(page);
  const [, bottom = 0, , top = 1] = view;
  return { page, within: typeof upper === 'number' ? (top - upper) / (top - bottom) : 0 };
}

/** The number of a page, from 1, by its number from 0 or by its object in the file. */
async function pageOf(pdf: PDFDocumentProxy, reference: unknown): Promise<number | null> {
  if (typeof reference === 'number') return reference + 1;
  if (typeof reference !== 'object' || reference === null) return null;
  if (!('num' in reference) || typeof reference.num !== 'number') return null;
  if (!('gen' in reference) || typeof reference.gen !== 'number') return null;
  const { num, gen } = reference;
  return (await pdf.getPageIndex({ num, gen })) + 1;
}
