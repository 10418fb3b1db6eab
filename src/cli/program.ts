import { Command } from 'commander';
import { programVersion } from '#engine/version.ts';
import { addCaseCommands } from './commands/case.ts';
import { addCompareNamesCommand } from './commands/compare-names.ts';
import { addConflictsCommand } from './commands/conflicts.ts';
import { addDossierCommand } from './commands/dossier.ts';
import { addDuplicatesCommand } from './commands/duplicates.ts';
import { addEntityCommands } from './commands/entities.ts';
import { addExchangeCommands } from './commands/exchange.ts';
import { addHistoryCommands } from './commands/history.ts';
import { addImportRecordsCommand } from './commands/import-records.ts';
import { addKeysCommand } from './commands/keys.ts';
import { addMergeCommand } from './commands/merge.ts';
import { addOrphanCommands } from './commands/orphans.ts';
import { addResolveCommand } from './commands/resolve.ts';
import { addSafetyCommands } from './commands/safety.ts';
import { addSearchCommand } from './commands/search.ts';
import { addServeCommand } from './commands/serve.ts';
import { addShowCommand } from './commands/show.ts';
import { addExcerptCommand } from './commands/excerpt.ts';
import { addImportCommand } from './commands/import.ts';
import { addSourceCommands } from './commands/sources.ts';
import { addSuggestCommands } from './commands/suggest.ts';
import { addTemplateCommand } from './commands/template.ts';
import { addVerifyDossierCommand } from './commands/verify-dossier.ts';

/**
 * The `legajo` command with all its subcommands. Their names, options, JSON and exit codes are a public interface. What
 * only one of them needs and is large, it loads when it runs, so that the others start at once.
 */
export function createProgram(): Command {
  const program = new Command('legajo')
    .description(
      'Case-file workbench: documents, passages, individuals, organizations and locations in one file, every fact cited.',
    )
    .version(programVersion())
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  addCaseCommands(program);
  addImportCommand(program);
  addSourceCommands(program);
  addExcerptCommand(program);
  addOrphanCommands(program);
  addEntityCommands(program);
  addResolveCommand(program);
  addDuplicatesCommand(program);
  addCompareNamesCommand(program);
  addSuggestCommands(program);
  addShowCommand(program);
  addSearchCommand(program);
  addHistoryCommands(program);
  addExchangeCommands(program);
  addMergeCommand(program);
  addKeysCommand(program);
  addConflictsCommand(program);
  addImportRecordsCommand(program);
  addDossierCommand(program);
  addTemplateCommand(program);
  addVerifyDossierCommand(program);
  addSafetyCommands(program);
  addServeCommand(program);
  for (const command of program.commands) {
    command.exitOverride().option('--json', 'print the result as JSON');
  }
  return program;
}
