import type { SourceKind } from '#contract/vocabulary.ts';
import type { ExtractionLimits, Parser, SourceParser } from './extraction.ts';
import { parsePlainText } from './plain-text.ts';

/** A format that is read: what its documents are, how large they may be, and what reads them. */
export interface Format {
  readonly kind: SourceKind;
  readonly limit: 'textBytes' | 'htmlBytes' | 'pdfBytes' | 'containerBytes';
  /** Parsers are large and are loaded when the first such document comes. */
  readonly load?: () => Promise<Parser>;
  /** In place of `load`: for a document that need not be read as a whole. */
  readonly loadFrom?: () => Promise<SourceParser>;
}

/** The formats by name. What a document is, its bytes tell: see `tellFormat`. */
export const FORMATS = {
  text: {
    kind: 'text',
    limit: 'textBytes',
    load: async () => (bytes, options) => parsePlainText(bytes, 'text', options.settings),
  },
  markdown: {
    kind: 'markdown',
    limit: 'textBytes',
    load: async () => (bytes, options) => parsePlainText(bytes, 'markdown', options.settings),
  },
  html: {
    kind: 'html',
    limit: 'htmlBytes',
    load: async () => (await import('./html.ts')).parseHtml,
  },
  pdf: {
    kind: 'pdf',
    limit: 'pdfBytes',
    load: async () => (await import('./pdf/index.ts')).parsePdf,
  },
  eml: {
    kind: 'email',
    limit: 'pdfBytes',
    load: async () => (await import('./mail/eml.ts')).parseEml,
  },
  mbox: {
    kind: 'archive',
    limit: 'containerBytes',
    loadFrom: async () => (await import('./mail/mbox.ts')).parseMbox,
  },
  docx: {
    kind: 'document',
    limit: 'pdfBytes',
    load: async () => (await import('./office/docx/docx.ts')).parseDocx,
  },
  odt: {
    kind: 'document',
    limit: 'pdfBytes',
    load: async () => (await import('./office/odf/odt.ts')).parseOdt,
  },
  rtf: {
    kind: 'document',
    limit: 'pdfBytes',
    load: async () => (await import('./office/rtf/rtf.ts')).parseRtf,
  },
  epub: {
    kind: 'book',
    limit: 'pdfBytes',
    load: async () => (await import('./office/epub/epub.ts')).parseEpub,
  },
  pptx: {
    kind: 'slides',
    limit: 'pdfBytes',
    load: async () => (await import('./office/pptx/pptx.ts')).parsePptx,
  },
  odp: {
    kind: 'slides',
    limit: 'pdfBytes',
    load: async () => (await import('./office/odf/odp.ts')).parseOdp,
  },
  csv: {
    kind: 'table',
    limit: 'textBytes',
    load: async () => (await import('./tables/csv.ts')).parseCsv,
  },
  tsv: {
    kind: 'table',
    limit: 'textBytes',
    load: async () => (await import('./tables/csv.ts')).parseCsv,
  },
  zip: {
    kind: 'archive',
    limit: 'containerBytes',
    loadFrom: async () => (await import('./archives/zip.ts')).parseZip,
  },
  tar: {
    kind: 'archive',
    limit: 'containerBytes',
    loadFrom: async () => (await import('./archives/tar.ts')).parseTar,
  },
  gzip: {
    kind: 'archive',
    limit: 'containerBytes',
    loadFrom: async () => (await import('./archives/gzip.ts')).parseGzip,
  },
  mhtml: {
    kind: 'html',
    limit: 'pdfBytes',
    load: async () => (await import('./web/mhtml.ts')).parseMhtml,
  },
  warc: {
    kind: 'archive',
    limit: 'containerBytes',
    loadFrom: async () => (await import('./web/warc.ts')).parseWarc,
  },
  xlsx: {
    kind: 'table',
    limit: 'pdfBytes',
    load: async () => (await import('./tables/xlsx/index.ts')).parseXlsx,
  },
  ods: {
    kind: 'table',
    limit: 'pdfBytes',
    load: async () => (await import('./tables/ods/index.ts')).parseOds,
  },
  json: {
    kind: 'json',
    limit: 'textBytes',
    load: async () => (await import('./tables/json.ts')).parseJson,
  },
  ndjson: {
    kind: 'json',
    limit: 'textBytes',
    load: async () => (await import('./tables/json.ts')).parseNdjson,
  },
  wacz: {
    kind: 'archive',
    limit: 'containerBytes',
    loadFrom: async () => (await import('./web/wacz.ts')).parseWacz,
  },
  msg: {
    kind: 'email',
    limit: 'pdfBytes',
    load: async () => (await import('./mail/msg.ts')).parseMsg,
  },
  png: {
    kind: 'image',
    limit: 'pdfBytes',
    load: async () => (await import('./images/index.ts')).imageParser('png'),
  },
  jpeg: {
    kind: 'image',
    limit: 'pdfBytes',
    load: async () => (await import('./images/index.ts')).imageParser('jpeg'),
  },
  tiff: {
    kind: 'image',
    limit: 'pdfBytes',
    load: async () => (await import('./images/index.ts')).imageParser('tiff'),
  },
  webp: {
    kind: 'image',
    limit: 'pdfBytes',
    load: async () => (await import('./images/index.ts')).imageParser('webp'),
  },
  avif: {
    kind: 'image',
    limit: 'pdfBytes',
    load: async () => (await import('./images/index.ts')).imageParser('avif'),
  },
  heic: {
    kind: 'image',
    limit: 'pdfBytes',
    load: async () => (await import('./images/index.ts')).imageParser('heic'),
  },
  gif: {
    kind: 'image',
    limit: 'pdfBytes',
    load: async () => (await import('./images/index.ts')).imageParser('gif'),
  },
  bmp: {
    kind: 'image',
    limit: 'pdfBytes',
    load: async () => (await import('./images/index.ts')).imageParser('bmp'),
  },
} as const satisfies Record<string, Format>;
/** A format that is read; `other` is every other, which is kept without its text. */
export type FormatName = keyof typeof FORMATS | 'other';

/** What reads a format; none for `other`. */
export function formatOf(name: FormatName): Format | null {
  return name === 'other' ? null : FORMATS[name];
}

/** The most that a document of a format may hold for its text to be read, in bytes. */
export function limitOf(format: Format, limits: ExtractionLimits): number {
  return limits[format.limit];
}
