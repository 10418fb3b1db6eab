import { z } from 'zod';

/** How many checks a step made, and how they ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What `unit-report.ts` writes. */
const UnitReport = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.number(),
  failures: z.array(z.string()),
  passedAgain: z.array(z.string()),
});
export type UnitReport = z.infer<typeof UnitReport>;

const Suite = z.object({
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
  get suites() {
    return z.array(Suite).default([]);
  },
});

const PlaywrightReport = z.object({
  suites: z.array(Suite),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** The counts in what `unit-report.ts` wrote. Throws when it is not such a report. */
export function unitCounts(report: unknown): Counts {
  const { passed, failed, skipped } = UnitReport.parse(report);
  return { passed, failed, skipped };
}

/** Names what failed, and what passed only when it was run again; undefined when there is neither. */
export function unitNote(report: unknown): string | undefined {
  const { failures, passedAgain: again } = UnitReport.parse(report);
  const notes = [
    ...failures,
    ...(again.length === 0
      ? []
      : [`${again.length} of them only when run again: ${again.join('; ')}`]),
  ];
  return notes.length === 0 ? undefined : notes.join('; ');
}

/**
 * The counts in what Playwright's JSON reporter wrote. A test that passed only when it was run again has passed, and is to
 * be named with the counts: see `passedAgain`. Throws when it is not such a report.
 */
export function playwrightCounts(report: unknown): Counts {
  const { expected, unexpected, flaky, skipped } = PlaywrightReport.parse(report).stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/** Says which tests in Playwright's report passed only when they were run again; undefined when there is none. */
export function passedAgain(report: unknown): string | undefined {
  const { suites, stats } = PlaywrightReport.parse(report);
  if (stats.flaky === 0) return undefined;
  const names = suites.flatMap((suite) => flakyIn(suite, []));
  return `${stats.flaky} of them only when run again: ${names.join('; ')}`;
}

function flakyIn({ title, specs, suites }: z.infer<typeof Suite>, above: string[]): string[] {
  const path = [...above, title];
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [
    ...own.map((spec) => [...path, spec.title].join(' \u203A ')),
    ...suites.flatMap((suite) => flakyIn(suite, path)),
  ];
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
