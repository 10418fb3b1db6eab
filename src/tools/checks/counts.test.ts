import { expect, test } from 'vitest';
import {
  judge,
  lastLine,
  passedAgain,
  playwrightCounts,
  sum,
  unitCounts,
  unitNote,
} from './counts.ts';

const unit = { passed: 5, failed: 1, skipped: 3, failures: [], passedAgain: [] };

test('reads the counts of the unit tests', () => {
  expect(unitCounts(unit)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test('names the unit tests that failed, and those that passed only when run again', () => {
  expect(unitNote(unit)).toBeUndefined();
  expect(
    unitNote({ ...unit, failures: ['a: 1 is not 2', 'b: no'], passedAgain: ['c: late'] }),
  ).toBe('a: 1 is not 2; b: no; 1 of them only when run again: c: late');
});

const spec = (title: string, ...status: string[]) => ({
  title,
  tests: status.map((one) => ({ status: one, results: [] })),
});
const suites = [
  { title: 'a.spec.ts', specs: [spec('goes well', 'expected'), spec('goes at last', 'flaky')] },
  {
    title: 'b.spec.ts',
    specs: [],
    suites: [{ title: 'in Spanish', specs: [spec('goes once', 'expected', 'flaky')] }],
  },
];

test('reads the counts of Playwright, and a test that passed only when run again has passed', () => {
  const report = { suites, stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 } };
  expect(playwrightCounts(report)).toEqual({ passed: 7, failed: 1, skipped: 3 });
});

test('names the tests that passed only when run again', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 2, skipped: 0 };
  expect(passedAgain({ suites, stats })).toBe(
    '2 of them only when run again: a.spec.ts \u203A goes at last; b.spec.ts \u203A in Spanish \u203A goes once',
  );
  expect(passedAgain({ suites: [], stats: { ...stats, flaky: 0 } })).toBeUndefined();
});

test('refuses what is not a report', () => {
  expect(() => unitCounts({})).toThrow('passed');
  expect(() => playwrightCounts({ stats: {} })).toThrow('expected');
});

test('a runner that fails without a failed test is a failure', () => {
  expect(judge({ passed: 5, failed: 0, skipped: 0 }, false).failed).toBe(1);
  expect(judge({ passed: 5, failed: 2, skipped: 0 }, false).failed).toBe(2);
});

test('a runner that ran nothing is a failure, even when everything was skipped', () => {
  expect(judge({ passed: 0, failed: 0, skipped: 0 }, true).failed).toBe(1);
  expect(judge({ passed: 0, failed: 0, skipped: 4 }, true).failed).toBe(1);
  expect(judge({ passed: 1, failed: 0, skipped: 0 }, true).failed).toBe(0);
});

test('the last line sums the steps and names skipped tests only when there are any', () => {
  const one = { passed: 1, failed: 0, skipped: 0 };
  expect(lastLine(sum([one, one]))).toBe('tests: 2 passed, 0 failed');
  expect(lastLine(sum([one, { passed: 0, failed: 3, skipped: 2 }]))).toBe(
    'tests: 1 passed, 3 failed, 2 skipped',
  );
});
