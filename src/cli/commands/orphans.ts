import type { Command } from 'commander';
import { errorText } from '#contract/error-text.ts';
import { extractionWarningText } from '#contract/extraction-warning-text.ts';
import type { ImportItem } from '#contract/job.ts';
import type { Orphan } from '#contract/text-version.ts';
import { listOrphans } from '#engine/annotations/index.ts';
import { closeExtraction, readAgain } from '#engine/sources/index.ts';
import { reading, writing } from '../case-access.ts';
import {
  exitCode,
  printResult,
  remark,
  table,
  terminalLanguage,
  type CommonOptions,
} from '../output.ts';
import {
  addReadingOptions,
  passwordsOf,
  readingSettings,
  type ReadingOptions,
} from '../reading-options.ts';

/** Orphans listed at a time. */
const page = 1000;

/** `read-again`, and `orphans`, which lists what it left without a place. */
export function addOrphanCommands(program: Command): void {
  program
    .command('orphans')
    .description('list passages that have no place in the text their source has now')
    .argument('<file>', 'case file')
    .option('--source <id>', 'only of this source')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, options: CommonOptions & { source?: string }) =>
      reading(path, options, async (store) => {
        const { source } = options;
        const items: Orphan[] = [];
        for (;;) {
          const asked = {
            offset: items.length,
            limit: page,
            ...(source !== undefined && { source }),
          };
          const found = await listOrphans(store, asked);
          items.push(...found.items);
          if (found.items.length === 0 || items.length >= found.total) break;
        }
        printResult({ items, total: items.length }, options, () => table(items.map(lineOf)));
      }),
    );
  const command = program
    .command('read-again')
    .description('read sources again from their originals; passages go along where that is sure')
    .argument('<file>', 'case file')
    .argument('<sources...>', 'ids of sources');
  addReadingOptions(command)
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, sources: string[], options: CommonOptions & ReadingOptions) =>
      writing(path, options, async (store) => {
        const items: ImportItem[] = [];
        const settings = readingSettings(options);
        const passwords = passwordsOf(options);
        const stop = new AbortController();
        const interrupt = () => stop.abort();
        process.once('SIGINT', interrupt);
        try {
          await readAgain(
            store,
            sources,
            { settings, passwords, signal: stop.signal },
            {
              started: () => {},
              settled(item) {
                items.push(item);
                remark(`${items.length}/${sources.length} ${item.name}: ${fate(item)}`);
              },
            },
          );
        } finally {
          process.off('SIGINT', interrupt);
          await closeExtraction();
        }
        const count = (outcome: ImportItem['outcome']) =>
          items.filter((item) => item.outcome === outcome).length;
        const result = {
          changed: count('made'),
          same: count('duplicate'),
          failed: count('failed'),
          cancelled: count('cancelled'),
          items: items.map(({ path: source, outcome, error, warnings }) => ({
            source,
            outcome: outcome === 'made' ? 'changed' : outcome === 'duplicate' ? 'same' : outcome,
            error,
            warnings,
          })),
        };
        printResult(result, options, () =>
          table([
            ['changed', String(result.changed)],
            ['the same', String(result.same)],
            ['failed', String(result.failed)],
          ]),
        );
        if (result.failed + result.cancelled > 0) process.exitCode = exitCode.failed;
      }),
    );
}

function lineOf({ excerpt, source, quotation, candidates }: Orphan): string[] {
  const [best] = candidates;
  const place =
    best === undefined
      ? ''
      : `${best.start}-${best.end} (${Math.round(best.score * 100)} %) “${best.quotation}”`;
  return [excerpt, source.title, `“${quotation}”`, place].map((cell) =>
    cell.replaceAll(/\s+/g, ' '),
  );
}

function fate({ outcome, error, warnings }: ImportItem): string {
  const language = terminalLanguage();
  if (error !== null) return errorText(error.code, error.details, language).sentence;
  const done = outcome === 'made' ? 'changed' : outcome === 'duplicate' ? 'the same' : outcome;
  return [done, ...warnings.map((one) => extractionWarningText(one, language))].join('. ');
}
