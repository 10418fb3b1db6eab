import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { readPdfDate } from '../dates.ts';
import type { FragmentBuilder } from './fragment-builder.ts';
import type { Box, PageText, PlacedComment } from './fragment.ts';

type Annotations = Pick<PageText, 'comments' | 'files'>;

/** An annotation as the library gives it; ISO 32000-1, 12.5. */
const Annotation = z.object({
  subtype: z.string(),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  hidden: z.boolean().nullish(),
  password: z.boolean().nullish(),
  fieldType: z.string().nullish(),
  fieldValue: z.unknown().optional(),
  /** The lines that its appearance shows. */
  textContent: z.array(z.string()).nullish(),
  contentsObj: z.object({ str: z.string() }).nullish(),
  titleObj: z.object({ str: z.string() }).nullish(),
  modificationDate: z.string().nullish(),
  /** The words of the page that it marks. */
  overlaidText: z.string().nullish(),
  fileId: z.string().nullish(),
  file: z.object({ filename: z.string() }).nullish(),
});
type Annotation = z.infer<typeof Annotation>;

/** Of the height of a line: the size of its letters, and how far below them it ends. */
const LETTERS = 0.72;
const BELOW = 0.22;

/** Of letters that somebody filled in: fields are often larger than what stands in them, points. */
const LARGEST = 12;

/** UTF-16 code units of the words that a comment is on, which are said with it. */
const LONGEST_QUOTATION = 200;

/**
 * Reads what was filled into the fields of a page or written over it, which becomes text of the page where it stands, and
 * what was noted on it.
 */
export async function readAnnotations(
  page: PDFPageProxy,
  builder: FragmentBuilder,
): Promise<Annotations> {
  const viewport = page.getViewport({ scale: 1 });
  const all: readonly unknown[] = await page.getAnnotations().catch(() => []);
  const comments: PlacedComment[] = [];
  const files: [string, string][] = [];
  for (const one of all) {
    const { data } = Annotation.safeParse(one);
    if (data === undefined || data.hidden === true) {
      continue;
    }
    const [left, low, farRight, high] = data.rect;
    const [x = 0, y = 0] = viewport.convertToViewportPoint(left, low).map(Number);
    const [right = 0, bottom = 0] = viewport.convertToViewportPoint(farRight, high).map(Number);
    const box = {
      left: Math.min(x, right),
      top: Math.min(y, bottom),
      width: Math.abs(right - x),
      height: Math.abs(bottom - y),
    };
    if (data.subtype === 'Widget' || data.subtype === 'FreeText') {
      addLines(builder, linesOf(data), box);
    } else {
      const text = commentOf(data);
      if (text !== '') comments.push({ text, box });
    }
    if (typeof data.fileId === 'string') {
      files.push([data.fileId, data.file?.filename ?? '']);
    }
  }
  return { comments, files };
}

/** What a field or a note written over the page shows. */
function linesOf({
  subtype,
  textContent,
  contentsObj,
  fieldType,
  fieldValue,
  password,
}: Annotation): string[] {
  if (password === true) {
    return [];
  }
  if (textContent !== null && textContent !== undefined && textContent.length > 0) {
    return textContent;
  }
  if (subtype === 'FreeText') {
    return (contentsObj?.str ?? '').split(/\r\n?|\n/);
  }
  const values: readonly unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return fieldType === 'Tx' || fieldType === 'Ch'
    ? values
        .filter((value) => typeof value === 'string')
        .flatMap((value) => value.split(/\r\n?|\n/))
    : [];
}

function addLines(builder: FragmentBuilder, lines: readonly string[], box: Box): void {
  const texts = lines.map((line) => line.replace(/\p{Cc}+/gu, ' ').trim());
  const height = box.height / Math.max(1, texts.length);
  const size = Math.min(LARGEST, height * LETTERS);
  for (const [index, text] of texts.entries()) {
    if (text !== '') {
      const top = box.top + index * height;
      const line = { left: box.left, top, width: box.width, height };
      const y = top + height * (1 - BELOW);
      // How wide its letters are is not known; half of their height is usual.
      const advance = Math.min(box.width, text.length * size * 0.5);
      builder.endLine();
      builder.add({ text, box: line, rtl: false, angle: 0, x: box.left, y, advance, size });
      builder.endLine();
    }
  }
}

/** `[author, date: “words”] comment`, as comments of other documents are said. */
function commentOf(annotation: Annotation): string {
  const plain = (text: string | null | undefined): string =>
    (text ?? '')
      .replace(/[^\P{Cc}\n]/gu, ' ')
      .trim()
      .toWellFormed();
  const said = plain(annotation.contentsObj?.str.replace(/\r\n?/g, '\n'));
  if (said === '' || annotation.subtype === 'Popup' || annotation.subtype === 'Link') {
    return '';
  }
  const date = readPdfDate(annotation.modificationDate ?? '') ?? '';
  const who = [plain(annotation.titleObj?.str).replaceAll('\n', ' '), date].filter(
    (one) => one !== '',
  );
  const marked = plain(annotation.overlaidText).replace(/\s+/g, ' ').slice(0, LONGEST_QUOTATION);
  const quoted = marked === '' ? [] : [`“${marked.toWellFormed()}”`];
  const head = [...(who.length > 0 ? [who.join(', ')] : []), ...quoted].join(': ');
  return head === '' ? said : `[${head}] ${said}`;
}
