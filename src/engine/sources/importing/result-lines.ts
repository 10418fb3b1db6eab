import type { ImportItem } from '#contract/job.ts';

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
  const lines = [[...COLUMNS], ...rows].map((row) => row.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet might take for a formula, quotes before it or not, is told to be words (OWASP). */
function cell(words: string): string {
  const defused = /^'*[=+\-@\t\r＝＋－＠]/.test(words);
  const text = defused ? `'${words}` : words;
  return defused || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
