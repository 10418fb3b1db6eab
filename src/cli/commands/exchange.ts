import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { caseInfo } from '#engine/cases/index.ts';
import { programVersion } from '#engine/version.ts';
import { actor, passphraseOf, reading, using } from '../case-access.ts';
import { printResult, table, type CommonOptions } from '../output.ts';

/** `export` and `open`: a case handed from one team to another. */
export function addExchangeCommands(program: Command): void {
  program
    .command('export')
    .description('hand over the whole case as a package, or its codebook')
    .argument('<file>', 'case file')
    .argument('<target>', 'file to write')
    .addOption(
      new Option(
        '--format <format>',
        'casepack: the whole case; qdc: its tags, as a REFI-QDA codebook',
      )
        .choices(['casepack', 'qdc'])
        .default('casepack'),
    )
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, target: string, options: CommonOptions & { format: string }) =>
      reading(path, options, async (store) => {
        const { exportCodebook, exportPackage } = await import('#engine/exchange/index.ts');
        const saved =
          options.format === 'qdc'
            ? exportCodebook(store, resolve(target), programVersion())
            : await exportPackage(store, resolve(target), {
                actor: actor(),
                confirmedRed: true,
              });
        printResult(saved, options, () => `${saved.path}\n${saved.sha256}`);
      }),
    );

  program
    .command('open')
    .description('open a package as a new case file')
    .argument('<package>', '.casepack to read')
    .argument('<file>', 'case file to make')
    .option('--passphrase-file <file>', 'encrypt the new file with the first line of this file')
    .action(async (source: string, path: string, options: CommonOptions) => {
      const passphrase = passphraseOf(options);
      const { openPackage } = await import('#engine/exchange/index.ts');
      const store = await openPackage(resolve(source), resolve(path), {
        actor,
        ...(passphrase === undefined ? {} : { passphrase }),
      });
      await using(store, () => {
        const info = caseInfo(store);
        printResult(info, options, () =>
          table([
            ['title', info.title],
            ['file', info.path],
            ['sources', String(info.counts.sources)],
            ['entities', String(info.counts.entities)],
          ]),
        );
      });
    });
}
