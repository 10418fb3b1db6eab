import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { z } from 'zod';
import { createCase } from '#engine/cases/index.ts';
import { exportPackage, openPackage } from '#engine/exchange/index.ts';
import { openStore, versionVector } from '#engine/store/index.ts';
import { benchActor } from './big-case.ts';
import type { Figure } from './figure.ts';
import { timed } from './median.ts';
import { inScratchFolder } from './scratch.ts';
import { teamWork, workADay, workAsTeam } from './team-case.ts';

const Ran = z.object({ seconds: z.number(), taken: z.int(), megabytes: z.number() });
const dayOfGestures = 300;

/** Two teams that began from one case and did as much each, and then exchange it. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const at = (name: string) => join(folder, name);
    const handing = { record: false, confirmedRed: true };
    const ours = createCase(
      { path: at('ours.casefile'), title: 'T', reference: '', language: 'en', handling: 'AMBER' },
      benchActor,
    );
    await exportPackage(ours, at('begun.casepack'), handing);
    const theirs = await openPackage(at('begun.casepack'), at('theirs.casefile'), {
      actor: benchActor,
    });
    await workAsTeam(ours, 21);
    await workAsTeam(theirs, 22);
    ours.close();
    const packing = await timed(() => exportPackage(theirs, at('all.casepack'), handing));
    theirs.close();
    const dumped = dumpedAndCompressed(at('theirs.casefile'));
    const run = (what: 'preview' | 'merge', packed = 'all.casepack') =>
      Ran.parse(
        JSON.parse(
          execFileSync(
            process.execPath,
            [
              // Left alone, Node takes what memory there is before it looks for what is no longer needed.
              '--max-old-space-size=1500',
              join(import.meta.dirname, 'merge-child.ts'),
              what,
              at('ours.casefile'),
              at(packed),
            ],
            { encoding: 'utf8' },
          ),
        ),
      );
    const preview = run('preview');
    const merge = run('merge');
    const again = run('merge');
    if (again.taken !== 0) throw new Error(`the second merge took ${again.taken} change sets in`);

    const merged = openStore(at('ours.casefile'), { actor: benchActor });
    const since = versionVector(merged);
    await workADay(merged, dayOfGestures);
    const daily = await timed(() =>
      exportPackage(merged, at('day.casepack'), { ...handing, since }),
    );
    merged.close();

    const { entities, changes } = teamWork;
    const what = `${changes / 1000},000 changes, ${entities / 1000},000 entities`;
    const byteSize = statSync(at('all.casepack')).size;
    return [
      { name: `export of a case of ${what}`, figure: packing / 1000, unit: 's' },
      {
        name: 'its package',
        figure: byteSize / 1e6,
        ...(dumped === null
          ? {}
          : { baseline: dumped / 1e6, against: 'the output of sqlite3 .dump, by zstd' }),
        unit: 'MB',
      },
      {
        name: `preview of as much more (${preview.taken} gestures)`,
        figure: preview.seconds,
        unit: 's',
      },
      { name: 'memory of that', figure: preview.megabytes, unit: 'MB' },
      {
        name: `merge of it into a case of as much`,
        figure: merge.seconds,
        baseline: 20,
        against: 'what was wanted',
        unit: 's',
      },
      { name: 'memory of that', figure: merge.megabytes, unit: 'MB' },
      {
        name: 'the same package again: nothing taken in',
        figure: again.seconds,
        baseline: 2,
        against: 'what was wanted',
        unit: 's',
      },
      {
        name: `export of what came since, ${dayOfGestures} gestures`,
        figure: daily,
        unit: 'ms',
      },
      { name: 'its package', figure: statSync(at('day.casepack')).size / 1e6, unit: 'MB' },
    ];
  });
}

/** Bytes; null where there is no `sqlite3`. */
function dumpedAndCompressed(path: string): number | null {
  const { error, stdout } = spawnSync('sqlite3', [path, '.dump'], { maxBuffer: 2 ** 31 - 1 });
  return error === undefined ? zstdCompressSync(stdout).length : null;
}
