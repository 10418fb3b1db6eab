import { CaseError } from '#contract/error.ts';
import type { Language } from '#contract/vocabulary.ts';
import { terminalText } from './terminal-text.ts';

/** Exit codes, as documented: done, failed, wrong usage. */
export const exitCode = { done: 0, failed: 1, usage: 2 } as const;

/** Options every command has. */
export interface CommonOptions {
  json?: boolean;
  passphraseFile?: string;
}

/** Prints a command's result on standard output: as one line of JSON, or as text for a person. */
export function printResult(result: unknown, { json }: CommonOptions, text: () => string): void {
  process.stdout.write(`${json === true ? JSON.stringify(result) : text().trimEnd()}\n`);
}

/** Prints progress and remarks, on standard error. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Prints a failure on standard error: a sentence and what to do, or with `--json` one line of JSON. */
export function printFailure(error: unknown, json: boolean): void {
  const failure =
    error instanceof CaseError
      ? error
      : new CaseError(
          'internal',
          { reason: error instanceof Error ? error.message : String(error) },
          error,
        );
  const { code, details } = failure;
  const { sentence, next } = terminalText(code, details, terminalLanguage());
  remark(
    json
      ? JSON.stringify({ error: { code, details, message: sentence } })
      : `legajo: ${sentence}${next === undefined ? '' : ` ${next}`}`,
  );
  if (code === 'internal' && process.env['LEGAJO_DEBUG'] !== undefined && error instanceof Error) {
    remark(error.stack ?? '');
  }
}

/** The language of the terminal's messages, by the usual environment variables. */
export function terminalLanguage(): Language {
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return locale.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/** Lines of columns, each as wide as its widest cell, the last as it is. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
