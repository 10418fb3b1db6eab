import { createHash } from 'node:crypto';
import { SegmentKind } from '#contract/vocabulary.ts';
import { blobChunkSize } from '../blob.ts';
import type { Inspection } from './inspection.ts';

/** Tables whose rows have a text: the one that a source has, and those that it had. */
const tablesWithText = ['source', 'text_version'] as const;

/**
 * Original bytes: the chunks of each blob are what its SHA-256 and size say, and every source has its original, every
 * photograph its picture and every text that has one its layout, or had it withheld.
 */
export function* checkBlobs(inspection: Inspection): Generator<void, void, undefined> {
  const chunkAt = inspection.db.prepare<[string, number], { bytes: unknown }>(
    'SELECT bytes FROM blob_chunk WHERE sha256 = ? AND ordinal = ?',
  );
  const blobs = inspection.all<{ sha256: string; byteSize: number; chunks: number }>(
    `SELECT sha256, byte_size AS byteSize,
       (SELECT count(*) FROM blob_chunk c WHERE c.sha256 = blob.sha256) AS chunks FROM blob ORDER BY sha256`,
  );
  for (const { sha256, byteSize, chunks } of blobs) {
    inspection.looked();
    const hash = createHash('sha256');
    let size = 0;
    for (let ordinal = 0; ordinal < chunks; ordinal += 1) {
      const bytes = chunkAt.get(sha256, ordinal)?.bytes;
      if (!Buffer.isBuffer(bytes)) {
        inspection.found('blob_chunk', sha256, `chunk ${ordinal} is missing`);
        continue;
      }
      if (ordinal < chunks - 1 && bytes.length !== blobChunkSize) {
        inspection.found('blob_chunk', sha256, `chunk ${ordinal} has another size`);
      }
      hash.update(bytes);
      size += bytes.length;
      yield;
    }
    if (size !== byteSize) inspection.found('blob', sha256, `holds ${size} bytes, not ${byteSize}`);
    if (hash.digest('hex') !== sha256) {
      inspection.found('blob', sha256, 'is not what its SHA-256 says');
    }
  }
  for (const { id } of inspection.all<{ id: string }>(
    `SELECT id FROM source WHERE NOT EXISTS (SELECT 1 FROM blob WHERE blob.sha256 = source.sha256)
       AND sha256 NOT IN (SELECT sha256 FROM withheld)`,
  )) {
    inspection.found('source', id, 'its original is not in the file');
  }
  for (const { id } of inspection.all<{ id: string }>(
    `SELECT id FROM photo WHERE NOT EXISTS
       (SELECT 1 FROM blob WHERE blob.sha256 = photo.sha256 AND blob.byte_size = photo.byte_size)
       AND (sha256 NOT IN (SELECT sha256 FROM withheld)
         OR EXISTS (SELECT 1 FROM blob WHERE blob.sha256 = photo.sha256))`,
  )) {
    inspection.found('photo', id, 'its picture is not in the file, or of another size');
  }
  for (const table of tablesWithText) {
    for (const { id } of inspection.all<{ id: string }>(
      `SELECT id FROM "${table}" WHERE layout_sha256 IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.sha256 = layout_sha256)
         AND layout_sha256 NOT IN (SELECT sha256 FROM withheld)`,
    )) {
      inspection.found(table, id, 'where its words stand in its original is not in the file');
    }
  }
}

/** Words that a segment's kind can be, as imports write them. */
const segmentKinds = new Set<string>(SegmentKind.options);

/**
 * Extracted texts: the segments of each, end to end, are what its SHA-256 and length say. `withText` is called with each
 * text that is in the file, so that what stands on it is checked while it is at hand.
 */
export function* checkTexts(
  inspection: Inspection,
  withText: (sha256: string, text: string) => void,
): Generator<void, void, undefined> {
  const segmentsOf = inspection.db.prepare<
    [string],
    {
      id: number;
      ordinal: number;
      start: number;
      kind: string;
      page: number | null;
      content: unknown;
    }
  >(
    'SELECT id, ordinal, start, kind, page, content FROM segment WHERE text_sha256 = ? ORDER BY ordinal',
  );
  const texts = inspection.all<{ sha256: string; length: number }>(
    'SELECT sha256, length FROM extracted_text ORDER BY sha256',
  );
  for (const { sha256, length } of texts) {
    inspection.begin('texts');
    inspection.looked();
    const parts: string[] = [];
    let at = 0;
    let page: number | null = null;
    for (const [index, segment] of segmentsOf.all(sha256).entries()) {
      const object = (what: string) => inspection.found('segment', segment.id, what);
      if (segment.ordinal !== index) object(`stands as ${segment.ordinal}, not ${index}`);
      if (segment.start !== at) object(`starts at ${segment.start}, not ${at}`);
      if (!segmentKinds.has(segment.kind)) object('is of no known kind');
      if (segment.page !== null && !(segment.page >= (page ?? 1))) object('is on an earlier page');
      page = segment.page ?? page;
      const content = String(segment.content);
      parts.push(content);
      at += content.length;
    }
    const text = parts.join('');
    if (text.length !== length) {
      inspection.found('extracted_text', sha256, `holds ${text.length} code units, not ${length}`);
    }
    if (createHash('sha256').update(text).digest('hex') !== sha256) {
      inspection.found('extracted_text', sha256, 'is not what its SHA-256 says');
    }
    withText(sha256, text);
    yield;
  }
  inspection.begin('texts');
  for (const table of tablesWithText) checkTextsOf(inspection, table);
}

function checkTextsOf(inspection: Inspection, table: (typeof tablesWithText)[number]): void {
  for (const { id, pages, last } of inspection.all<{ id: string; pages: number; last: number }>(
    `SELECT id, pages, (SELECT max(page) FROM segment WHERE segment.text_sha256 = "${table}".text_sha256) AS last
     FROM "${table}" WHERE pages IS NOT NULL`,
  )) {
    if (last > pages) inspection.found(table, id, `has ${pages} pages, and text on page ${last}`);
  }
  for (const { id } of inspection.all<{ id: string }>(
    `SELECT id FROM "${table}" WHERE NOT EXISTS
       (SELECT 1 FROM extracted_text t WHERE t.sha256 = "${table}".text_sha256 AND t.length = "${table}".text_length)
       AND (text_sha256 NOT IN (SELECT sha256 FROM withheld)
         OR EXISTS (SELECT 1 FROM extracted_text t WHERE t.sha256 = "${table}".text_sha256))`,
  )) {
    inspection.found(table, id, 'its text is not in the file, or of another length');
  }
}
