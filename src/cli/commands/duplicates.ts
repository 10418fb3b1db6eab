import type { Command } from 'commander';
import type { DuplicateCandidate } from '#contract/duplicates.ts';
import { nameReasonText } from '#contract/name-reason-text.ts';
import { EntityKind } from '#contract/vocabulary.ts';
import { duplicatesOf } from '#engine/duplicates/index.ts';
import { ontology } from '#engine/ontology.ts';
import { choice, decimal, wholeNumber } from '../arguments.ts';
import { reading } from '../case-access.ts';
import { printResult, terminalLanguage, type CommonOptions } from '../output.ts';

interface Options extends CommonOptions {
  kind?: EntityKind;
  minScore: number;
  limit: number;
  unsure?: boolean;
}

/** `duplicates`: pairs of entities that may be one, with the reasons. */
export function addDuplicatesCommand(program: Command): void {
  program
    .command('duplicates')
    .description('list entities that may be one and that nobody has judged, the surest first')
    .argument('<file>', 'case file')
    .addOption(choice('--kind <kind>', 'of this kind only', EntityKind))
    .option('--min-score <score>', 'least score, from 0 to 1', decimal(0, 1), 0.5)
    .option('--limit <n>', 'most pairs', wholeNumber(1, 1_000_000), 100)
    .option('--unsure', 'those that were judged unsure, and no others')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, options: Options) =>
      reading(path, options, async (store) => {
        const { kind, minScore, limit, unsure = false } = options;
        const duplicates = duplicatesOf(store);
        await duplicates.ready();
        const { items, total } = await duplicates.list({
          minScore,
          unsure,
          offset: 0,
          limit,
          ...(kind === undefined ? {} : { kind }),
        });
        printResult({ items, total }, options, () => items.map(candidateText).join('\n'));
      }),
    );
}

function candidateText({ first, second, score, reasons }: DuplicateCandidate): string {
  const language = terminalLanguage();
  return [
    `${score.toFixed(3)}  ${first.name}  |  ${second.name}`,
    `       ${first.id}  ${second.id}`,
    ...reasons.map(
      (reason) => `       ${nameReasonText(reason, language, labelOf(reason.params['property']))}`,
    ),
  ].join('\n');
}

function labelOf(property: string | undefined): string | undefined {
  const found = ontology().properties.find(({ key }) => key === property);
  return found?.label[terminalLanguage()].toLowerCase();
}
