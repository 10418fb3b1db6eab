import { createHash } from 'node:crypto';
import { CaseError } from '#contract/error.ts';
import type { SourceKind } from '#contract/vocabulary.ts';
import {
  Warning,
  type Extraction,
  type ExtractionLimits,
  type ParsedDocument,
} from './extraction.ts';
import { OpenFile } from './file.ts';
import { HEAD_BYTES, tellKind } from './kind.ts';
import { parsePlainText } from './plain-text.ts';

/**
 * Turns one document into text, in this thread: what a worker does for `extractDocument`. Keeps the size limits; the
 * limits of time and memory are the pool's.
 *
 * @throws CaseError as `extractDocument` does
 */
export async function extractFile(path: string, limits: ExtractionLimits): Promise<Extraction> {
  const { kind, bytes, sha256 } = readWithin(path, limits);
  // Taken now: the PDF parser keeps the bytes for itself.
  const byteSize = bytes.byteLength;
  const parsed = wellFormed(await PARSERS[kind](bytes));
  if (parsed.text.length > limits.textUnits) {
    throw new CaseError('source.tooLarge', { size: parsed.text.length, limit: limits.textUnits });
  }
  return {
    kind,
    ...parsed,
    textSha256: createHash('sha256').update(parsed.text, 'utf8').digest('hex'),
    sha256,
    byteSize,
  };
}

function readWithin(
  path: string,
  limits: ExtractionLimits,
): { kind: SourceKind; bytes: Uint8Array; sha256: string } {
  using file = new OpenFile(path);
  const largest = Math.max(limits.textBytes, limits.htmlBytes, limits.pdfBytes);
  checkSize(file.byteSize, largest);
  const kind = tellKind(file.head(HEAD_BYTES), path);
  const limit = {
    text: 'textBytes',
    markdown: 'textBytes',
    html: 'htmlBytes',
    pdf: 'pdfBytes',
  } as const;
  checkSize(file.byteSize, limits[limit[kind]]);
  return { kind, ...file.read() };
}

function checkSize(size: number, limit: number): void {
  if (size > limit) {
    throw new CaseError('source.tooLarge', { size, limit });
  }
}

/** The parsers of HTML and PDF are large and are loaded when the first such document comes. */
const PARSERS: Record<SourceKind, (bytes: Uint8Array) => Promise<ParsedDocument>> = {
  text: (bytes) => parsePlainText(bytes, 'text'),
  markdown: (bytes) => parsePlainText(bytes, 'markdown'),
  html: async (bytes) => (await import('./html.ts')).parseHtml(bytes),
  pdf: async (bytes) => (await import('./pdf.ts')).parsePdf(bytes),
};

/** A lone surrogate has no UTF-8 form, so it could be neither stored nor hashed; U+FFFD has the same length. */
function wellFormed(parsed: ParsedDocument): ParsedDocument {
  if (parsed.text.isWellFormed()) {
    return parsed;
  }
  return {
    ...parsed,
    text: parsed.text.toWellFormed(),
    warnings: [...new Set([...parsed.warnings, Warning.charactersReplaced])],
  };
}
