import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { CaseErrorData } from '#contract/error.ts';
import { errorText } from '#contract/error-text.ts';
import { extractionWarningText } from '#contract/extraction-warning-text.ts';
import type { ImportItem } from '#contract/job.ts';
import { closeExtraction, runImport } from '#engine/sources/index.ts';
import { writing } from '../case-access.ts';
import {
  exitCode,
  printResult,
  remark,
  table,
  terminalLanguage,
  type CommonOptions,
} from '../output.ts';
import { passwordsOf } from '../reading-options.ts';
import { addImportOptions, requestOf, type ImportOptions } from './import-options.ts';

/** `import`: documents become sources. */
export function addImportCommand(program: Command): void {
  const command = program
    .command('import')
    .description('import documents of any sort as sources, with what is in archives and messages')
    .argument('<file>', 'case file')
    .argument('<paths...>', 'documents, and with --recursive folders');
  addImportOptions(command)
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, documents: string[], options: ImportOptions) =>
      writing(path, options, async (store) => {
        const items: ImportItem[] = [];
        const given = documents.map((document) => resolve(document));
        const files = options.recursive === true ? given : given.filter((one) => !isFolder(one));
        const left = given.filter((one) => !files.includes(one));
        let total = given.length;
        const settled = (item: ImportItem) => {
          items.push(item);
          remark(`${items.length}/${total} ${item.name}: ${fate(item)}`);
        };
        for (const folder of left) settled(folderLeft(folder));
        const stop = new AbortController();
        const interrupt = () => stop.abort();
        process.once('SIGINT', interrupt);
        try {
          if (files.length > 0) {
            await runImport(
              store,
              requestOf(files, options),
              {
                counted: (count) => {
                  total = count + left.length;
                },
                started: () => {},
                settled,
                left: (item) => remark(`  ${item.name}: ${fate(item)}`),
              },
              { signal: stop.signal, passwords: passwordsOf(options) },
            );
          }
        } finally {
          process.off('SIGINT', interrupt);
          await closeExtraction();
        }
        report(items, given, options);
      }),
    );
}

function report(items: readonly ImportItem[], given: readonly string[], options: CommonOptions) {
  const count = (outcome: ImportItem['outcome']) =>
    items.filter((item) => item.outcome === outcome).length;
  const place = new Map(given.map((document, at) => [document, at]));
  const result = {
    imported: count('imported'),
    duplicates: count('duplicate'),
    failed: count('failed'),
    cancelled: count('cancelled'),
    parts: items.reduce((sum, { parts }) => sum + parts, 0),
    items: items
      .toSorted((a, b) => (place.get(a.path) ?? given.length) - (place.get(b.path) ?? given.length))
      .map(({ path: document, outcome, source, parts, error, warnings }) => ({
        path: document,
        outcome,
        source,
        parts,
        error: error && { ...error, message: sentence(error) },
        warnings,
      })),
  };
  printResult(result, options, () =>
    table([
      ['imported', String(result.imported)],
      ['within them', String(result.parts)],
      ['already there', String(result.duplicates)],
      ['failed', String(result.failed)],
    ]),
  );
  if (result.failed + result.cancelled > 0) process.exitCode = exitCode.failed;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A folder that is not to be taken in with all in it is no document. */
function folderLeft(path: string): ImportItem {
  const error = { code: 'file.isFolder' as const, details: { path } };
  return {
    name: basename(path),
    path,
    outcome: 'failed',
    source: null,
    parts: 0,
    error,
    warnings: [],
  };
}

function sentence({ code, details }: CaseErrorData): string {
  return errorText(code, details, terminalLanguage()).sentence;
}

function fate({ outcome, parts, error, warnings }: ImportItem): string {
  if (error !== null) return sentence(error);
  const language = terminalLanguage();
  const within = parts > 0 ? `, with ${parts} in it` : '';
  return [
    `${outcome}${within}`,
    ...warnings.map((one) => extractionWarningText(one, language)),
  ].join('. ');
}
