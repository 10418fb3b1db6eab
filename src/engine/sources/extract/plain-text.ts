import { CaseError } from '#contract/error.ts';
import type { ExtractionSettings } from '#contract/extraction.ts';
import { decodeAs, decodeText, type DecodedText } from './encoding.ts';
import { NO_METADATA, Warning, type ParsedDocument } from './extraction.ts';
import { detectLanguage } from './language.ts';
import { withPlainLineEnds } from './line-ends.ts';
import { findParagraphs } from './paragraphs.ts';
import { divideText } from './segments.ts';

/**
 * Plain text or Markdown: exactly the characters of the file, apart from its byte order mark and its line ends.
 *
 * @throws CaseError `source.binary`, `source.empty`, `source.encodingUnknown`
 */
export async function parsePlainText(
  bytes: Uint8Array,
  format: 'text' | 'markdown',
  settings: ExtractionSettings = {},
): Promise<ParsedDocument> {
  const decoded = decodeAsSet(bytes, settings);
  const text = withPlainLineEnds(decoded.text);
  if (text.trim() === '') {
    throw new CaseError('source.empty');
  }
  const stretches = findParagraphs(text, format);
  return {
    mediaType: format === 'markdown' ? 'text/markdown' : 'text/plain',
    encoding: decoded.encoding,
    text,
    segments: divideText(text, stretches),
    metadata: {
      ...NO_METADATA,
      title: format === 'markdown' ? markdownTitle(text) : null,
      language: await detectLanguage(text),
    },
    warnings: decoded.replaced ? [Warning.charactersReplaced] : [],
  };
}

/**
 * The characters of a document that is text: in the encoding that a person has chosen, else in the one it seems to have.
 *
 * @throws CaseError `source.binary`, `source.encodingUnknown`
 */
export function decodeAsSet(bytes: Uint8Array, { encoding }: ExtractionSettings): DecodedText {
  return encoding === undefined ? decodeText(bytes) : decodeAs(bytes, encoding);
}

/** The text of a first-level heading that opens a Markdown document. */
function markdownTitle(text: string): string | null {
  const [line = ''] = text.trimStart().slice(0, 500).split('\n', 1);
  return /^# +(\S.*?) *#* *$/.exec(line)?.[1] ?? null;
}
