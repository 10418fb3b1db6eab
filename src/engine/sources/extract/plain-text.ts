import { CaseError } from '#contract/error.ts';
import { decodeText } from './encoding.ts';
import { NO_METADATA, Warning, type ParsedDocument } from './extraction.ts';
import { detectLanguage } from './language.ts';
import { findParagraphs } from './paragraphs.ts';
import { divideText } from './segments.ts';

/** The line ends that are not `\n`: CR LF, CR, NEL (U+0085), LINE and PARAGRAPH SEPARATOR (Unicode 16, section 5.8). */
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/g;

/** The text with every line ended by `\n`. */
export function withPlainLineEnds(text: string): string {
  return text.replace(LINE_ENDS, '\n');
}

/**
 * Plain text or Markdown: exactly the characters of the file, apart from its byte order mark and its line ends.
 *
 * @throws CaseError `source.binary`, `source.empty`
 */
export async function parsePlainText(
  bytes: Uint8Array,
  format: 'text' | 'markdown',
): Promise<ParsedDocument> {
  const decoded = decodeText(bytes);
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

/** The text of a first-level heading that opens a Markdown document. */
function markdownTitle(text: string): string | null {
  const [line = ''] = text.trimStart().slice(0, 500).split('\n', 1);
  return /^# +(\S.*?) *#* *$/.exec(line)?.[1] ?? null;
}
