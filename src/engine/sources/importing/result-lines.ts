import type { ImportItem } from '#contract/job.ts';
import { csvCell } from '../../csv-cell.ts';

const COLUMNS = ['path', 'outcome', 'source', 'parts', 'reason', 'details', 'warnings'] as const;

/** What became of each file as CSV (RFC 4180), with a byte order mark, without which Excel takes it for no UTF-8. */
export function resultLines(items: readonly ImportItem[]): string {
  const rows = items.map(({ path, outcome, source, parts, error, warnings }) => [
    path,
    outcome,
    source ?? '',
    String(parts),
    error?.code ?? '',
    error === null ? '' : JSON.stringify(error.details),
    warnings.join('; '),
  ]);
  const lines = [[...COLUMNS], ...rows].map((row) =>
    row.map((words) => csvCell(words).text).join(','),
  );
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
