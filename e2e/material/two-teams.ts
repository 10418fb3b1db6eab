import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../src/tools/bootstrap/places.mjs';
import { report } from './documents.ts';
import { caseWithReport } from './harbour-case.ts';
import { twoTeams } from './two-teams-names.ts';

const run = promisify(execFile);

/**
 * A case that two teams worked on without knowing of each other: ours, and what the colleague handed over, plain and
 * encrypted. Both wrote to three fields, and one deleted what the other changed.
 */
export async function caseOfTwoTeams(
  folder: string,
): Promise<{ file: string; pack: string; sealed: string }> {
  const file = await caseWithReport(folder);
  const words = JSON.stringify({ report, twoTeams });
  await run(
    process.execPath,
    [join(root, 'src/engine/testing/two-teams.ts'), folder, file, words],
    {
      cwd: root,
    },
  );
  return { file, pack: join(folder, twoTeams.pack), sealed: join(folder, twoTeams.sealed) };
}
