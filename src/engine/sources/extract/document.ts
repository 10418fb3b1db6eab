import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { CaseError } from '#contract/error.ts';
import {
  Warning,
  type Extraction,
  type ExtractionLimits,
  type Parser,
  type ParsedDocument,
} from './extraction.ts';
import { OpenFile } from './file.ts';
import { FORMATS, limitOf, type FormatName } from './formats.ts';
import { HEAD_BYTES, tellFormat } from './kind.ts';

/**
 * Turns one document into text, in this thread: what a worker does for `extractDocument`. Keeps the size limits; the
 * limits of time and memory are the pool's.
 *
 * @throws CaseError as `extractDocument` does
 */
export async function extractFile(path: string, limits: ExtractionLimits): Promise<Extraction> {
  const { format, bytes, sha256 } = readWithin(path, limits);
  // Taken now: the PDF parser keeps the bytes for itself.
  const byteSize = bytes.byteLength;
  const parse: Parser = await FORMATS[format].load();
  const options = { settings: {}, passwords: [], name: basename(path), limits, progress: () => {} };
  const { parts: _, ...parsed } = wellFormed(await parse(bytes, options));
  if (parsed.text.length > limits.textUnits) {
    throw new CaseError('source.tooLarge', { size: parsed.text.length, limit: limits.textUnits });
  }
  return {
    kind: FORMATS[format].kind,
    details: null,
    layout: null,
    ...parsed,
    textSha256: createHash('sha256').update(parsed.text, 'utf8').digest('hex'),
    sha256,
    byteSize,
  };
}

function readWithin(
  path: string,
  limits: ExtractionLimits,
): { format: FormatName; bytes: Uint8Array; sha256: string } {
  using file = new OpenFile(path);
  const largest = Math.max(limits.textBytes, limits.htmlBytes, limits.pdfBytes);
  checkSize(file.byteSize, largest);
  const format = tellFormat(file.head(HEAD_BYTES), path);
  checkSize(file.byteSize, limitOf(format, limits));
  return { format, ...file.read() };
}

function checkSize(size: number, limit: number): void {
  if (size > limit) {
    throw new CaseError('source.tooLarge', { size, limit });
  }
}

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
