import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Handling, Language } from '#contract/vocabulary.ts';
import { writeWhole } from '#engine/write-whole.ts';
import { choice } from '../arguments.ts';
import { actor, reading } from '../case-access.ts';
import { printResult, type CommonOptions } from '../output.ts';

interface DossierOptions extends CommonOptions {
  language?: Language;
  handling?: Handling;
  quotations: boolean;
}

/** `dossier`: the printed report on one subject. */
export function addDossierCommand(program: Command): void {
  program
    .command('dossier')
    .description('print a dossier on one entity as PDF')
    .argument('<file>', 'case file')
    .argument('<entity>', 'id of its subject')
    .argument('<pdf>', 'file to write')
    .addOption(choice('--language <language>', 'the case’s own when left out', Language))
    .addOption(choice('--handling <marking>', 'marking on each page', Handling))
    .option('--no-quotations', 'leave the words of the sources out')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, subject: string, target: string, options: DossierOptions) =>
      reading(path, options, async (store) => {
        const { language, handling, quotations } = options;
        const { closeTypesetting, renderDossier } = await import('#engine/dossier/index.ts');
        try {
          const pdf = await renderDossier(
            store,
            { subject, language, handling, quotations },
            { author: actor() },
          );
          const saved = writeWhole(resolve(target), pdf);
          printResult(saved, options, () => `${saved.path}\n${saved.sha256}`);
        } finally {
          await closeTypesetting();
        }
      }),
    );
}
