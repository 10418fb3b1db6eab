import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { UnitReport } from './counts.ts';

/** Characters of an error that the report says; the whole stands where the test ran. */
const errorLength = 500;

/** Where the report goes. */
export const reportPath = 'LEGAJO_UNIT_REPORT';

/** A reporter of vitest: writes the counts, what failed, and what passed only when it was run again, into one file. */
export default class UnitReporter implements Reporter {
  onTestRunEnd(
    modules: ReadonlyArray<TestModule>,
    unhandled: ReadonlyArray<{ message?: string }>,
  ): void {
    const path = process.env[reportPath];
    if (path === undefined) throw new Error(`${reportPath} is not set`);
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const report: UnitReport = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: tests.filter((test) => test.result().state === 'failed').length,
      skipped: tests.filter((test) => test.result().state === 'skipped').length,
      failures: [
        ...tests.filter((test) => test.result().state === 'failed').map(said),
        ...modules.flatMap((module) =>
          module.errors().map((error) => `${name(module)}: ${shortened(error.message)}`),
        ),
        ...unhandled.map(({ message = '' }) => `outside of any test: ${shortened(message)}`),
      ],
      passedAgain: tests.filter((test) => test.diagnostic()?.flaky === true).map(said),
    };
    writeFileSync(path, JSON.stringify(report));
  }
}

function said(test: TestCase): string {
  const error = test.result().errors?.[0]?.message ?? '';
  return `${name(test.module)} \u203A ${test.fullName}: ${shortened(error)}`;
}

function name(module: TestModule): string {
  return relative(process.cwd(), module.moduleId);
}

function shortened(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').trim();
  return line.length > errorLength ? `${line.slice(0, errorLength)}…` : line;
}
