import { CaseError } from '#contract/error.ts';
import { DocumentDetails } from '#contract/extraction.ts';
import { NO_METADATA, Warning, type ParsedDocument, type ParserOptions } from '../extraction.ts';
import { detectLanguage } from '../language.ts';
import { withPlainLineEnds } from '../line-ends.ts';
import { decodeAsSet } from '../plain-text.ts';
import { readRows } from './delimited.ts';
import { findDelimiter } from './delimiter.ts';
import { HeadedSheet } from './headed-sheet.ts';
import { TableText } from './table-text.ts';

/** Rows between two words on how far it is. */
const STEP = 5000;

/**
 * A table as text, with whatever between its cells (CSV, RFC 4180; TSV): a row is a segment, its columns named by its first
 * row where that names them. Nothing is counted out: a cell that a spreadsheet would take for a formula is its characters.
 *
 * @throws CaseError `source.binary`, `source.empty`, `source.encodingUnknown`, `source.tooLarge`
 */
export async function parseCsv(bytes: Uint8Array, options: ParserOptions): Promise<ParsedDocument> {
  const decoded = decodeAsSet(bytes, options.settings);
  const text = /[\r\n]/.test(decoded.text) ? decoded.text : withPlainLineEnds(decoded.text);
  const { delimiter, start } = findDelimiter(text, options.settings.delimiter);
  const table = new TableText(options.limits.textUnits);
  const sheet = new HeadedSheet(table, '', '');
  for (const { number, cells, end } of readRows(
    start === 0 ? text : text.slice(start),
    delimiter,
  )) {
    sheet.addRow(number, cells);
    if (number % STEP === 0) {
      options.progress(end, text.length, 'bytes');
    }
  }
  sheet.end();
  if (table.isEmpty) {
    throw new CaseError('source.empty');
  }
  const { layout, ...content } = table.finish();
  return {
    mediaType: delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv',
    encoding: decoded.encoding,
    ...content,
    metadata: { ...NO_METADATA, language: await detectLanguage(table.prose) },
    details: DocumentDetails.parse({ properties: [{ name: 'delimiter', value: delimiter }] }),
    ...(layout === null ? {} : { layout }),
    warnings: decoded.replaced ? [Warning.charactersReplaced] : [],
  };
}
