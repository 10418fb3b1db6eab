import { existsSync, statSync } from 'node:fs';
import { readHeader } from './header.ts';
import type { Inspection } from './inspection.ts';

/**
 * The pages as SQLite sees them (https://sqlite.org/pragma.html#pragma_integrity_check), and the fields of the file's
 * header that it does not look at.
 *
 * @param path of the file, or null when it is encrypted, so that its header can be read by SQLite only
 */
export function checkPages(inspection: Inspection, path: string | null): void {
  const { db } = inspection;
  inspection.looked(Number(db.pragma('page_count', { simple: true })));
  for (const { integrity_check: what } of inspection.all<{ integrity_check: string }>(
    'PRAGMA integrity_check(1000)',
  )) {
    if (what !== 'ok') inspection.found('', '', what);
  }
  // While there is a write-ahead log, the header that counts is in it.
  if (path !== null && !existsSync(`${path}-wal`)) checkHeader(inspection, path);
}

/** Rows that lead to rows which are not there, but for the chunks of blobs that are being written. */
export function checkKeys(inspection: Inspection): void {
  const isArriving = (rowid: number | null) =>
    inspection.one(
      `SELECT 1 FROM blob_chunk c JOIN arriving_blob a ON a.sha256 = c.sha256 WHERE c.rowid = ${Number(rowid)}`,
    ) !== undefined;
  for (const broken of inspection.all<{ table: string; rowid: number | null; parent: string }>(
    'PRAGMA foreign_key_check',
  )) {
    if (broken.table === 'blob_chunk' && isArriving(broken.rowid)) continue;
    inspection.found(
      broken.table,
      broken.rowid ?? '',
      `leads to a row of ${broken.parent} that is not there`,
    );
  }
}

/**
 * The header's 100 bytes, by https://sqlite.org/fileformat.html#the_database_header. The schema cookie (offset 40) is the
 * one field that can be anything.
 */
function checkHeader(inspection: Inspection, path: string): void {
  const bytes = readHeader(path);
  if (bytes === null) return;
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
  const must = (holds: boolean, field: string) => {
    if (!holds) inspection.found('', '', `header: ${field} is not as a case file has it`);
  };
  const version = bytes[18] ?? 0;
  must(pageSize === 4096, 'page size');
  must((version === 1 || version === 2) && bytes[19] === version, 'write and read version');
  must(bytes[20] === 0, 'reserved space');
  must(bytes[21] === 64 && bytes[22] === 32 && bytes[23] === 32, 'payload fractions');
  must(bytes.readUInt32BE(24) === bytes.readUInt32BE(92), 'change counter');
  must(bytes.readUInt32BE(44) === 4, 'schema format');
  must(bytes.readUInt32BE(48) === 0, 'default cache size');
  must(bytes.readUInt32BE(52) === 0 && bytes.readUInt32BE(64) === 0, 'vacuum mode');
  must(bytes.readUInt32BE(56) === 1, 'text encoding');
  must(
    bytes.subarray(72, 92).every((byte) => byte === 0),
    'space kept for later',
  );
  const writer = bytes.readUInt32BE(96);
  must(writer >= 3_045_000 && writer < 3_100_000, 'version of SQLite');
  must(bytes.readUInt32BE(28) * pageSize === statSync(path).size, 'number of pages');
}
