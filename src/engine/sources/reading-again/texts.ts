import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type { TextVersion } from '#contract/text-version.ts';
import { readSegments, type CaseStore } from '../../store/index.ts';
import { readSettings } from '../list.ts';

/** An extracted text; null when the case does not have it, because it was not handed over. */
export function textOf(store: CaseStore, textSha256: string): string | null {
  if (store.one('SELECT 1 FROM extracted_text WHERE sha256 = ?', textSha256) === undefined) {
    return null;
  }
  return Array.from(readSegments(store, textSha256), ({ content }) => content).join('');
}

type Row = Omit<z.infer<typeof TextVersion>, 'extraction'> & { extraction: string };

/**
 * The text that a source has, then those that it had, the latest first.
 *
 * @throws CaseError `record.notFound`
 */
export function sourceVersions(store: CaseStore, sourceId: string): TextVersion[] {
  const rows = store.all<Row>(
    `SELECT v.id, v.text_sha256 AS textSha256, v.text_length AS textLength, v.pages, v.encoding, v.extraction,
       v.extracted_by AS extractedBy, v.created_at AS until,
       (SELECT count(*) FROM excerpt x WHERE x.source_id = @source AND x.text_sha256 = v.text_sha256) AS passages
     FROM (SELECT NULL AS id, text_sha256, text_length, pages, encoding, extraction, extracted_by, NULL AS created_at
           FROM source WHERE id = @source
         UNION ALL SELECT id, text_sha256, text_length, pages, encoding, extraction, extracted_by, created_at
           FROM text_version WHERE source_id = @source) v
     ORDER BY v.id IS NOT NULL, v.created_at DESC, v.id DESC`,
    { source: sourceId },
  );
  if (rows.length === 0) throw new CaseError('record.notFound', { id: sourceId });
  return rows.map(({ extraction, ...row }) => ({ ...row, extraction: readSettings(extraction) }));
}
