import { Command } from 'commander';
import { programVersion } from '#engine/version.ts';

/** Some commands, which one file adds. */
interface Commands {
  readonly names: readonly string[];
  readonly add: (program: Command) => Promise<void>;
}

/** All commands, in the order in which `legajo --help` lists them. */
const commands: readonly Commands[] = [
  {
    names: ['new', 'sample', 'info'],
    add: async (program) => (await import('./commands/case.ts')).addCaseCommands(program),
  },
  {
    names: ['import'],
    add: async (program) => (await import('./commands/import.ts')).addImportCommand(program),
  },
  {
    names: ['sources', 'text', 'original'],
    add: async (program) => (await import('./commands/sources.ts')).addSourceCommands(program),
  },
  {
    names: ['excerpt'],
    add: async (program) => (await import('./commands/excerpt.ts')).addExcerptCommand(program),
  },
  {
    names: ['orphans', 'read-again'],
    add: async (program) => (await import('./commands/orphans.ts')).addOrphanCommands(program),
  },
  {
    names: ['entities', 'add-entity', 'link'],
    add: async (program) => (await import('./commands/entities.ts')).addEntityCommands(program),
  },
  {
    names: ['resolve'],
    add: async (program) => (await import('./commands/resolve.ts')).addResolveCommand(program),
  },
  {
    names: ['duplicates'],
    add: async (program) =>
      (await import('./commands/duplicates.ts')).addDuplicatesCommand(program),
  },
  {
    names: ['compare-names'],
    add: async (program) =>
      (await import('./commands/compare-names.ts')).addCompareNamesCommand(program),
  },
  {
    names: ['suggest', 'accept'],
    add: async (program) => (await import('./commands/suggest.ts')).addSuggestCommands(program),
  },
  {
    names: ['show'],
    add: async (program) => (await import('./commands/show.ts')).addShowCommand(program),
  },
  {
    names: ['search'],
    add: async (program) => (await import('./commands/search.ts')).addSearchCommand(program),
  },
  {
    names: ['history', 'undo'],
    add: async (program) => (await import('./commands/history.ts')).addHistoryCommands(program),
  },
  {
    names: ['export', 'inspect', 'open'],
    add: async (program) => (await import('./commands/exchange.ts')).addExchangeCommands(program),
  },
  {
    names: ['merge'],
    add: async (program) => (await import('./commands/merge.ts')).addMergeCommand(program),
  },
  {
    names: ['keys'],
    add: async (program) => (await import('./commands/keys.ts')).addKeysCommand(program),
  },
  {
    names: ['conflicts'],
    add: async (program) => (await import('./commands/conflicts.ts')).addConflictsCommand(program),
  },
  {
    names: ['import-records'],
    add: async (program) =>
      (await import('./commands/import-records.ts')).addImportRecordsCommand(program),
  },
  {
    names: ['dossier'],
    add: async (program) => (await import('./commands/dossier.ts')).addDossierCommand(program),
  },
  {
    names: ['template'],
    add: async (program) => (await import('./commands/template.ts')).addTemplateCommand(program),
  },
  {
    names: ['verify-dossier'],
    add: async (program) =>
      (await import('./commands/verify-dossier.ts')).addVerifyDossierCommand(program),
  },
  {
    names: ['verify', 'backup', 'backups', 'restore', 'repair', 'rekey'],
    add: async (program) => (await import('./commands/safety.ts')).addSafetyCommands(program),
  },
  {
    names: ['serve'],
    add: async (program) => (await import('./commands/serve.ts')).addServeCommand(program),
  },
];

/**
 * The `legajo` command with the subcommand that the words name, or with all of them when they name none. Their names,
 * options, JSON and exit codes are a public interface. Only what is asked for is loaded, so that it starts at once; what
 * a command needs only in some cases, and is large, it loads itself when it comes to it.
 */
export async function createProgram(words: readonly string[]): Promise<Command> {
  const program = new Command('legajo')
    .description(
      'Case-file workbench: documents, passages, individuals, organizations and locations in one file, every fact cited.',
    )
    .version(programVersion())
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  for (const { add } of wantedFor(words)) await add(program);
  for (const command of program.commands) {
    command.exitOverride().option('--json', 'print the result as JSON');
  }
  return program;
}

function wantedFor([name = '']: readonly string[]): readonly Commands[] {
  if (name === '--version' || name === '-V') return [];
  const named = commands.filter(({ names }) => names.includes(name));
  return named.length > 0 ? named : commands;
}
