import type { SourceKind } from '#contract/vocabulary.ts';
import type { ExtractionLimits, Parser } from './extraction.ts';
import { parsePlainText } from './plain-text.ts';

/** A format that is read: what its documents are, how large they may be, and what reads them. */
export interface Format {
  readonly kind: SourceKind;
  readonly limit: 'textBytes' | 'htmlBytes' | 'pdfBytes';
  /** Parsers are large and are loaded when the first such document comes. */
  readonly load: () => Promise<Parser>;
}

/** The formats by name. What a document is, its bytes tell: see `tellFormat`. */
export const FORMATS = {
  text: {
    kind: 'text',
    limit: 'textBytes',
    load: async () => (bytes) => parsePlainText(bytes, 'text'),
  },
  markdown: {
    kind: 'markdown',
    limit: 'textBytes',
    load: async () => (bytes) => parsePlainText(bytes, 'markdown'),
  },
  html: {
    kind: 'html',
    limit: 'htmlBytes',
    load: async () => (await import('./html.ts')).parseHtml,
  },
  pdf: { kind: 'pdf', limit: 'pdfBytes', load: async () => (await import('./pdf.ts')).parsePdf },
} as const satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;

/** The most that a document of a format may hold, in bytes. */
export function limitOf(format: FormatName, limits: ExtractionLimits): number {
  return limits[FORMATS[format].limit];
}
