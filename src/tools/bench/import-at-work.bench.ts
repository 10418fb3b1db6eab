import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Figure } from './figure.ts';
import { writeMixedFiles } from './import-files.ts';
import { percentile } from './median.ts';
import { inScratchFolder } from './scratch.ts';

const few = 1000;
const many = 10_000;
const seed = 11;

const Waits = z.record(z.string(), z.array(z.number()));
const Ran = z.object({
  milliseconds: z.number(),
  events: z.number(),
  imported: z.number(),
  failed: z.number(),
  sources: z.number(),
  megabytes: z.number(),
  atWork: Waits,
  atRest: Waits,
});
type Ran = z.infer<typeof Ran>;

/**
 * Ten thousand mixed files go into a case while it is asked what windows ask, every twentieth of a second: how long the
 * answers take beside those of the same case at rest, and whether more files take more memory.
 */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const small = await ran(folder, few);
    const { milliseconds, events, sources, megabytes, atWork, atRest } = await ran(folder, many);
    const seconds = milliseconds / 1000;
    const figures: Figure[] = [
      {
        name: `import of ${many} mixed files, asked meanwhile (${(many / seconds).toFixed(0)} files/s, ${sources} sources, ${(events / seconds).toFixed(1)} events/s)`,
        figure: seconds,
        unit: 's',
      },
      {
        name: `memory for ${many} files at most`,
        figure: megabytes,
        baseline: small.megabytes,
        against: `for ${few} of them`,
        unit: 'MB',
      },
    ];
    for (const [query, waits] of Object.entries(atWork)) {
      const quiet = atRest[query] ?? [];
      figures.push(
        { name: `${query} while they go in, half of them`, ...beside(waits, quiet, 0.5) },
        { name: `${query} while they go in, 99 in 100`, ...beside(waits, quiet, 0.99) },
        { name: `${query} while they go in, at most`, ...beside(waits, quiet, 1) },
      );
    }
    return figures;
  });
}

function beside(
  waits: readonly number[],
  quiet: readonly number[],
  part: number,
): Omit<Figure, 'name'> {
  const [figure, baseline] = [percentile(waits, part), percentile(quiet, part)];
  return { figure, baseline, against: 'the same, the case at rest', unit: 'ms' };
}

/** Imports so many files in a process of its own. */
async function ran(folder: string, count: number): Promise<Ran> {
  const documents = join(folder, `documents-${count}`);
  await writeMixedFiles(documents, count, seed);
  const child = join(import.meta.dirname, 'import-at-work-child.ts');
  const path = join(folder, `${count}.casefile`);
  const output = execFileSync(process.execPath, [child, path, documents, String(seed)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  for (const made of [documents, path]) rmSync(made, { recursive: true });
  const outcome = Ran.parse(JSON.parse(output));
  const { imported, failed } = outcome;
  if (imported !== count) throw new Error(`${imported} of ${count} went in, ${failed} failed`);
  return outcome;
}
