import type { Command } from 'commander';
import { getExcerpt } from '#engine/annotations/index.ts';
import { createExcerpt } from '#engine/entities/index.ts';
import { findQuote } from '#engine/sources/index.ts';
import { isId } from '#shared/id.ts';
import { gather } from '../arguments.ts';
import { writing } from '../case-access.ts';
import { printResult, type CommonOptions } from '../output.ts';

interface ExcerptOptions extends CommonOptions {
  source: string;
  quote: string;
  tag?: string[];
  entity?: string[];
}

/** `excerpt`: a passage by its words. */
export function addExcerptCommand(program: Command): void {
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
