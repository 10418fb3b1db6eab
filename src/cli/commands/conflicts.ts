import { type Command, Option } from 'commander';
import type { Conflict, WrittenValue } from '#contract/conflict.ts';
import { ConflictChoice } from '#contract/vocabulary.ts';
import { decideConflicts, listConflicts } from '#engine/exchange/index.ts';
import { choice, gather } from '../arguments.ts';
import { reading, writing } from '../case-access.ts';
import { exitCode, printResult, remark, type CommonOptions } from '../output.ts';

interface ConflictsOptions extends CommonOptions {
  decide: string[];
  choice?: ConflictChoice;
}

/** `conflicts`: what people wrote without knowing of each other, and nobody has decided. */
export function addConflictsCommand(program: Command): void {
  program
    .command('conflicts')
    .description('list what people wrote without knowing of each other, or decide it')
    .argument('<file>', 'case file')
    .addOption(
      new Option('--decide <id>', 'conflict to decide, by its id in the list; repeatable')
        .argParser(gather)
        .default([], 'none'),
    )
    .addOption(choice('--choice <choice>', 'what is made of it', ConflictChoice))
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action(async (path: string, options: ConflictsOptions, command: Command) => {
      if (options.decide.length > 0 !== (options.choice !== undefined)) {
        command.error('error: --decide and --choice go together');
      }
      if (options.choice === undefined) await list(path, options);
      else await decide(path, options, options.choice);
    });
}

function list(path: string, options: ConflictsOptions): Promise<void> {
  return reading(path, options, async (store) => {
    const page = listConflicts(store, { offset: 0, limit: Number.MAX_SAFE_INTEGER });
    printResult(page, options, () =>
      page.total === 0 ? 'There is nothing to decide.' : page.items.map(conflictText).join('\n\n'),
    );
  });
}

function decide(path: string, options: ConflictsOptions, chosen: ConflictChoice): Promise<void> {
  return writing(path, options, async (store) => {
    const outcome = decideConflicts(store, {
      conflicts: options.decide.map((id) => ({ id })),
      choice: chosen,
    });
    printResult(outcome, options, () => `${outcome.decided} decided`);
    if (outcome.stale === 0) return;
    process.exitCode = exitCode.failed;
    remark(`${outcome.stale} are no longer as they were shown, and were left. List them again.`);
  });
}

function conflictText({ id, record, field, stands, others, choices }: Conflict): string {
  const name = [record.type && `[${record.type}]`, record.title, record.other]
    .filter(Boolean)
    .join(' · ');
  const value = (sign: string, { value: written, title, by, at }: WrittenValue) =>
    `  ${sign} ${title ?? (written === null ? '' : String(written))} (${by.initials || by.name}, ${at})`;
  return [
    `${record.table}: ${name}${field && ` · ${field}`}`,
    value('=', stands),
    ...others.map((other) => value('/', other)),
    `  id ${id}`,
    `  ${choices.join(' | ')}`,
  ].join('\n');
}
