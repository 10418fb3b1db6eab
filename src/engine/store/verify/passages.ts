import { dateBounds } from '#shared/edtf.ts';
import type { Inspection } from './inspection.ts';

interface Span {
  id: string;
  start: number;
  end: number;
  quotation: string;
  prefix: string;
  suffix: string;
}

/** Passages and mentions of one text: their words and what surrounds them stand in it where they say. */
export function checkPassages(inspection: Inspection, textSha256: string, text: string): void {
  inspection.begin('passages');
  for (const table of ['excerpt', 'mention'] as const) {
    const context = table === 'excerpt' ? 'prefix, suffix' : `'' AS prefix, '' AS suffix`;
    for (const span of spansOf(inspection, table, context, textSha256)) {
      inspection.looked();
      const { id, start, end, quotation, prefix, suffix } = span;
      if (!(start >= 0 && start < end && end <= text.length)) {
        inspection.found(table, id, `lies outside its text, at ${start} to ${end}`);
      } else if (text.slice(start, end) !== quotation) {
        inspection.found(table, id, 'its words are not those of the source there');
      } else if (
        text.slice(start - prefix.length, start) !== prefix ||
        text.slice(end, end + suffix.length) !== suffix
      ) {
        inspection.found(table, id, 'what surrounds it is not what stands in the source');
      }
    }
  }
}

/** Passages and mentions whose text is not in the file, or not that of their source. */
export function checkPassageTexts(inspection: Inspection): void {
  inspection.begin('passages');
  for (const table of ['excerpt', 'mention']) {
    for (const { id } of inspection.all<{ id: string }>(
      `SELECT id FROM "${table}" WHERE NOT EXISTS
         (SELECT 1 FROM extracted_text t WHERE t.sha256 = "${table}".text_sha256)
         AND text_sha256 NOT IN (SELECT sha256 FROM withheld)`,
    )) {
      inspection.found(table, id, 'its text is not in the file');
    }
  }
}

const dated = [
  { table: 'source', column: 'published' },
  { table: 'custody', column: 'happened' },
  { table: 'attribute', column: 'since' },
  { table: 'attribute', column: 'until' },
  { table: 'link', column: 'since' },
  { table: 'link', column: 'until' },
];

/** The first and last day of each date are those that what was written can mean. */
export function checkDates(inspection: Inspection): void {
  inspection.begin('dates');
  for (const { table, column } of dated) {
    for (const { id, written, earliest, latest } of inspection.each<{
      id: string;
      written: unknown;
      earliest: string | null;
      latest: string | null;
    }>(
      `SELECT id, "${column}" AS written, ${column}_earliest AS earliest, ${column}_latest AS latest
       FROM "${table}" WHERE "${column}" <> '' OR ${column}_earliest IS NOT NULL OR ${column}_latest IS NOT NULL`,
    )) {
      inspection.looked();
      const bounds = dateBounds(String(written));
      if (bounds === null) {
        inspection.found(table, id, `${column} is no date`);
      } else if (bounds.earliest !== earliest || bounds.latest !== latest) {
        inspection.found(table, id, `${column} has other bounds than its date`);
      }
    }
  }
}

/** The rows of each table by their text, which has no index: without one, each text would cost a walk over all of them. */
const byText = (table: 'excerpt' | 'mention') => `temp.${table}_by_text`;

/** To be called before `checkPassages`: orders passages and mentions by their texts. */
export function gatherPassages(inspection: Inspection): void {
  for (const table of ['excerpt', 'mention'] as const) {
    inspection.db.exec(
      `CREATE TEMP TABLE ${table}_by_text (text_sha256, number, PRIMARY KEY (text_sha256, number)) WITHOUT ROWID;
       INSERT INTO ${byText(table)} SELECT text_sha256, _rowid_ FROM "${table}"`,
    );
  }
}

function spansOf(
  inspection: Inspection,
  table: 'excerpt' | 'mention',
  context: string,
  textSha256: string,
): Span[] {
  return inspection.all<Span>(
    `SELECT id, start, "end", quotation, ${context} FROM "${table}"
     WHERE _rowid_ IN (SELECT number FROM ${byText(table)} WHERE text_sha256 = ?)`,
    textSha256,
  );
}
