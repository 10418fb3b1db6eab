import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getBrowser } from '../browser.ts';
import { ensureBuilt } from '../build.ts';
import { electronBinary, electronObstacle } from '../electron.ts';
import {
  type Counts,
  judge,
  passedAgain,
  playwrightCounts,
  unitCounts,
  unitNote,
} from './counts.ts';
import { runScript } from './run.ts';
import { reportPath } from './unit-report.ts';

/** What became of a step; `note` says what a reader must know besides the counts. */
export interface Outcome extends Counts {
  readonly note?: string;
}

export interface Step {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/** The checks in the order in which they are made: the quick ones first. */
export const steps: readonly Step[] = [
  { name: 'types', run: () => single(runScript('src/tools/typecheck.ts', [])) },
  {
    name: 'lint',
    run: () =>
      single(runScript('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])),
  },
  { name: 'format', run: () => single(runScript('node_modules/oxfmt/bin/oxfmt', ['--check'])) },
  { name: 'unit', run: unit },
  { name: 'build', run: () => single(ensureBuilt()) },
  { name: 'e2e', run: e2e },
];

const nothing: Counts = { passed: 0, failed: 1, skipped: 0 };

/** The workbench is tried by two at a time, for a quarter of an hour on two slow cores. */
const e2eLimitMs = 20 * 60 * 1000;

/** A step that is one check by itself. */
async function single(run: Promise<boolean>): Promise<Outcome> {
  return (await run) ? { passed: 1, failed: 0, skipped: 0 } : nothing;
}

function unit(): Promise<Outcome> {
  return withReport(
    unitCounts,
    (report) =>
      runScript(
        'node_modules/vitest/vitest.mjs',
        [
          'run',
          '--config=src/tools/vitest.config.ts',
          '--reporter=default',
          '--reporter=./src/tools/checks/unit-report.ts',
        ],
        { env: { [reportPath]: report } },
      ),
    unitNote,
  );
}

async function e2e(): Promise<Outcome> {
  if (!(await ensureBuilt())) return { ...nothing, note: 'not run: there is nothing built' };
  const electron = electronBinary() !== undefined && electronObstacle() === undefined;
  const asked = process.env['LEGAJO_E2E'] ?? (electron ? 'electron' : 'chromium');
  const browser = asked === 'electron' ? undefined : getBrowser();
  if (asked !== 'electron' && browser === undefined) {
    return { ...nothing, note: 'not run: no browser was found, and none could be installed' };
  }
  const { note, ...counts } = await withReport(
    playwrightCounts,
    (report) =>
      runScript(
        'node_modules/@playwright/test/cli.js',
        ['test', '--config=e2e/playwright.config.ts'],
        {
          env: {
            LEGAJO_E2E: asked,
            LEGAJO_E2E_REPORT: report,
            ...(browser !== undefined && { LEGAJO_CHROMIUM: browser }),
          },
          limitMs: e2eLimitMs,
        },
      ),
    passedAgain,
  );
  const notes = [note, launchers(asked, electron)].filter((each) => each !== undefined);
  return { ...counts, note: notes.join('; ') };
}

function launchers(asked: string, electron: boolean): string {
  if (asked === 'both') return 'in Electron and in Chromium';
  if (asked === 'electron') return 'in Electron; not run in Chromium';
  return electron
    ? 'in Chromium; not run in Electron'
    : 'in Chromium; not run in Electron, which this machine does not have or cannot show';
}

/**
 * Runs a test runner that writes a JSON report, and counts what the report says.
 *
 * @param say what of the report must be said besides the counts
 */
async function withReport(
  read: (report: unknown) => Counts,
  run: (reportPath: string) => Promise<boolean>,
  say: (report: unknown) => string | undefined,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'legajo-checks-'));
  try {
    const path = join(folder, 'report.json');
    const exitedWell = await run(path);
    if (!existsSync(path)) return { ...nothing, note: 'ended without a result' };
    const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const note = say(report);
    return { ...judge(read(report), exitedWell), ...(note !== undefined && { note }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
