import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentDetails } from '#contract/extraction.ts';

type Entry = DocumentDetails['outline'][number];
type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

/** Entries of an outline, and levels of it, that are kept. */
const MOST = 10_000;
const DEEPEST = 32;

/** The outline of a PDF in its order: title, page and level, 1 being the topmost. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<Entry[]> {
  const found: Entry[] = [];
  // Typed as always there, which it is not.
  const roots: readonly Node[] | null = await pdf.getOutline();
  const waiting = (roots ?? []).map((node) => ({ node, level: 1 })).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, level } = next;
    const title = node.title
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 1000)
      .toWellFormed();
    if (title !== '') {
      found.push({ title, page: await pageOf(pdf, node.dest), level });
    }
    if (found.length >= MOST) {
      break;
    }
    const below: readonly Node[] = level < DEEPEST ? node.items : [];
    waiting.push(...below.map((one) => ({ node: one, level: level + 1 })).toReversed());
  }
  return found;
}

/** The page, from 1, that a destination leads to, or null where it leads nowhere. */
async function pageOf(pdf: PDFDocumentProxy, to: Node['dest']): Promise<number | null> {
  try {
    const destination = typeof to === 'string' ? await pdf.getDestination(to) : to;
    const target: unknown = destination?.[0];
    if (typeof target === 'number') {
      return Number.isInteger(target) && target >= 0 && target < pdf.numPages ? target + 1 : null;
    }
    if (!isReference(target)) {
      return null;
    }
    // Pages that were read are known; to look one up walks through the tree of pages.
    return pdf.cachedPageNumber(target) ?? (await pdf.getPageIndex(target)) + 1;
  } catch {
    return null;
  }
}

function isReference(value: unknown): value is { num: number; gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}

/**
 * How a PDF numbers its pages where that is not from 1 onwards, as stretches: `1–4: i–iv, 5–90: 1–86`. Null where it is.
 */
export async function readPageLabels(pdf: PDFDocumentProxy): Promise<string | null> {
  const labels = await pdf.getPageLabels();
  if (labels === null || labels.every((label, index) => label === String(index + 1))) {
    return null;
  }
  const stretches: { first: number; last: number }[] = [];
  for (const [index, label] of labels.entries()) {
    const stretch = stretches.at(-1);
    if (
      stretch !== undefined &&
      styleOf(label) === styleOf(labels[index - 1] ?? '') &&
      !/^1$|^i$|^I$|^a$|^A$/.test(label)
    ) {
      stretch.last = index;
    } else {
      stretches.push({ first: index, last: index });
    }
  }
  const range = (from: string, to: string): string => (from === to ? from : `${from}–${to}`);
  return stretches
    .slice(0, 50)
    .map(
      ({ first, last }) =>
        `${range(String(first + 1), String(last + 1))}: ${range(labels[first] ?? '', labels[last] ?? '')}`,
    )
    .join(', ')
    .slice(0, 2000)
    .toWellFormed();
}

function styleOf(label: string): string {
  return label
    .replace(/\d+$/, '#')
    .replace(/(?<![\p{L}])[ivxlcdm]+$/u, 'i')
    .replace(/(?<![\p{L}])[IVXLCDM]+$/u, 'I');
}
