import type { Command } from 'commander';
import { search } from '#engine/search/index.ts';
import { wholeNumber } from '../arguments.ts';
import { reading } from '../case-access.ts';
import { printResult, table, type CommonOptions } from '../output.ts';

/** `search`: names, titles, source text, passages, notes and tags at once. */
export function addSearchCommand(program: Command): void {
  program
    .command('search')
    .description('search the whole case; accents and case do not matter')
    .argument('<file>', 'case file')
    .argument('<query...>', 'words, or a phrase in quotation marks')
    .option('--limit <n>', 'most hits of each kind', wholeNumber(1, 500), 20)
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, query: string[], options: CommonOptions & { limit: number }) =>
      reading(path, options, (store) => {
        const { limit } = options;
        const result = search(store, { query: query.join(' '), limit, offset: 0 });
        printResult(result, options, () =>
          table(
            result.hits.map((hit) => [
              hit.kind,
              hit.id,
              [hit.title, hit.place, hit.context.text].filter(Boolean).join(' | '),
            ]),
          ),
        );
      }),
    );
}
