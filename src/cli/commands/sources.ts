import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CaseErrorData } from '#contract/error.ts';
import { errorText } from '#contract/error-text.ts';
import type { ImportItem } from '#contract/job.ts';
import { Provenance, type ProvenanceChanges } from '#contract/source.ts';
import { Handling, Reliability } from '#contract/vocabulary.ts';
import { getExcerpt } from '#engine/annotations/index.ts';
import { createExcerpt } from '#engine/entities/index.ts';
import { closeExtraction, findQuote, importDocuments, listSources } from '#engine/sources/index.ts';
import { isId } from '#shared/id.ts';
import { choice, gather, wholeNumber } from '../arguments.ts';
import { reading, writing } from '../case-access.ts';
import {
  exitCode,
  printResult,
  remark,
  table,
  terminalLanguage,
  type CommonOptions,
} from '../output.ts';

interface ExcerptOptions extends CommonOptions {
  source: string;
  quote: string;
  tag?: string[];
  entity?: string[];
}

/** `import`, `sources` and `excerpt`. */
export function addSourceCommands(program: Command): void {
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

  program
    .command('sources')
    .description('list the sources')
    .argument('<file>', 'case file')
    .option('--filter <words>', 'words of title, publisher, author or file name', '')
    .option('--limit <n>', 'most to list', wholeNumber(1, 1000), 1000)
    .option('--offset <n>', 'how many to pass over', wholeNumber(0, 1e9), 0)
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action(
      (path: string, options: CommonOptions & { filter: string; limit: number; offset: number }) =>
        reading(path, options, (store) => {
          const { filter, limit, offset } = options;
          const page = listSources(store, {
            filter,
            limit,
            offset,
            sort: 'imported',
            descending: false,
          });
          printResult(page, options, () =>
            table(
              page.items.map((source) => [
                source.id,
                source.reliability,
                source.kind,
                source.published || '-',
                source.derivesFrom === null
                  ? source.title
                  : `${source.title} (derives from ${source.derivesFrom.title})`,
              ]),
            ),
          );
        }),
    );

  program
    .command('excerpt')
    .description('take a passage from a source by its words')
    .argument('<file>', 'case file')
    .requiredOption('--source <id>', 'source')
    .requiredOption('--quote <words>', 'the exact words; they must occur once')
    .option('--tag <tag>', 'tag by name or id; may be repeated', gather)
    .option('--entity <id>', 'entity that the passage mentions; may be repeated', gather)
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, options: ExcerptOptions) =>
      writing(path, options, (store) => {
        const span = findQuote(store, options.source, options.quote);
        const { excerpt } = createExcerpt(
          store,
          { source: options.source, ...span },
          (options.tag ?? []).map((tag) => (isId(tag) ? { tag } : { name: tag, parent: null })),
          (options.entity ?? []).map((entity) => ({ entity })),
        );
        printResult(getExcerpt(store, excerpt), options, () => excerpt);
      }),
    );
}

function sentence({ code, details }: CaseErrorData): string {
  return errorText(code, details, terminalLanguage()).sentence;
}

function fate({ outcome, error, warnings }: ImportItem): string {
  if (error !== null) return sentence(error);
  return [outcome, ...warnings].join(', ');
}
