import { z } from 'zod';

/** When words are told from pictures: where a page or picture has no text of its own, never, or on every page. */
export const OcrMode = z.enum(['auto', 'never', 'always']);
export type OcrMode = z.infer<typeof OcrMode>;

/** The languages in which words can be told from pictures, ISO 639-2/T as Tesseract names them. */
export const OcrLanguage = z.enum(['eng', 'spa', 'por']);
export type OcrLanguage = z.infer<typeof OcrLanguage>;

/** How the text of a document is read. What is left out is told from the document. */
export const ExtractionSettings = z.object({
  encoding: z.string().max(40).optional().describe('label of the WHATWG Encoding standard'),
  delimiter: z.string().length(1).optional().describe('between the cells of a row'),
  wholePage: z.boolean().optional().describe('of HTML, all of the page rather than its main text'),
  ocr: OcrMode.optional().describe('left out: auto'),
  ocrLanguages: z.array(OcrLanguage).min(1).max(3).optional().describe('left out: all of them'),
});
export type ExtractionSettings = z.infer<typeof ExtractionSettings>;

/**
 * A stretch of text on a page: UTF-16 offsets `start` and `end` (exclusive) in the source's text, then left, top, width
 * and height of the box around it, in the units of its page, from the upper left corner of the page as it is looked at.
 */
export const LayoutRun = z.tuple([
  z.int(),
  z.int(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
]);
export type LayoutRun = z.infer<typeof LayoutRun>;

/** A page of a PDF (in points) or a picture (in pixels) with the text that was read on it, in the order of the text. */
export const LayoutPage = z.object({
  page: z.int().min(1),
  width: z.number(),
  height: z.number(),
  ocr: z.boolean().describe('its words were told from a picture'),
  runs: z.array(LayoutRun),
});
export type LayoutPage = z.infer<typeof LayoutPage>;

/**
 * A sheet of a table. Each row is one segment of the text; `cells` holds for each of its columns two offsets, start and
 * end (exclusive), of the cell's own words in the text, equal where the cell is empty.
 */
export const LayoutSheet = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      number: z.int().describe('of the row in its document, from 1'),
      cells: z.array(z.int()),
    }),
  ),
});
export type LayoutSheet = z.infer<typeof LayoutSheet>;

/** Where the words of a source's text stand in its original. */
export const Layout = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pages'), pages: z.array(LayoutPage) }),
  z.object({ kind: z.literal('table'), sheets: z.array(LayoutSheet) }),
]);
export type Layout = z.infer<typeof Layout>;

/** What only documents of its sort say of themselves. */
export const DocumentDetails = z.object({
  /** Headers of a message, properties of a file, what a camera wrote: as the document names them, in its order. */
  properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  outline: z
    .array(z.object({ title: z.string(), page: z.int().nullable(), level: z.int().min(1) }))
    .default([]),
  /** `Message-ID` of a message, without its brackets; empty for what is none. */
  messageId: z.string().default(''),
  /** The messages it answers, the oldest first: `References`, then `In-Reply-To`. */
  references: z.array(z.string()).default([]),
  /** Where a picture was taken, in degrees (WGS 84). */
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable().default(null),
});
export type DocumentDetails = z.infer<typeof DocumentDetails>;
