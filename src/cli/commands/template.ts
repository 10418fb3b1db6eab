import { resolve } from 'node:path';
import type { Command } from 'commander';
import { CaseError } from '#contract/error.ts';
import { checkTemplate, closeTypesetting, copyTemplate } from '#engine/dossier/index.ts';
import { printResult, type CommonOptions } from '../output.ts';

/** `template`: the program's own template of dossiers, to be changed; and whether a team's can be used. */
export function addTemplateCommand(program: Command): void {
  program
    .command('template')
    .description('write the template of dossiers into a folder, to be changed; or try one')
    .argument('<folder>', 'empty, or not there yet; with --check, a template')
    .option('--check', 'try whether dossiers can be made with the template in this folder')
    .action(async (folder: string, options: CommonOptions & { check?: true }) => {
      const path = resolve(folder);
      try {
        if (options.check !== true) {
          await copyTemplate(path);
          printResult({ folder: path }, options, () => path);
          return;
        }
        const { name, error } = await checkTemplate(path);
        if (error !== null) throw new CaseError(error.code, error.details);
        printResult({ name, error }, options, () => `${name}: it can be used`);
      } finally {
        await closeTypesetting();
      }
    });
}
