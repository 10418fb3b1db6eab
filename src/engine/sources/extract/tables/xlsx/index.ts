import { DocumentDetails } from '#contract/extraction.ts';
import { Warning, type ParsedDocument, type ParserOptions } from '../../extraction.ts';
import { languageOf } from '../../language.ts';
import { OfficePackage } from '../../office/package.ts';
import { readHazards, readProperties } from '../../office/properties.ts';
import { commentText } from '../cell-comment.ts';
import { SheetFindings, WorkbookFindings } from '../findings.ts';
import { HeadedSheet } from '../headed-sheet.ts';
import { withSteps } from '../steps.ts';
import { TableText } from '../table-text.ts';
import { readComments } from './comments.ts';
import { readShapes } from './shapes.ts';
import { readSheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

/**
 * A workbook of Office Open XML (ECMA-376), its sheets in the order of their tabs: what the cells show, a row a segment, the
 * words of shapes and the comments below. Hidden sheets, rows and columns are read like the others and told in the details; so are formulas, whose
 * last results are what is read.
 *
 * @throws CaseError `source.passwordNeeded`, `source.truncated`, `source.failed`, `source.tooLarge`
 */
export async function parseXlsx(
  bytes: Uint8Array,
  options: ParserOptions,
): Promise<ParsedDocument> {
  const office = await OfficePackage.open(bytes, options.limits, options);
  const workbook = await readWorkbook(office);
  const table = new TableText(options.limits.textUnits);
  const findings = new WorkbookFindings();
  for (const [index, sheet] of workbook.sheets.entries()) {
    options.progress(index, workbook.sheets.length, 'pages');
    const found = new SheetFindings(findings, sheet.name);
    if (sheet.isHidden) found.hiddenSheet();
    const headed = new HeadedSheet(table, sheet.name, sheet.name);
    const pieces = withSteps(office.read(sheet.part), () => {
      options.progress(index, workbook.sheets.length, 'pages');
    });
    await readSheet(pieces, { workbook, sheet, rows: headed, findings: found });
    headed.end();
    found.end();
    for (const words of await readShapes(office, sheet)) {
      headed.begin();
      table.writeBlock('paragraph', words);
    }
    for (const comment of await readComments(office, sheet, workbook.persons)) {
      headed.begin();
      found.comment();
      table.writeBlock('comment', commentText(comment));
    }
  }
  const { properties, metadata } = await readProperties(office);
  const { layout, ...content } = table.finish();
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    encoding: null,
    ...content,
    metadata: { ...metadata, language: await languageOf(table.prose, metadata.language) },
    details: DocumentDetails.parse({
      properties: [
        ...properties,
        ...readHazards(office, workbook.relationships),
        ...findings.properties,
      ],
    }),
    ...(layout === null ? {} : { layout }),
    warnings: table.isEmpty ? [Warning.noText] : [],
  };
}
