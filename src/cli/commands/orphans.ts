import { readFileSync } from 'node:fs';
import { InvalidArgumentError, type Command } from 'commander';
import { CaseError } from '#contract/error.ts';
import { errorText } from '#contract/error-text.ts';
import { ExtractionSettings, OcrLanguage, OcrMode } from '#contract/extraction.ts';
import { extractionWarningText } from '#contract/extraction-warning-text.ts';
import type { ImportItem } from '#contract/job.ts';
import type { Orphan } from '#contract/text-version.ts';
import { listOrphans } from '#engine/annotations/index.ts';
import { closeExtraction, readAgain } from '#engine/sources/index.ts';
import { choice } from '../arguments.ts';
import { reading, writing } from '../case-access.ts';
import {
  exitCode,
  printResult,
  remark,
  table,
  terminalLanguage,
  type CommonOptions,
} from '../output.ts';

interface ReadAgainFlags extends CommonOptions {
  encoding?: string;
  delimiter?: string;
  wholePage?: boolean;
  ocr?: string;
  ocrLanguage?: string[];
  passwordFile?: string;
}

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
  program
    .command('read-again')
    .description('read sources again from their originals; passages go along where that is sure')
    .argument('<file>', 'case file')
    .argument('<sources...>', 'ids of sources')
    .option('--encoding <label>', 'of a text, as the WHATWG Encoding standard labels it')
    .option(
      '--delimiter <character>',
      'between the cells of a table; `tab` for a tabulator',
      delimiter,
    )
    .option('--whole-page', 'of HTML, all of the page rather than its main text')
    .addOption(choice('--ocr <mode>', 'words in pictures', OcrMode))
    .option(
      '--ocr-language <languages>',
      `of pictures: ${OcrLanguage.options.join('+')}`,
      languages,
    )
    .option('--password-file <file>', 'passwords of encrypted documents, one a line')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, sources: string[], options: ReadAgainFlags) =>
      writing(path, options, async (store) => {
        const items: ImportItem[] = [];
        const settings = ExtractionSettings.parse({
          encoding: options.encoding,
          delimiter: options.delimiter,
          wholePage: options.wholePage,
          ocr: options.ocr,
          ocrLanguages: options.ocrLanguage,
        });
        const passwords = passwordsIn(options.passwordFile);
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

function delimiter(text: string): string {
  const character = text === 'tab' || text === '\\t' ? '\t' : text;
  if (character.length !== 1) throw new InvalidArgumentError('It is one character, or `tab`.');
  return character;
}

function languages(text: string): string[] {
  const asked = text.toLowerCase().split('+');
  if (asked.some((one) => !OcrLanguage.safeParse(one).success)) {
    throw new InvalidArgumentError(`They are among ${OcrLanguage.options.join(', ')}.`);
  }
  return asked;
}

/** @throws CaseError `file.notFound`, `file.notReadable` */
function passwordsIn(file: string | undefined): string[] {
  if (file === undefined) return [];
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
    return text.split(/\r?\n/u).filter((line) => line !== '');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new CaseError(missing ? 'file.notFound' : 'file.notReadable', { path: file }, error);
  }
}
