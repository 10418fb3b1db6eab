import { electronBinary, electronObstacle } from '../../src/tools/electron.ts';

/** Where the workbench can be started for a test. */
export type LauncherName = 'electron' | 'chromium';

/**
 * The launchers to run the suite with: those LEGAJO_E2E names (`electron`, `chromium` or `both`), else Electron where
 * it can show a window, else Chromium with the local host. Throws when LEGAJO_E2E names another.
 */
export function chosenLaunchers(): LauncherName[] {
  const asked = process.env['LEGAJO_E2E'];
  if (asked === 'both') return ['electron', 'chromium'];
  if (asked === 'electron' || asked === 'chromium') return [asked];
  if (asked !== undefined && asked !== '')
    throw new Error(`LEGAJO_E2E is electron, chromium or both, not ${asked}`);
  const electron = electronBinary() !== undefined && electronObstacle() === undefined;
  return [electron ? 'electron' : 'chromium'];
}
