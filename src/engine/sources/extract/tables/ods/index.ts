import { DocumentDetails } from '#contract/extraction.ts';
import { Warning, type ParsedDocument, type ParserOptions } from '../../extraction.ts';
import { languageOf } from '../../language.ts';
import { openDocument, readMeta } from '../../office/odf/document.ts';
import { walkXml } from '../../office/xml.ts';
import { commentText, type CellComment } from '../cell-comment.ts';
import type { Cell } from '../cell.ts';
import { SheetFindings, WorkbookFindings } from '../findings.ts';
import { HeadedSheet } from '../headed-sheet.ts';
import { withSteps } from '../steps.ts';
import { TableText } from '../table-text.ts';
import { SheetReader, type SheetTaker } from './sheet-reader.ts';

/**
 * A spreadsheet of OpenDocument, as `parseXlsx` reads one of Office: numbers as its program showed them, days and moments in
 * ISO 8601.
 *
 * @throws CaseError `source.passwordNeeded`, `source.truncated`, `source.failed`, `source.tooLarge`
 */
export async function parseOds(bytes: Uint8Array, options: ParserOptions): Promise<ParsedDocument> {
  const document = await openDocument(bytes, options);
  const table = new TableText(options.limits.textUnits);
  const sheets = new Sheets(table);
  const pieces = withSteps(document.office.read('content.xml'), () => {
    options.progress(sheets.count, sheets.count + 1, 'pages');
  });
  await walkXml(pieces, new SheetReader(sheets));
  const { properties, metadata } = await readMeta(document);
  const { layout, ...content } = table.finish();
  return {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    encoding: null,
    ...content,
    metadata: { ...metadata, language: await languageOf(table.prose, metadata.language) },
    details: DocumentDetails.parse({
      properties: [...properties, ...sheets.findings.properties],
    }),
    ...(layout === null ? {} : { layout }),
    warnings: table.isEmpty ? [Warning.noText] : [],
  };
}

/** Writes the sheets as they come. */
class Sheets implements SheetTaker {
  readonly findings = new WorkbookFindings();
  count = 0;
  readonly #table: TableText;
  #sheet: HeadedSheet | null = null;
  #found: SheetFindings | null = null;
  #rowsEnded = false;

  constructor(table: TableText) {
    this.#table = table;
  }

  beginSheet(name: string, isHidden: boolean): SheetFindings {
    const found = new SheetFindings(this.findings, name);
    if (isHidden) found.hiddenSheet();
    this.#found = found;
    this.#sheet = new HeadedSheet(this.#table, name, name);
    this.#rowsEnded = false;
    this.count += 1;
    return found;
  }

  noteChanges(): void {
    this.findings.note('trackedChanges', 'yes');
  }

  addRow(number: number, cells: readonly Cell[]): void {
    this.#sheet?.addRow(number, cells);
  }

  addComment(comment: CellComment): void {
    this.#endRows();
    this.#sheet?.begin();
    this.#found?.comment();
    this.#table.writeBlock('comment', commentText(comment));
  }

  endSheet(): void {
    this.#endRows();
    this.#found?.end();
  }

  #endRows(): void {
    if (!this.#rowsEnded) {
      this.#rowsEnded = true;
      this.#sheet?.end();
    }
  }
}
