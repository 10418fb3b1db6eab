import { z } from 'zod';

/** How many checks a step made, and how they ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** The counts in what vitest's JSON reporter wrote. Throws when it is not such a report. */
export function vitestCounts(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } =
    VitestReport.parse(report);
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  };
}

/**
 * The counts in what Playwright's JSON reporter wrote. A test that passed only when repeated counts as failed.
 * Throws when it is not such a report.
 */
export function playwrightCounts(report: unknown): Counts {
  const { expected, unexpected, flaky, skipped } = PlaywrightReport.parse(report).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * What a test runner's step comes to. A runner can fail without a failed test (a file that cannot be loaded), or end
 * well without having run one; both are one failure more.
 */
export function judge(counts: Counts, exitedWell: boolean): Counts {
  const silentFailure = !exitedWell && counts.failed === 0;
  const nothingRan = counts.passed + counts.failed === 0;
  return silentFailure || nothingRan ? { ...counts, failed: counts.failed + 1 } : counts;
}

export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
    skipped: all.reduce((total, { skipped }) => total + skipped, 0),
  };
}

/** The line that ends the report: `tests: N passed, N failed`, with the skipped ones when there are any. */
export function lastLine({ passed, failed, skipped }: Counts): string {
  return `tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
