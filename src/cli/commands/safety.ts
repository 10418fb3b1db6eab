import { statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { Backup, type RepairReport } from '#contract/safety.ts';
import { aboutCase, restoreBackup } from '#engine/backups/index.ts';
import { backupStore, repairFile, rekeyFile, verifyStore } from '#engine/store/index.ts';
import { actor, backupFolder, passphraseOf, reading } from '../case-access.ts';
import { exitCode, printResult, remark, table, type CommonOptions } from '../output.ts';

interface RekeyOptions extends CommonOptions {
  newPassphraseFile?: string;
  removePassphrase?: boolean;
}

/** `verify`, `backup`, `backups`, `restore`, `repair` and `rekey`: what keeps a case file whole. */
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
    .command('backups')
    .description('list the backups that this computer keeps, of one case or of all, newest first')
    .argument('[file]', 'case file')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action(async (path: string | undefined, options: CommonOptions) => {
      const folder = backupFolder();
      const id =
        path === undefined
          ? undefined
          : await reading(path, options, (store) => aboutCase(store).id);
      const backups = folder.list(id).map((backup) => Backup.parse(backup));
      printResult(backups, options, () =>
        table(
          backups.map(({ at, reason, encrypted, title, byteSize, path: file }) => [
            at,
            reason,
            encrypted ? 'encrypted' : '',
            title,
            `${byteSize} bytes`,
            file,
          ]),
        ),
      );
    });

  program
    .command('restore')
    .description('make a case file of a backup, which stays as it is')
    .argument('<backup>', 'backup, by its path')
    .argument('<out>', 'case file to make')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action(async (backup: string, out: string, options: CommonOptions) => {
      const passphrase = passphraseOf(options);
      const restored = await restoreBackup(backup, out, { passphrase, actor });
      const result = { ...restored, byteSize: statSync(restored.path).size };
      printResult(result, options, () => `${result.path} (${result.byteSize} bytes)`);
    });

  program
    .command('repair')
    .description(
      'put all that can be read of a damaged case file into a new one, and list what is lost',
    )
    .argument('<file>', 'damaged case file; it is not changed')
    .argument('<out>', 'case file to make')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, out: string, options: CommonOptions) => {
      const report = repairFile(path, out, { passphrase: passphraseOf(options), actor });
      printResult(report, options, () => repairText(report));
    });

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

/** What came of a repair, for a person: what is in the new file, then what is not. */
function repairText(report: RepairReport): string {
  const { out, pages, tables, lost, totalLost, mended, totalMended, untold, history } = report;
  const rows = tables
    .filter(({ kept, lost: missing }) => kept + missing > 0)
    .map(({ table: name, kept, restored, lost: missing }) => [
      name,
      `${kept} kept`,
      restored > 0 ? `${restored} of them restored` : '',
      missing > 0 ? `${missing} lost` : '',
    ]);
  const remarks = (kind: string, some: typeof lost, total: number) => [
    ...some.map(({ table: name, id, title, what }) =>
      [kind, name, id, title, what].filter(Boolean).join(' · '),
    ),
    ...(total > some.length ? [`${kind} · and ${total - some.length} more`] : []),
  ];
  return [
    out,
    table(rows),
    `history: ${history.state}, ${history.kept} gestures kept${history.until === null ? '' : ` until ${history.until}`}, ${history.lost} lost`,
    `pages: ${pages.unreadable} of ${pages.total} unreadable`,
    ...remarks('lost', lost, totalLost),
    ...remarks('mended', mended, totalMended),
    totalLost === 0 && !untold ? 'Nothing was lost.' : '',
    untold
      ? 'More may be lost than is listed: it cannot be told what was on some of the pages.'
      : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function countLine({ check, count }: { check: string; count: number }): string[] {
  return [check, `${count} checked`];
}
