import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { backupStore, verifyStore } from '#engine/store/index.ts';
import { reading } from '../case-access.ts';
import { exitCode, printResult, remark, table, type CommonOptions } from '../output.ts';

/** `verify` and `backup`: what keeps a case file whole. */
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
}

function countLine({ check, count }: { check: string; count: number }): string[] {
  return [check, `${count} checked`];
}
