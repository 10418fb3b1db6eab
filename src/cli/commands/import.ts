import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CaseErrorData } from '#contract/error.ts';
import { errorText } from '#contract/error-text.ts';
import { extractionWarningText } from '#contract/extraction-warning-text.ts';
import type { ImportItem } from '#contract/job.ts';
import { Provenance, type ProvenanceChanges } from '#contract/source.ts';
import { Handling, Reliability } from '#contract/vocabulary.ts';
import { closeExtraction, importDocuments } from '#engine/sources/index.ts';
import { choice } from '../arguments.ts';
import { writing } from '../case-access.ts';
import {
  exitCode,
  printResult,
  remark,
  table,
  terminalLanguage,
  type CommonOptions,
} from '../output.ts';

/** `import`: documents become sources. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('import documents as sources: text, Markdown, HTML, PDF with a text layer')
    .argument('<file>', 'case file')
    .argument('<paths...>', 'documents')
    .option('--title <title>')
    .option('--publisher <publisher>')
    .option('--author <author>')
    .option('--published <date>', 'EDTF')
    .option('--retrieved <date>', 'EDTF')
    .option('--url <url>')
    .option('--language <tag>', 'BCP 47; told from the text when left out')
    .addOption(choice('--reliability <grade>', 'Admiralty code', Reliability))
    .addOption(choice('--handling <marking>', 'marking', Handling))
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, documents: string[], options: CommonOptions & ProvenanceChanges) =>
      writing(path, options, async (store) => {
        const provenance = Provenance.partial().parse(options);
        const items: ImportItem[] = [];
        const given = documents.map((document) => resolve(document));
        const stop = new AbortController();
        const interrupt = () => stop.abort();
        process.once('SIGINT', interrupt);
        try {
          await importDocuments(
            store,
            given,
            provenance,
            {
              started: () => {},
              settled(item) {
                items.push(item);
                remark(`${items.length}/${documents.length} ${item.name}: ${fate(item)}`);
              },
            },
            stop.signal,
          );
        } finally {
          process.off('SIGINT', interrupt);
          await closeExtraction();
        }
        const count = (outcome: ImportItem['outcome']) =>
          items.filter((item) => item.outcome === outcome).length;
        const place = new Map(given.map((document, at) => [document, at]));
        const result = {
          imported: count('imported'),
          duplicates: count('duplicate'),
          failed: count('failed'),
          cancelled: count('cancelled'),
          items: items
            .toSorted((a, b) => (place.get(a.path) ?? 0) - (place.get(b.path) ?? 0))
            .map(({ path: document, outcome, source, error, warnings }) => ({
              path: document,
              outcome,
              source,
              error: error && { ...error, message: sentence(error) },
              warnings,
            })),
        };
        printResult(result, options, () =>
          table([
            ['imported', String(result.imported)],
            ['already there', String(result.duplicates)],
            ['failed', String(result.failed)],
          ]),
        );
        if (result.failed + result.cancelled > 0) process.exitCode = exitCode.failed;
      }),
    );
}

function sentence({ code, details }: CaseErrorData): string {
  return errorText(code, details, terminalLanguage()).sentence;
}

function fate({ outcome, error, warnings }: ImportItem): string {
  if (error !== null) return sentence(error);
  const language = terminalLanguage();
  return [outcome, ...warnings.map((one) => extractionWarningText(one, language))].join('. ');
}
