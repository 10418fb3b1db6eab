import { statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { backupStore, rekeyFile, verifyStore } from '#engine/store/index.ts';
import { passphraseOf, reading } from '../case-access.ts';
import { exitCode, printResult, remark, table, type CommonOptions } from '../output.ts';

interface RekeyOptions extends CommonOptions {
  newPassphraseFile?: string;
  removePassphrase?: boolean;
}

/** `verify`, `backup` and `rekey`: what keeps a case file whole. */
export function addSafetyCommands(program: Command): void {
  program
    .command('verify')
    .description('check that nothing in a case file was changed, damaged or lost')
    .argument('<file>', 'case file')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, options: CommonOptions) =>
      reading(path, options, async (store) => {
        const report = await verifyStore(store);
        printResult(report, options, () => table(report.checked.map(countLine)));
        if (report.sound) return;
        process.exitCode = exitCode.failed;
        for (const finding of report.findings) {
          remark(
            [finding.check, finding.table, finding.id, finding.what].filter(Boolean).join(' · '),
          );
        }
        remark(`${report.total} findings: ${report.path} is not as it was written.`);
      }),
    );

  program
    .command('backup')
    .description(
      'copy a case file whole, even while it is being worked on; an encrypted one stays so',
    )
    .argument('<file>', 'case file')
    .argument('<out>', 'copy to make')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, out: string, options: CommonOptions) =>
      reading(path, options, async (store) => {
        const copy = await backupStore(store, out);
        const result = { ...copy, byteSize: statSync(copy.path).size };
        printResult(result, options, () => `${result.path} (${result.byteSize} bytes)`);
      }),
    );

  program
    .command('rekey')
    .description('set, change or remove the passphrase of a case file that is not open')
    .argument('<file>', 'case file')
    .option('--passphrase-file <file>', 'file whose first line is the present passphrase')
    .addOption(
      new Option(
        '--new-passphrase-file <file>',
        'encrypt the case with the first line of this file; a passphrase that is lost is lost for good',
      ).conflicts('removePassphrase'),
    )
    .option('--remove-passphrase', 'leave the case without encryption')
    .action((path: string, options: RekeyOptions, command: Command) => {
      const { newPassphraseFile, removePassphrase } = options;
      if (newPassphraseFile === undefined && removePassphrase !== true) {
        command.error('error: give --new-passphrase-file or --remove-passphrase');
      }
      const next =
        newPassphraseFile === undefined
          ? undefined
          : passphraseOf({ passphraseFile: newPassphraseFile });
      const result = rekeyFile(path, { passphrase: passphraseOf(options), next: next ?? null });
      printResult(
        result,
        options,
        () => `${result.path} is ${result.encrypted ? 'encrypted' : 'not encrypted'}`,
      );
    });
}

function countLine({ check, count }: { check: string; count: number }): string[] {
  return [check, `${count} checked`];
}
