import type { Command } from 'commander';
import type { CaseInfo } from '#contract/case.ts';
import { Handling, Language } from '#contract/vocabulary.ts';
import { caseInfo, createCase } from '#engine/cases/index.ts';
import { choice, words } from '../arguments.ts';
import { actor, passphraseOf, reading, using } from '../case-access.ts';
import { printResult, table, type CommonOptions } from '../output.ts';

interface NewOptions extends CommonOptions {
  title: string;
  reference: string;
  language: Language;
  handling: Handling;
  summary: string;
}

/** `new`, `sample` and `info`. */
export function addCaseCommands(program: Command): void {
  program
    .command('new')
    .description('make a case file')
    .argument('<file>', 'case file to make')
    .requiredOption('--title <title>', 'title of the case', words)
    .option('--reference <reference>', 'reference of the case', '')
    .option('--summary <text>', 'what the case is about', '')
    .addOption(choice('--language <language>', 'language of its dossiers', Language).default('en'))
    .addOption(choice('--handling <marking>', 'marking of the case', Handling).default('AMBER'))
    .option('--passphrase-file <file>', 'encrypt it with the first line of this file')
    .action(async (path: string, options: NewOptions) => {
      const { title, reference, language, handling, summary } = options;
      const store = createCase(
        { path, title, reference, language, handling, summary, passphrase: passphraseOf(options) },
        actor,
      );
      await using(store, () => printInfo(caseInfo(store), options));
    });

  program
    .command('sample')
    .description('make the sample case')
    .argument('<file>', 'case file to make')
    .addOption(choice('--language <language>', 'language of its title', Language).default('en'))
    .action(async (path: string, options: CommonOptions & { language: Language }) => {
      const { createSampleFile } = await import('#engine/sample/index.ts');
      const { closeExtraction } = await import('#engine/sources/index.ts');
      try {
        const store = await createSampleFile(path, options.language, actor);
        await using(store, () => printInfo(caseInfo(store), options));
      } finally {
        await closeExtraction();
      }
    });

  program
    .command('info')
    .description('say what a case file holds')
    .argument('<file>', 'case file')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, options: CommonOptions) =>
      reading(path, options, (store) => printInfo(caseInfo(store), options)),
    );
}

function printInfo(info: CaseInfo, options: CommonOptions): void {
  printResult(info, options, () =>
    table([
      ['title', info.title],
      ['reference', info.reference || '-'],
      ['marking', `TLP:${info.handling}`],
      ['case', info.id],
      ['file', `${info.path} (${info.fileSize} bytes${info.encrypted ? ', encrypted' : ''})`],
      ['format', String(info.formatVersion)],
      ['revision', `${info.revision.sequence} ${info.revision.hash.slice(0, 16)}`.trim()],
      ...Object.entries(info.counts).map(([name, count]) => [name, String(count)]),
    ]),
  );
}
