import { type Command, Option } from 'commander';
import { CaseError } from '#contract/error.ts';
import type { Judgement } from '#contract/vocabulary.ts';
import { judge, listResolutions } from '#engine/entities/index.ts';
import { writing } from '../case-access.ts';
import { printResult, type CommonOptions } from '../output.ts';
import { resolutionText } from '../resolution-text.ts';

interface Options extends CommonOptions {
  same?: boolean;
  different?: boolean;
  unsure?: boolean;
  reason: string;
}

/** `resolve`: judges whether two entities are the same. */
export function addResolveCommand(program: Command): void {
  program
    .command('resolve')
    .description('judge whether two entities are the same; judging again replaces the judgement')
    .argument('<file>', 'case file')
    .argument('<a>', 'an entity')
    .argument('<b>', 'another entity')
    .addOption(
      new Option('--same', 'they are one and are shown as one').conflicts(['different', 'unsure']),
    )
    .addOption(
      new Option('--different', 'they are two; what made them one is split').conflicts(['unsure']),
    )
    .option('--unsure', 'it is not yet known')
    .requiredOption('--reason <words>', 'why')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, first: string, second: string, options: Options, command: Command) => {
      const judgement = judgementOf(options);
      if (judgement === null) {
        command.error('error: one of --same, --different and --unsure is needed');
      }
      return writing(path, options, (store) => {
        const id = judge(store, { first, second, judgement, reason: options.reason });
        const { items } = listResolutions(store, { entity: first, offset: 0, limit: 1000 });
        const made = items.find((item) => item.id === id);
        if (made === undefined) throw new CaseError('record.notFound', { id });
        printResult(made, options, () => resolutionText(made));
      });
    });
}

function judgementOf({ same, different, unsure }: Options): Judgement | null {
  if (same === true) return 'same';
  if (different === true) return 'different';
  return unsure === true ? 'unsure' : null;
}
