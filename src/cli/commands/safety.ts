import type { Command } from 'commander';
import { verifyStore } from '#engine/store/index.ts';
import { reading } from '../case-access.ts';
import { exitCode, printResult, remark, table, type CommonOptions } from '../output.ts';

/** `verify`: what keeps a case file whole. */
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
}

function countLine({ check, count }: { check: string; count: number }): string[] {
  return [check, `${count} checked`];
}
